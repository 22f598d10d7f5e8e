# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# A host that has one family spends nothing on the other: no attempt, no query, no wait.
. "$(dirname "$0")/common"
. "$network/testbed"
testbed

# host CASE FAMILY TYPE: it connects at once, and asks TYPE only.
host() {
  row "$1" "$2" 0 "$2" two.test
  asked=$(types)
  verdict "  and asks only" "$3" "${asked:-nothing}" [ "$asked" = "$3" ]
}

table
client_has 4
zone "two.test AAAA $fine6" "two.test A $fine4"
host "no IPv6" 4 A
ip address add fe80::1/64 dev near nodad
host "no IPv6 but link-local" 4 A
zone "two.test AAAA silent" "two.test A $fine4"
host "no IPv6, and AAAA would never be answered" 4 A
zone "two.test AAAA $(silent6 3)" "two.test A $fine4"
host "no IPv6, three addresses of it" 4 A

client_has 6
zone "two.test AAAA $fine6" "two.test A $fine4"
host "no IPv4" 6 AAAA
zone "two.test AAAA $fine6" "two.test A silent"
host "no IPv4, and A would never be answered" 6 AAAA
zone "two.test AAAA ${refuses6% *} $fine6" "two.test A $fine4"
row "no IPv4, and the first refuses" 6 0 66 two.test

# An address is not asked for.
client_has 6 4
for address in $fine6 $fine4; do
  case $address in *:*) family=6 ;; *) family=4 ;; esac
  row "both, $address" $family 0 $family "$address"
  asked=$(types)
  verdict "  and asks" "nothing" "${asked:-nothing}" [ -z "$asked" ]
done
table_ends
