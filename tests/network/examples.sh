# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Every example does what its first lines say.
. "$(dirname "$0")/common"
in_own_network
hosts "127.0.0.1 localhost" "::1 localhost" "::1 two.test" "127.0.0.1 two.test"

run 0 "$EXAMPLES/virtual_time"
says "  280 ms  C starts"
says "  630 ms  D wins"
run 0 "$EXAMPLES/custom_transport"
says "a session with the kind server"
run 0 "$EXAMPLES/greeting"
says "greeted by the kind server"
run 0 "$EXAMPLES/callback_app"
says "answer: hello"
run 0 "$EXAMPLES/callback_app_before"
says "answer: hello"
run 0 "$EXAMPLES/guide"
says "connected to localhost"
run 0 "$EXAMPLES/own_network"
says "  350 ms  connected to 2001:db8::1"

# listen: its command finds both addresses listening, and its status is the command's.
run 0 "$EXAMPLES/listen" 7002 "$connect" two.test 7002
says "listening on [::1]:7002"
says "listening on 127.0.0.1:7002"
says "connected to [::1]:7002"
run 0 "$EXAMPLES/listen" 7002 "$EXAMPLES/guide" two.test 7002
run 0 "$EXAMPLES/listen" 7002 "$EXAMPLES/quick_start" two.test 7002
says "connected to [::1]:7002"
run 1 "$EXAMPLES/listen" 7002 "$connect" two.test 7003
run 7 "$EXAMPLES/listen" 7002 sh -c "exit 7"
run 137 "$EXAMPLES/listen" 7002 sh -c 'kill -KILL $$'
run 127 "$EXAMPLES/listen" 7002 "$work/no-such-command"
run 1 "$EXAMPLES/listen" 7002 "$EXAMPLES/callback_app" two.test 7003
says "connect: Connection refused"
run 1 "$EXAMPLES/guide" two.test 7003
says "Connection refused"

accept 127.0.0.1 7004
run 1 "$EXAMPLES/callback_app" two.test 7004  # which hangs up without an answer

# download: on several threads.
run 0 "$EXAMPLES/download" 7004 127.0.0.1 two.test
says "127.0.0.1: 0 bytes"
says "two.test: 0 bytes"
run 1 "$EXAMPLES/download" 7003 127.0.0.1
says "Connection refused"

# retry: it stays connected, and Ctrl-C ends it at once, in a pause or in a connect.
run 124 timeout -s INT 0.3 "$EXAMPLES/retry" 127.0.0.1 7004
says "connected to 127.0.0.1:7004"
says "disconnected"
says "bye"
run 124 timeout -s INT 0.3 "$EXAMPLES/retry" two.test 7003
says "Connection refused"
says "bye"

# connect: a connection of which nobody could be told. What is closed is not taken for the socket.
run 0 "$connect" 127.0.0.1 7004
run 1 sh -c '"$0" 127.0.0.1 7004 >&-' "$connect"
says "the output could not be written"
run 1 sh -c '"$0" --json 127.0.0.1 7004 <&- >&- 2>&-' "$connect"
[ ! -c /dev/full ] || run 1 sh -c '"$0" 127.0.0.1 7004 >/dev/full' "$connect"
