# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# A timeout and a signal end it at once, whatever it waits for: an attempt, or the resolver.
. "$(dirname "$0")/common"
in_own_network

black_hole
hosts "2001:db8::2 hole.test"

# waits_for_nobody: a SYN to port 7001, or a query to port 53, is on its way.
waits_for_nobody() {
  grep -q ":1B59 02 " /proc/net/tcp6 || grep -q ":0035 01 " /proc/net/udp6
}

# interrupt SIGNAL COMMAND...: sends it once the command waits. A busy machine has five tries.
interrupt() {
  signal=$1
  shift
  for _ in 1 2 3 4 5; do
    "$@" >"$work/out" 2>"$work/err" &
    command=$!
    until waits_for_nobody; do
      kill -0 "$command" 2>/dev/null || fail "'$*' did not wait: $(cat "$work/out" "$work/err")"
      sleep 0.01
    done
    before=$(date +%s%N)
    kill -"$signal" "$command"
    status=0
    wait "$command" || status=$?
    took=$((($(date +%s%N) - before) / 1000000))
    is "status after SIG$signal" "$status" 1
    echo "exit $took ms after SIG$signal"
    if within "$took" 0 500; then return; fi
  done
  fail "the exit never took less than 500 ms"
}

run_within took 100 $((235 + ${SLACK:-15})) 1 "$connect" --timeout 100 hole.test 7001 --json
is "outcome at the timeout" "$(json attempts 0 outcome)" stopped
is "error at the timeout" "$(json error)" "hole.test 7001: Connection timed out"

for signal in INT TERM; do
  interrupt $signal "$connect" hole.test 7001 --json
  is "outcome at a signal" "$(json attempts 0 outcome)" stopped
  is "error at a signal" "$(json error)" interrupted
done
interrupt INT "$connect" hole.test 7001
says "[2001:db8::2]:7001 stopped"
says "could not connect: interrupted"

# A name server that never answers: getaddrinfo hangs, and can't be interrupted. ThreadSanitizer would
# sleep for a second at the exit, to watch the thread that it hangs in.
export TSAN_OPTIONS="${TSAN_OPTIONS-}:atexit_sleep_ms=0"
echo "hosts: files dns" >"$work/nsswitch.conf"
echo "nameserver 2001:db8::2" >"$work/resolv.conf"
mount --bind "$work/resolv.conf" /etc/resolv.conf 2>/dev/null || skip "/etc/resolv.conf is missing"

run_within took 200 $((335 + ${SLACK:-15})) 1 "$connect" --timeout 200 elsewhere.test 7001 --json
is attempts "$(json attempts)" "[]"
is "error of a hung lookup" "$(json error)" \
  "elsewhere.test 7001: Connection timed out (AAAA of elsewhere.test: stopped; A of elsewhere.test: stopped)"
interrupt INT "$connect" elsewhere.test 7001 --json
is attempts "$(json attempts)" "[]"
