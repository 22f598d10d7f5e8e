# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# RFC 8305, section 3: AAAA and A are asked apart, and no answer is waited for longer than it says.
# By the system's resolver, and by c-ares.
. "$(dirname "$0")/common"
. "$network/testbed"
testbed

# answers CASE FAMILY MS TRIED AAAA A
answers() { row "$1" "$2" "$3" "$4" two.test "two.test AAAA $5" "two.test A $6"; }

# Whoever is asked.
resolution() {
  answers "both at once" 6 0 6 $fine6 $fine4
  answers "AAAA after 20 ms" 6 20 6 "after 20 $fine6" $fine4
  answers "AAAA after 100 ms" 4 50 4 "after 100 $fine6" $fine4
  answers "AAAA never" 4 50 4 silent $fine4
  answers "A after 1000 ms" 6 0 6 $fine6 "after 1000 $fine4"
  answers "A never" 6 0 6 $fine6 silent
  answers "A after 300 ms, AAAA after 320" 6 320 6 "after 320 $fine6" "after 300 $fine4"
  answers "IPv6 silent, A after 300 ms" 4 300 64 "$(silent6 1)" "after 300 $fine4"
  answers "IPv4 silent, AAAA after 100 ms" 6 300 46 "after 100 $fine6" "$(silent4 1)"
  answers "AAAA is a server failure" 4 0 4 servfail $fine4
  answers "AAAA has no data" 4 0 4 nodata $fine4
  answers "AAAA is no such name" 4 0 4 nxdomain $fine4
  answers "A is a server failure" 6 0 6 $fine6 servfail
  answers "both have no data" none 0 "" nodata nodata
  answers "both are server failures" none 0 "" servfail servfail
  answers "AAAA never, and IPv4 refuses" none 1500 4 silent "${refuses4%% *}"
  tells "  and the lookup is told" "AAAA of two.test: stopped"
}

# queries_in_order LEAST: AAAA is asked before A, so often of 20 times. How soon after one another, half
# of the time: this machine may be busy. The answers are late, since a client that has connected need
# not ask any more.
queries_in_order() {
  zone "two.test AAAA after 100 $fine6" "two.test A after 100 $fine4"
  rounds=20
  for _ in $(seq $rounds); do
    connects --timeout 1500 two.test
    queries >"$work/asked"
    awk '{ print $2, $1 - last; last = $1 }' "$work/asked" | head -n 2 | tr '\n' ' '
    echo
  done >"$work/pairs"
  first=$(grep -c "^AAAA .* A " "$work/pairs" || true)
  gap=$(grep "^AAAA .* A " "$work/pairs" | cut -d " " -f 4 | sort -n | sed -n "$((rounds / 2))p")
  verdict "AAAA is asked before A" "$1 to $rounds of $rounds" "$first of $rounds" \
    [ "$first" -ge "$1" ]
  verdict "  and A soon after" "0 to $((slack / 3)), the median" "${gap:-none}" \
    within "${gap:-9999}" 0 $((slack / 3))
}

echo "The system's resolver"
table
resolution
# getaddrinfo asks a server that fails once more.
answers "AAAA is a server failure, after 20 ms" 4 40 4 "after 20 servfail" $fine4
# As near as threads allow: a busy machine may hold one up, and a sanitizer's getaddrinfo often does.
queries_in_order $((slack > 15 ? 10 : 17))

echo
echo "c-ares"
if "$connect" --dns 127.0.0.1 --help >/dev/null 2>&1; then
  by="--dns [$dns6]:53"
  table
  resolution
  queries_in_order 20
else
  echo "skipped: connect was built without c-ares"
fi
table_ends
