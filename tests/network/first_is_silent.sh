# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# The first address is a black hole: the second is tried beside it after the delay, and wins.
. "$(dirname "$0")/common"
in_own_network

black_hole
hosts "fd00:db8::2 two.test" "127.0.0.1 two.test"
accept 127.0.0.1 7001

run 0 "$connect" two.test 7001 --json
is ok "$(json ok)" ON
is "first endpoint" "$(json attempts 0 endpoint)" "[fd00:db8::2]:7001"
is "first outcome" "$(json attempts 0 outcome)" stopped
is "second endpoint" "$(json attempts 1 endpoint)" "127.0.0.1:7001"
is "second outcome" "$(json attempts 1 outcome)" connected
between "ms to the second attempt" "$(json attempts 1 start_ms)" 225 275
between "ms to connect" "$(json ms)" 225 275

run 0 "$connect" --delay 50 two.test 7001 --json
between "ms to connect with --delay 50" "$(json ms)" 50 75

# Blocking calls on a thread pool: the silent one is awaited, so it must hear the stop.
run 0 "$EXAMPLES/guide" two.test 7001
says "connected to two.test 7001"
between "ms from start to exit of the guide's program" "$took" 300 400
