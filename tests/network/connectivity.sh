# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Decision D14: which families the host can use, by its addresses and routes.

# shellcheck source=tests/network/common
. "$(dirname "$0")/common"
in_own_network

# the_host EXPECTED
the_host() {
  run 0 "$HELPERS/connectivity"
  is "$what" "$(cat "$work/out")" "$1"
}
host() {
  what=$*
  ip address flush dev near
  ip -6 route flush dev near
  ip address add fe80::9/64 dev near nodad
  for part; do
    case $part in
      6) ip address add 2001:db8::1/64 dev near nodad ;;
      local6) ip address add fd00:db8::1/64 dev near nodad ;;
      4) ip address add 203.0.113.1/24 dev near ;;
      link4) ip address add 169.254.3.3/16 dev near ;;
      route6) ip route add default via fe80::2 dev near ;;
      route4) ip route add default dev near ;;
    esac
  done
}

what="with its loopback only"
the_host "IPv6 nowhere, IPv4 nowhere, asks for AAAA A, prefers IPv6"

ip link add near type veth peer name far 2>/dev/null || skip "this machine has no veth device"
ip link set far up
ip link set near up

host
the_host "IPv6 nowhere, IPv4 nowhere, asks for AAAA A, prefers IPv6"
host 6 route6 4 route4
the_host "IPv6 internet, IPv4 internet, asks for AAAA A, prefers IPv6"
host 6 route6
the_host "IPv6 internet, IPv4 nowhere, asks for AAAA, prefers IPv6"
host 4 route4
the_host "IPv6 nowhere, IPv4 internet, asks for A, prefers IPv4"
host 6 4 route4
the_host "IPv6 somewhere, IPv4 internet, asks for AAAA A, prefers IPv4"
host local6 4 route4
the_host "IPv6 somewhere, IPv4 internet, asks for AAAA A, prefers IPv4"
host 6 route6 4
the_host "IPv6 internet, IPv4 somewhere, asks for AAAA A, prefers IPv6"
host local6
the_host "IPv6 somewhere, IPv4 nowhere, asks for AAAA, prefers IPv6"
host 4
the_host "IPv6 nowhere, IPv4 somewhere, asks for A, prefers IPv4"
host 6 route6 link4 route4
the_host "IPv6 internet, IPv4 nowhere, asks for AAAA, prefers IPv6"
host route6 4 route4  # a router, but no address that it forwards for
the_host "IPv6 nowhere, IPv4 internet, asks for A, prefers IPv4"

ip link set near down
what="with its device down"
the_host "IPv6 nowhere, IPv4 nowhere, asks for AAAA A, prefers IPv6"
