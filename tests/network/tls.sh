# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# TLS in the race: what a server costs that accepts and is mute, or whose certificate is wrong, and
# what is told of it. Of names and of addresses, and behind a NAT64.
. "$(dirname "$0")/common"
. "$network/testbed"
"$connect" --tls --help >/dev/null 2>&1 || skip "connect was built without OpenSSL"
testbed

right6=2001:db8:acce::2 right4=198.51.100.2 mute6=2001:db8:acce::3
expired6=2001:db8:acce::4 misnamed6=2001:db8:acce::5 unknown6=2001:db8:acce::6 unknown4=198.51.100.6
right=192.0.2.2 mute=192.0.2.3 expired=192.0.2.4 misnamed=192.0.2.5  # behind the NAT64
nat64="ipv4only.arpa AAAA 2001:db8:64::c000:aa"
behind() { echo "2001:db8:64::c000:20${1##*.}"; }  # behind 192.0.2.DIGIT

set -- "$right6 right DNS:two.test,IP:$right6" "$right4 right DNS:two.test" "$mute6 mute" \
  "$expired6 expired DNS:two.test" "$misnamed6 right DNS:other.test,IP:$right6" \
  "$unknown6 unknown DNS:two.test" "$unknown4 unknown DNS:two.test" \
  "$(behind $right) right DNS:two.test,IP:$right" "$(behind $mute) mute" \
  "$(behind $expired) expired DNS:two.test" "$(behind $misnamed) right IP:$(behind $misnamed)"
for server; do $at_far ip address add "${server%% *}" dev lo; done
for ms in 50 90; do  # by the link late$ms TCP takes twice as long
  late_link late$ms $ms || continue
  ip address add 2001:db8:$ms::1/64 dev late$ms nodad
  $at_far ip address add 2001:db8:$ms::2/64 dev late$ms nodad
  set -- "$@" "2001:db8:$ms::2 mute"
done
start tls $at_far "$HELPERS/tls" "$work/authority" $port "$@" || fail "no servers of TLS"
export SSL_CERT_FILE="$work/authority"
by=--tls

# What is alone takes one handshake, at most $handshake ms of five times. A row takes one or two, so
# $slack has as many; but 200 ms are less than a delay.
handshake=0 strict=$slack
zone "two.test A $right4"
for _ in 1 2 3 4 5; do
  connects two.test
  is "the family of what is alone" "$family" 4
  handshake=$(echo "$handshake $ms" | awk '{ print ($2 > $1 ? int($2 + 1) : $1) }')
done
handshakes() {
  slack=$((strict + $1 * handshake))
  [ $slack -le 200 ] || slack=200
}

# first CASE MS ADDRESS6: the first server is there, the second is right.
first() { row "$1" 4 "$2" 64 two.test "two.test AAAA $3" "two.test A $right4"; }
# late CASE MS LINK: the first is mute, and at the other end of that link.
late() {
  if grep -q ready "$work/late$3"; then
    first "$1" "$2" "2001:db8:$3::2"
  else
    skipped "$1" "late$3"
  fi
}
verify="s/ (SSL routines)//"  # which Asio adds, or not
# tells INDEX ADDRESS HOST WHY: how that attempt of the last row has failed. The address may have [].
tells() {
  told="$(json attempts "$1" endpoint) $(json attempts "$1" outcome)"
  error=$(json attempts "$1" error | sed "$verify")
  stage=$(json attempts "$1" stage) cause=$(json attempts "$1" cause)
  verdict "  and tells of $2" "establish: $4" "$stage: ${cause##*: }" \
    [ "$told, $error, $stage, $cause" = \
    "$2:$port failed, certificate verify failed, establish, the certificate of $3: $4" ]
}
# asked_for NAME: that is what the last server was asked for (SNI), and it is the peer; "-" is none.
asked_for() {
  asked=$(tail -n 1 "$work/tls")
  verdict "  and asks for" "$1" "${asked#* }" [ "$asked" = "$peer $1" ]
}

old="certificate has expired" alien="unable to get local issuer certificate"

table
handshakes 1
first "the first is mute" 250 $mute6
asked_for two.test
late "  and TCP took 100 ms" 450 50
late "  and TCP took 180 ms" 500 90  # the extension is no longer than the delay

handshakes 2
first "the first has expired" 0 $expired6
tells 0 "[$expired6]" two.test "$old"
first "the first is another host" 0 $misnamed6
tells 0 "[$misnamed6]" two.test "hostname mismatch"
first "the first is by an unknown authority" 0 $unknown6
tells 0 "[$unknown6]" two.test "$alien"

row "both are wrong" none 0 64 two.test "two.test AAAA $expired6" "two.test A $unknown4"
tells 0 "[$expired6]" two.test "$old"
tells 1 $unknown4 two.test "$alien"
one_error() {
  run 1 "$connect" --tls two.test $port
  says "could not connect: all 2 attempts to connect failed: certificate verify failed"
  wrong="certificate verify failed: the certificate of two.test"
  is "the end" "$(sed "$verify" "$work/out" | tail -n 2)" "  [$expired6]:$port: $wrong: $old
  $unknown4:$port: $wrong: $alien"
}
verdict "  and that is one error" "exit status 1" "exit status $status" one_error

handshakes 1
row "an address" 6 0 6 $right6
asked_for -
row "an address, with the certificate of another" none 0 6 $misnamed6
tells 0 "[$misnamed6]" $misnamed6 "IP address mismatch"

client_has 6
row "NAT64: the first is mute" 6 250 66 two.test "two.test A $mute $right" "$nat64"
asked_for two.test
row "NAT64: an address" 6 0 6 $right "$nat64"
asked_for -
row "NAT64: the certificate is for what is dialled" none 0 6 $misnamed "$nat64"
tells 0 "[$(behind $misnamed)]" $misnamed "IP address mismatch"
handshakes 2
row "NAT64: the first has expired" 6 0 66 two.test "two.test A $expired $right" "$nat64"
tells 0 "[$(behind $expired)]" two.test "$old"
asked_for two.test
table_ends
