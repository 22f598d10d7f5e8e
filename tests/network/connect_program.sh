# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# The program `connect`: several hosts, several connects to one, and what it prints of them.
. "$(dirname "$0")/common"
in_own_network

black_hole
hosts "::1 two.test" "127.0.0.1 two.test" "127.0.0.1 one.test" "2001:db8::2 hole.test"
accept 127.0.0.1 7001

# says_not TEXT: the output does not have it.
says_not() { ! grep -qF -- "$1" "$work/out" "$work/err" || fail "'$1' in: $(cat "$work/out")"; }
# count_of TEXT: in how many lines of the output it is.
count_of() { grep -cF -- "$1" "$work/out" || true; }

# What happens is told as it happens: queries, too.
run 0 "$connect" two.test 7001
says "AAAA two.test asked"
says "A two.test answered: 1 address"
says "[::1]:7001 started"
says "[::1]:7001 failed: Connection refused"
says "127.0.0.1:7001 connected"
says "connected to 127.0.0.1:7001 in "

# Several hosts, one after another. Whatever one of them does, the others have their turn.
run 1 "$connect" one.test none.test two.test 7001 --timeline
for host in one.test none.test two.test; do says "$host 7001:"; done
is "the connections" "$(count_of "connected to ")" 2
is "the timelines" "$(grep -cxE "(one|none|two).test 7001" "$work/out")" 3
run 0 "$connect" --json one.test two.test 7001
is "the lines of JSON" "$(wc -l <"$work/out")" 2
run 2 "$connect" one.test two.test 70011
is "the lines of a wrong port" "$(wc -l <"$work/err")" 1

# Several connects to one host.
run 0 "$connect" --count 5 one.test 7001
says "5 of 5 connected: fastest "
says " ms, median "
says "  5 times won by 127.0.0.1:7001"
says_not "started"
run 1 "$connect" --count 3 one.test 7002
says "0 of 3 connected"
says "  3 times the only attempt to connect failed: Connection refused"
run 0 "$connect" --count 3 --json one.test 7001
is "the lines of JSON" "$(wc -l <"$work/out")" 3

# A signal ends them all, and is told of.
"$connect" --count 3 hole.test one.test 7001 >"$work/out" 2>"$work/err" &
command=$!
until grep -q ":1B59 02 " /proc/net/tcp6; do sleep 0.01; done
kill -INT "$command"
status=0
wait "$command" || status=$?
is "the exit status after SIGINT" "$status" 1
says "0 of 1 connected"
says "  1 time  interrupted"
says_not "one.test 7001:"

# Nothing but what was asked for.
run 0 "$connect" --quiet two.test 7001
is "what is printed" "$(cat "$work/out" "$work/err")" ""
run 1 "$connect" --quiet one.test 7002
is "what is printed" "$(cat "$work/out" "$work/err")" ""
run 0 "$connect" --quiet --timeline two.test 7001
is "the first line" "$(sed -n 2p "$work/out")" "two.test 7001"

# Colours are for terminals, unless it is said.
escape=$(printf '\033')
run 0 "$connect" --timeline two.test 7001
says_not "$escape"
run 0 "$connect" --timeline --color never two.test 7001
says_not "$escape"
run 0 "$connect" --timeline --color always two.test 7001
says "$escape[32m"

# A picture for each host.
run 0 "$connect" --quiet --svg "$work/one.svg" one.test 7001
grep -q "<svg " "$work/one.svg" || fail "no picture"
run 0 "$connect" --quiet --svg "$work/all.svg" one.test two.test 7001
for host in one.test two.test; do
  grep -q "<title>$host 7001</title>" "$work/all.$host.svg" || fail "no picture of $host"
done
run 1 "$connect" --quiet --svg "$work/no/such/folder" one.test 7001
says "could not be written"

# The members that the schema has, in connect/json.hpp, are those that there are.
run 0 "$connect" --json two.test 7001
is record "$(json queries 0 record)" AAAA
is "the query's host" "$(json queries 0 host)" two.test
is "the query's outcome" "$(json queries 0 outcome)" answered
is addresses "$(json queries 1 addresses)" 1
is host "$(json host)" two.test
is service "$(json service)" 7001
is left_out "$(json left_out)" "[]"
is beyond_limit "$(json beyond_limit)" 0
for time in start_ms end_ms; do
  within "$(json queries 0 $time)" 0 "$(json ms)" || fail "the query's $time"
  within "$(json attempts 1 $time)" 0 "$(json ms)" || fail "the attempt's $time"
done
schema=$(dirname "$0")/../../examples/connect/json.hpp
grep -o '"[a-z_]*":' "$work/out" | tr -d '":' | sort -u >"$work/there"
sed -n 's/^\/\/     *\([a-z_]*\)\(, service\)\{0,1\}\( .*\)\{0,1\}$/\1/p' "$schema" | sort -u >"$work/told"
echo service >>"$work/told"
sort -u -o "$work/told" "$work/told"
is "the members" "$(cat "$work/there")" "$(cat "$work/told")"
