# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# The first address is a black hole: the second is tried beside it after the delay, and wins.
. "$(dirname "$0")/common"
in_own_network

black_hole
hosts "2001:db8::2 two.test" "127.0.0.1 two.test"
accept 127.0.0.1 7001

run_within ms 225 $((260 + ${SLACK:-15})) 0 "$connect" two.test 7001 --json
is ok "$(json ok)" ON
is "first endpoint" "$(json attempts 0 endpoint)" "[2001:db8::2]:7001"
is "first outcome" "$(json attempts 0 outcome)" stopped
is "second endpoint" "$(json attempts 1 endpoint)" "127.0.0.1:7001"
is "second outcome" "$(json attempts 1 outcome)" connected

run_within ms 50 $((60 + ${SLACK:-15})) 0 "$connect" --delay 50 two.test 7001 --json

# Blocking calls on a thread pool: the silent one is awaited, so it must hear the stop.
run_within took 300 $((385 + ${SLACK:-15})) 0 "$EXAMPLES/guide" two.test 7001
says "connected to two.test 7001"
