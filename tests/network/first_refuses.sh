# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# A name has two addresses, and the first refuses: the second is tried at once.
. "$(dirname "$0")/common"
in_own_network

hosts "::1 two.test" "127.0.0.1 two.test"
accept 127.0.0.1 7001

run_within ms 0 $((15 + ${SLACK:-15})) 0 "$connect" two.test 7001 --json
is lines "$(wc -l <"$work/out")" 1
is ok "$(json ok)" ON
is attempts "$(json attempts | grep -c '"endpoint"')" 2
is "first endpoint" "$(json attempts 0 endpoint)" "[::1]:7001"
is "first outcome" "$(json attempts 0 outcome)" failed
is "first error" "$(json attempts 0 error)" "Connection refused"
is "second endpoint" "$(json attempts 1 endpoint)" "127.0.0.1:7001"
is "second outcome" "$(json attempts 1 outcome)" connected
is peer_address "$(json peer_address)" 127.0.0.1
is peer_port "$(json peer_port)" 7001

run 0 "$connect" two.test 7001
says "[::1]:7001 started"
says "[::1]:7001 failed: Connection refused"
says "127.0.0.1:7001 started"
says "127.0.0.1:7001 connected"
says "connected to 127.0.0.1:7001 in"
