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

needed="HOST and SERVICE are needed"
wrong "$needed"
wrong "$needed" localhost
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
wrong "--delay is a whole number" --delay=9 localhost 80
wrong "--delay is a whole number of milliseconds, at least 10, not ''" --delay= localhost 80
wrong "--delay is a whole number" --delay -- 20 localhost 80
wrong "--delay needs a value, MS" localhost 80 --delay
wrong "--timeout needs a value, MS" localhost 80 --timeout
wrong "--dns needs a value, SERVERS" localhost 80 --dns
if "$connect" --dns 127.0.0.1 --help >/dev/null 2>&1; then
  for servers in "" nonsense localhost 127.0.0.1:x "127.0.0.1 127.0.0.2" , 127.0.0.1,nonsense; do
    wrong "--dns needs the addresses of name servers, not '$servers'" --dns "$servers" localhost 80
    wrong "--dns needs the addresses of name servers, not '$servers'" "--dns=$servers" localhost 80
  done
else
  wrong "--dns needs c-ares" --dns 127.0.0.1 localhost 80
fi
for count in 0 -1 x 1.5 ""; do
  wrong "--count is a whole number, at least 1, not '$count'" --count "$count" localhost 80
done
wrong "--color is auto, always or never, not 'yes'" --color yes localhost 80
wrong "--tls has no value" --tls=yes localhost 80
wrong "--quiet has no value" --quiet=yes localhost 80
wrong "--json has no value" --json=yes localhost 80
wrong "--help has no value" --help= localhost 80
wrong "unknown option '--delays=20'" --delays=20 localhost 80
wrong "unknown option '--'delay'" "--'delay" localhost 80
wrong "unknown option '-'" - 80
wrong "unknown option '-json'" -json localhost 80
wrong "$needed" --
wrong "$needed" -- localhost
wrong "port -1 is not in 1 to 65535" -- localhost -1
wrong "host is empty" "" 80
wrong "service is empty" localhost ""
wrong "service is empty" --json localhost ""
wrong "service * is none to connect to" localhost "*"
for port in 0 000 65536 65616 99999999999 99999999999999999999 +80 " 80"; do
  wrong "port $port is not in 1 to 65535" localhost "$port"
done

for help in --help -h; do
  run 0 "$connect" "$help"
  says "usage: connect"
  is stderr "$(cat "$work/err")" ""
done

# What it says must have been written.
unwritten() {
  status=0
  "$@" 2>"$work/err" || status=$?
  is "the exit status of $*" "$status" 1
  grep -qF "the output could not be written" "$work/err" || fail "'$*' does not say so"
}
if [ -c /dev/full ]; then
  unwritten "$connect" --help >/dev/full
  unwritten "$connect" --json 127.0.0.1 no-such-service >/dev/full
fi
unwritten "$connect" --help >&-
unwritten "$connect" --json 127.0.0.1 no-such-service >&-

# Whatever a command line can hold, it is JSON.
run 1 "$connect" --json 127.0.0.1 "$(printf 'no "such\\ \t\001\377\303\251')"
is lines "$(wc -l <"$work/out")" 1
says 'no \"such\\ \\x09\\x01\\xffé'
json error >/dev/null

# No name and no address. That is told, and no attempt is made.
long=$(printf '%010000d' 0 | tr 0 a)
for host in "*" "[" "[]" "[127.0.0.1]" "::1::" "http://localhost" "localhost:80" "fe80::1%none" " ::1" \
  "[$long]" "::$long"; do
  run 1 "$connect" --json "$host" 80
  is "the attempts to '$host'" "$(json attempts)" "[]"
  says "Host not found"
done
for service in http: "80 " "80;" 0x50 8.0 "$long"; do
  run 1 "$connect" --json 127.0.0.1 "$service"
  is "the attempts to '$service'" "$(json attempts)" "[]"
  says "Service not found"
done

run 2 "$EXAMPLES/listen"
run 2 "$EXAMPLES/listen" 8080
run 2 "$EXAMPLES/listen" 0 true
run 2 "$EXAMPLES/listen" 65536 true
run 2 "$EXAMPLES/guide" localhost
run 2 "$EXAMPLES/callback_app" localhost
