# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Wrong usage is exit status 2, the reason on stderr, and nothing on stdout.
. "$(dirname "$0")/common"

# wrong REASON ARGUMENT...
wrong() {
  reason=$1
  shift
  run 2 "$connect" "$@"
  is stdout "$(cat "$work/out")" ""
  grep -qF -- "$reason" "$work/err" || fail "'connect $*' does not say '$reason'"
}

needed="HOST and SERVICE are needed, and nothing else"
wrong "$needed"
wrong "$needed" localhost
wrong "$needed" localhost 80 81
wrong "$needed" --json
wrong "unknown option '--verbose'" --verbose localhost 80
wrong "unknown option '-1'" localhost -1
for delay in 9 0 -1 -250 "" x 250x " 250" "250 " 2.5e2 0x100 99999999999999999999; do
  wrong "--delay is a whole number of milliseconds, at least 10, not '$delay'" \
    --delay "$delay" localhost 80
done
for timeout in 0 -1 1s +1; do
  wrong "--timeout is a whole number of milliseconds, at least 1, not '$timeout'" \
    --timeout "$timeout" localhost 80
done
wrong "--delay needs a number" localhost 80 --delay
wrong "--timeout needs a number" localhost 80 --timeout
wrong "--dns needs the addresses" localhost 80 --dns
wrong "--dns needs the addresses" --dns "" localhost 80
wrong "host is empty" "" 80
wrong "service is empty" localhost ""
wrong "service is empty" --json localhost ""
for port in 0 65536 99999999999999999999; do
  wrong "port $port is not in 1 to 65535" localhost "$port"
done

run 0 "$connect" --help
says "usage: connect"
is stderr "$(cat "$work/err")" ""

# Whatever a command line can hold, it is JSON.
run 1 "$connect" --json 127.0.0.1 "$(printf 'no "such\\ \t\001\377\303\251')"
is lines "$(wc -l <"$work/out")" 1
says 'no \"such\\ \u0009\u0001\ufffdé'
json error >/dev/null

run 2 "$EXAMPLES/listen"
run 2 "$EXAMPLES/listen" 8080
run 2 "$EXAMPLES/listen" 0 true
run 2 "$EXAMPLES/listen" 65536 true
run 2 "$EXAMPLES/guide" localhost
run 2 "$EXAMPLES/callback_app" localhost
