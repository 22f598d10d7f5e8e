# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Decisions D22, D23 and D25: `connect` tries what one getaddrinfo for both families tells, in each of the
# configurations of names.table, but for the differences that a row names. Each has a network, and files
# of the system's, of its own.
. "$(dirname "$0")/common"

# lines TEXT: that, with its ';' for ends of lines.
lines() { echo "$1" | sed 's/ *; */\n/g'; }
# addresses_of DIFFERENCE SIGN: those that have that sign in it.
addresses_of() { lines "$1" | sed -n "s/^\\$2\\([^ ]*\\) .*/\\1/p"; }

# In a network of the row's own: prints what the system tells, and what connect tries.
if [ "${1-}" = one_row ]; then
  ip link set lo up
  if [ -n "$connectivity" ]; then
    ip link add near type veth peer name far || exit 77
    ip link set far up
    ip link set near up
  fi
  for family in $connectivity; do
    case $family in
      6) ip address add 2001:db8::1/64 dev near nodad
         ip route add default via 2001:db8::2 ;;
      4) ip address add 203.0.113.1/24 dev near
         ip route add default via 203.0.113.2 ;;
    esac
  done

  lines "$hosts" >"$work/hosts"
  lines "$zone" >"$work/zone"
  lines "nameserver 127.0.0.1;$resolver" >"$work/resolv.conf"
  if [ "$sources" = none ]; then : >"$work/nsswitch.conf"; else echo "hosts: $sources" >"$work/nsswitch.conf"; fi
  for file in hosts resolv.conf nsswitch.conf; do mount --bind "$work/$file" "/etc/$file" || exit 77; done
  for variable in $environment; do
    case $variable in
      HOSTNAME=*) echo "${variable#*=}" >/proc/sys/kernel/hostname ;;
      *) export "${variable?}" ;;
    esac
  done

  start dns "$HELPERS/dns" "$work/zone" 127.0.0.1 || exit 1
  "$HELPERS/names" "$host"
  exit
fi

in_own_network
for file in /etc/hosts /etc/resolv.conf /etc/nsswitch.conf; do
  [ -e $file ] || skip "$file is missing"
done

failed=
rows=0
line() { printf '%-34s %-34s %-50s %s\n' "$@"; }
line case "the system tells" "connect tries" ""
while IFS='|' read -r case host connectivity sources environment resolver hosts zone difference; do
  case $case in "#"* | "") continue ;; esac
  export host connectivity sources environment resolver hosts zone
  status=0
  unshare --mount --net --uts sh "$0" one_row >"$work/row" 2>"$work/row.err" </dev/null || status=$?
  [ $status != 77 ] || skip "a network, or a file, can't be made: $(cat "$work/row.err")"
  [ $status = 0 ] || fail "$case: $(cat "$work/row.err")"

  sed -n 1p "$work/row" | tr ' ' '\n' | sed '/^$/d' >"$work/system"
  sed -n 2p "$work/row" | tr ' ' '\n' | sed '/^$/d' | LC_ALL=C sort >"$work/tried"
  addresses_of "$difference" - >"$work/left_out"
  told="as the row says"
  # What is left out must be what the system tells, or the row would say nothing.
  for address in $(cat "$work/left_out"); do
    grep -qxF -- "$address" "$work/system" || told="$address is not told"
  done
  { grep -vxFf "$work/left_out" "$work/system" || true; addresses_of "$difference" +; } |
    LC_ALL=C sort -u >"$work/expected"
  verdict=ok
  if [ "$told" != "as the row says" ] || ! cmp -s "$work/expected" "$work/tried"; then
    verdict="FAILED: $told" failed=yes
  fi
  line "$case" "$(tr '\n' ' ' <"$work/system")" "$(tr '\n' ' ' <"$work/tried")${difference:+ ($difference)}" "$verdict"
  rows=$((rows + 1))
done <"$network/names.table"

echo "$rows configurations"
[ $rows -ge 20 ] || fail "there are $rows rows only"
[ -z "$failed" ] || fail "see the table"
