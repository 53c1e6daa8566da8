#!/bin/sh
# Puts a built site in place on a server, all at once, and can put the one before back.
#
#   publiceer.sh site/ [/srv/transitieversneller]     publish what `make site` built
#   publiceer.sh --terug [/srv/transitieversneller]   back to the release that readers had before
#
# A release is a folder in versies/. The link huidig points to the one that readers get; turning it is one rename, so
# that nobody ever gets half a site. The five newest releases stay. The file .eerder lists what readers had before,
# the last one below: going back never lands on a release that was left because something was wrong with it.
set -eu

keep=5
what=${1:?"Noem de map met de gebouwde site, of --terug."}
base=${2:-/srv/transitieversneller}
releases=$base/versies
current=$base/huidig
history=$base/.eerder

fail() {
  echo "Fout: $1" >&2
  exit 1
}

turn_to() {
  link=$(mktemp -u "$base/.huidig-XXXXXX")
  ln -s "versies/$1" "$link"
  mv -T "$link" "$current"
  echo "De site is nu versie $1."
}

if [ "$what" != --terug ] && { [ ! -f "$what/index.html" ] || [ ! -f "$what/404.html" ]; }; then
  fail "in '$what' staat geen gebouwde site. Draai eerst 'make site'."
fi
if [ "$what" != --terug ] && [ -e "$what/niet-publiceren.txt" ]; then
  fail "in '$what' staat een voorbeeld met concepten. Draai eerst 'make site'."
fi
[ "$what" != --terug ] || [ -d "$releases" ] || fail "er is geen eerdere versie om naar terug te gaan."
mkdir -p "$releases"

# One at a time: who comes second waits for the first.
exec 9>"$base/.slot"
flock -w 300 9 || fail "er wordt al een site geplaatst in '$base'. Probeer het straks opnieuw."

now=$(basename "$(readlink "$current" || true)")
if [ ! -f "$history" ]; then
  # A server from before this list: what stands there in order.
  for release in "$releases"/[0-9]*/; do
    name=$(basename "$release")
    [ "$name" != "$now" ] || break
    [ ! -d "$release" ] || echo "$name"
  done >"$history"
fi

if [ "$what" = --terug ]; then
  before=
  while [ -z "$before" ] && [ -s "$history" ]; do
    before=$(tail -n 1 "$history")
    sed '$d' "$history" >"$history.nieuw"
    mv "$history.nieuw" "$history"
    if [ "$before" = "$now" ] || [ ! -d "$releases/$before" ]; then before=; fi
  done
  [ -n "$before" ] || fail "er is geen eerdere versie om naar terug te gaan."
  turn_to "$before"
  exit
fi

number=0
for release in "$releases"/*/; do
  last=$(basename "$release")
  case $last in [0-9]*) number=${last#"${last%%[!0]*}"} ;; esac
done
new=$(printf '%06d' $((number + 1)))
unfinished=$(mktemp -d "$releases/.nieuw-XXXXXX")
trap 'rm -rf "$unfinished"' EXIT
trap 'exit 1' HUP INT TERM
cp -R "$what/." "$unfinished"
chmod -R a+rX "$unfinished"
mv -T "$unfinished" "$releases/$new"
[ -z "$now" ] || echo "$now" >>"$history"
turn_to "$new"

# The oldest go, and what a publication left that was killed; never the release that is shown.
for left in "$releases"/.nieuw-* "$base"/.huidig-*; do rm -rf "$left"; done
extra=$(($(find "$releases" -mindepth 1 -maxdepth 1 -type d -name '[0-9]*' | wc -l) - keep))
for release in "$releases"/*/; do
  [ "$extra" -gt 0 ] || break
  [ "$(basename "$release")" = "$new" ] || rm -rf "$release"
  extra=$((extra - 1))
done
