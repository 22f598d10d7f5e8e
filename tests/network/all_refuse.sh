# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Nothing listens: the end comes with the last refusal, and names every endpoint's error.
. "$(dirname "$0")/common"
in_own_network

hosts "::1 two.test" "127.0.0.1 two.test"

run_within took 0 $((85 + ${SLACK:-15})) 1 "$connect" two.test 7001
says "could not connect: all 2 attempts to connect failed: Connection refused"
says "  [::1]:7001: Connection refused"
says "  127.0.0.1:7001: Connection refused"

run_within took 0 $((85 + ${SLACK:-15})) 1 "$connect" two.test 7001 --json
is ok "$(json ok)" OFF
is error "$(json error)" "all 2 attempts to connect failed: Connection refused"
is peer_address "$(json peer_address)" ""
is attempts "$(json attempts | grep -c '"endpoint"')" 2
for k in 0 1; do
  is "outcome $k" "$(json attempts $k outcome)" failed
  is "error $k" "$(json attempts $k error)" "Connection refused"
done

# No such name, and no such service.
run 1 "$connect" none.test 7001
says "could not connect: no address of none.test: Host not found"
says "IPv6 none.test 7001: Host not found"
run 1 "$connect" two.test no-such-service --json
is attempts "$(json attempts)" "[]"
