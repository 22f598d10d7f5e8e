# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# RFC 8305, section 7: IPv4, on a host that has IPv6 only, behind a NAT64. Its prefix is what
# ipv4only.arpa tells (RFC 7050), and the address in it (RFC 6052) is that of a server here.
. "$(dirname "$0")/common"
. "$network/testbed"
testbed
literal=192.0.2.1
public=198.51.101.1  # the well-known prefix is for no other (RFC 6052, section 3.1)

# prefix CASE LITERAL ADDRESSES-OF-IPV4ONLY.ARPA EXPECTED
prefix() {
  listens "$4"
  row "$1" 6 0 6 "$2" "ipv4only.arpa AAAA $3" "ipv4only.arpa A 192.0.0.170 192.0.0.171"
  verdict "  and reaches" "$4" "${peer:-nothing}" [ "$peer" = "$4" ]
}

table
client_has 6
prefix "the well-known prefix" $public "64:ff9b::c000:aa 64:ff9b::c000:ab" 64:ff9b::c633:6501
prefix "a prefix of 96 bits" $literal "2001:db8:64::c000:aa 2001:db8:64::c000:ab" 2001:db8:64::c000:201
prefix "a prefix of 64 bits" $literal "2001:db8:64:64:c0:0:aa00:0 2001:db8:64:64:c0:0:ab00:0" \
  2001:db8:64:64:c0:2:100:0

# Names. The prefix of 96 bits, and a server at 192.0.2.1 in it.
nat64="ipv4only.arpa AAAA 2001:db8:64::c000:aa"
row "a name that has IPv4 only" 6 0 6 two.test "two.test A $literal" "$nat64"
row "  and AAAA is never answered" 6 50 6 two.test "two.test AAAA silent" "two.test A $literal" \
  "$nat64"
row "  and AAAA is broken (section 7.2)" 6 250 66 two.test "two.test AAAA $(silent6 1)" \
  "two.test A $literal" "$nat64"
row "  and all is fine" 6 0 6 two.test "two.test AAAA $fine6" "two.test A $literal" "$nat64"
verdict "  and reaches" $fine6 "${peer:-nothing}" [ "$peer" = $fine6 ]

# The well-known prefix may not stand for a private address: it is left out, and the error tells it.
wellknown="ipv4only.arpa AAAA 64:ff9b::c000:aa"
row "a name that has a private address alone" none 0 "" two.test "two.test A 192.168.5.5" "$wellknown"
tells "  which is told" 192.168.5.5
echo "192.168.7.7 lan.test" >>"$work/hosts"
echo "hosts: files dns" >"$work/nsswitch.conf"
row "a private address of the hosts file" none 0 "" lan.test "$wellknown"
tells "  which is told" 192.168.7.7
echo "hosts: dns" >"$work/nsswitch.conf"

row "localhost, and no prefix is told" none 0 64 localhost "ipv4only.arpa AAAA silent"
row "no NAT64" none 0 4 $literal "ipv4only.arpa A 192.0.0.170 192.0.0.171"

# A host that has IPv4 has no use for it.
client_has 6 4
row "a NAT64, but IPv4 too" 4 0 4 $fine4 "ipv4only.arpa AAAA 64:ff9b::c000:aa"
asked=$(types)
verdict "  and asks" "nothing" "${asked:-nothing}" [ -z "$asked" ]
table_ends
