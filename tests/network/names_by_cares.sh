# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Decision D22, by c-ares: what the hosts file has, in whatever family, hides what the DNS has; and the
# search list ends at the first domain that has the name.
. "$(dirname "$0")/common"
in_own_network
"$connect" --dns 127.0.0.1 --help >/dev/null 2>&1 || skip "connect was built without c-ares"
black_hole # global addresses of both families
ip address add 2001:db8:5::1/128 dev lo nodad

hosts "127.0.0.1 localhost" "127.0.0.2 other.test shop.test"
echo "hosts: files dns" >"$work/nsswitch.conf"
printf '%s\n' "nameserver 127.0.0.1" "search a.test b.test" "options timeout:1" >"$work/resolv.conf"
mount --bind "$work/resolv.conf" /etc/resolv.conf || skip "/etc/resolv.conf is missing"
cat >"$work/zone" <<END
shop.test AAAA 2001:db8:5::1
shop.test A 198.51.100.1
box.a.test A 127.0.0.3
box.b.test AAAA 2001:db8:5::1
www.test A 127.0.0.4
www.test.a.test AAAA 2001:db8:5::1
rack.dc.a.test A 127.0.0.5
six.test AAAA 2001:db8:5::1
END
start dns "$HELPERS/dns" "$work/zone" 127.0.0.1 || fail "no name server"
for address in 127.0.0.2 127.0.0.3 127.0.0.4 127.0.0.5 2001:db8:5::1; do accept $address 7001; done

# goes HOST ADDRESS: that is where it connects to.
goes() {
  run 0 "$connect" --dns 127.0.0.1 --json --timeout 10000 "$1" 7001
  is "the peer of $1" "$(json peer_address)" "$2"
  echo "$1: $2"
}
goes shop.test 127.0.0.2
goes SHOP.test 127.0.0.2
goes box 127.0.0.3
goes www.test 127.0.0.4
goes www.test. 127.0.0.4
goes rack.dc 127.0.0.5
goes six.test 2001:db8:5::1
