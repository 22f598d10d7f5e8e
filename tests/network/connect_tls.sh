# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# connect --tls: a connection counts when its server has proved who it is.
. "$(dirname "$0")/common"
"$connect" --tls --help >/dev/null 2>&1 || skip "connect was built without OpenSSL"
command -v openssl >/dev/null || skip "openssl is not installed"
in_own_network

hosts "127.0.0.1 good.test" "127.0.0.1 other.test" "127.0.0.1 two.test" "::1 two.test"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=good.test \
  -addext "subjectAltName=DNS:good.test,DNS:two.test" -keyout "$work/key" -out "$work/certificate" \
  2>"$work/err" || skip "no certificate can be made: $(cat "$work/err")"

# On 127.0.0.1 somebody who proves it; on ::1 somebody who accepts, and never answers.
openssl s_server -accept 127.0.0.1:7001 -cert "$work/certificate" -key "$work/key" -quiet \
  >"$work/server" 2>&1 &
processes="$processes $!"
accept ::1 7001
for _ in $(seq 100); do
  if grep -q "0100007F:1B59 00000000:0000 0A" /proc/net/tcp; then break; fi
  sleep 0.05
done

export SSL_CERT_FILE="$work/certificate"
run 0 "$connect" --tls good.test 7001
says "connected to 127.0.0.1:7001"
run 0 "$connect" --tls --delay 50 --json two.test 7001
is "the peer" "$(json peer_address)" 127.0.0.1

run 1 "$connect" --tls other.test 7001
says "could not connect"
says "certificate verify failed"
export SSL_CERT_FILE="$work/none"
run 1 "$connect" --tls good.test 7001
says "certificate verify failed"
run 0 "$connect" good.test 7001
