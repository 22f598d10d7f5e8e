# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# RFC 8305, section 5: when each attempt starts, over a real network. All answers are there at once.
. "$(dirname "$0")/common"
. "$network/testbed"
testbed

# reach CASE FAMILY MS TRIED ADDRESSES6 ADDRESSES4
reach() { row "$1" "$2" "$3" "$4" two.test "two.test AAAA ${5:-nodata}" "two.test A ${6:-nodata}"; }

table
reach "both families are fine" 6 0 6 $fine6 $fine4
reach "IPv6 is silent" 4 250 64 "$(silent6 1)" $fine4
reach "IPv6 refuses" 4 0 64 "${refuses6% *}" $fine4
if icmp_link; then
  reach "IPv6 is unreachable, says ICMP" 4 0 64 $unreachable6 $fine4
else
  skipped "IPv6 is unreachable, says ICMP" icmp
fi
reach "three of four silent, no IPv4" 6 750 6666 "$(silent6 3) $fine6" ""
if slow_link; then
  reach "both connect after 400 ms" 6 400 64 $slow6 $slow4
else
  skipped "both connect after 400 ms" slow
fi

# Both may refuse by IPv6 before A is answered.
reach "2 + 2, all refuse" none 0 "6464|6644" "$refuses6" "$refuses4"
each_is_named() {
  [ "$status" -eq 1 ] || return 1
  run 1 "$connect" two.test $port
  for address in $refuses6; do says "  [$address]:$port: Connection refused"; done
  for address in $refuses4; do says "  $address:$port: Connection refused"; done
}
verdict "  and each endpoint's error is told" "exit status 1" "exit status $status" each_is_named

# Twenty black holes, until after the last has started.
zone "two.test AAAA $(silent6 10)" "two.test A $(silent4 10)"
gaps() { echo "$attempts" | awk 'NR > 1 { print $1 - last } { last = $1 }' | sort -n; }
all_in_turn() {
  [ "$family $tried" = "none 64646464646464646464" ] &&
    [ "$(echo "$attempts" | cut -d " " -f 2 | sort -u | wc -l)" -eq 20 ] &&
    within "$(gaps | head -n 1)" 249.9 $((250 + slack)) &&
    within "$(gaps | tail -n 1)" 249.9 $((250 + slack))
}
for _ in 1 2 3 4 5; do
  connects --timeout 5000 two.test
  if all_in_turn; then break; fi
done
verdict "10 + 10 silent: in turn, IPv6 first" "20, 250 to $((250 + slack)) apart" \
  "${#tried}, $(gaps | sed -n '1p;$p' | xargs printf '%.0f to %.0f') apart" all_in_turn
table_ends
