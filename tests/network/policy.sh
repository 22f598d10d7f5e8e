# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# /etc/gai.conf sorts, as it sorts for getaddrinfo; so does what the kernel says of our own addresses.
. "$(dirname "$0")/common"
in_own_network
hosts "127.0.0.1 both.test" "::1 both.test" \
  "2001:db8::2 renumbered.test" "fd00:db8::2 renumbered.test"
black_hole
ip address add fd00:db8::1/64 dev hole nodad
ip route add 2001:db8::2 dev hole src 2001:db8::1  # which the kernel avoids, too

# policy LINE...: the system's, from now on.
policy() {
  printf '%s\n' "$@" >"$work/gai.conf"
  mountpoint -q /etc/gai.conf && return
  mount --bind "$work/gai.conf" /etc/gai.conf || skip "/etc/gai.conf is missing"
}

# first NAME ENDPOINT: what is tried first, and what the system would try first.
first() {
  run 1 "$connect" --json --timeout 1000 "$1" 7001
  is "the first attempt to $1" "$(json attempts 0 endpoint)" "$2:7001"
  address=$(echo "$2" | tr -d '[]')
  is "what the system tries first" "$(getent ahosts "$1" | awk '{ print $1; exit }')" "$address"
}

policy "# precedence ::ffff:0:0/96 100" "reload yes"
first both.test "[::1]"

policy "precedence ::1/128 50" "precedence ::/0 40" "precedence ::ffff:0:0/96 100"
first both.test 127.0.0.1

policy "precedence ::ffff:0:0/96 100" "precedence ::1/128 200"
first both.test "[::1]"

policy "precedence ::ffff:0:0/97 100" "precedence ::ffff:0:0/129 100" "nonsense"
first both.test 127.0.0.1

# The precedence of a global address is higher, unless we have only a deprecated one of our own.
policy ""
first renumbered.test "[2001:db8::2]"
ip address change 2001:db8::1/64 dev hole preferred_lft 0
first renumbered.test "[fd00:db8::2]"
