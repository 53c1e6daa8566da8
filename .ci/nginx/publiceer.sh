#!/bin/sh
# Puts a built site in place on a server, all at once, and can put the one before back.
#
#   publiceer.sh site/ [/srv/transitieversneller]     publish what `make site` built
#   publiceer.sh --terug [/srv/transitieversneller]   back to the release before this one
#
# A release is a folder in versies/. The link huidig points to the one that readers get; turning it is one rename, so
# that nobody ever gets half a site. The five newest releases stay.
set -eu

keep=5
what=${1:?"Noem de map met de gebouwde site, of --terug."}
base=${2:-/srv/transitieversneller}
releases=$base/versies
current=$base/huidig

turn_to() {
  ln -sfn "versies/$1" "$base/.huidig-nieuw"
  mv -T "$base/.huidig-nieuw" "$current"
  echo "De site is nu versie $1."
}

now=$(basename "$(readlink "$current" || true)")

if [ "$what" = --terug ]; then
  before=
  for release in "$releases"/*/; do
    name=$(basename "$release")
    [ "$name" = "$now" ] && break
    before=$name
  done
  if [ -z "$before" ] || [ ! -d "$releases/$before" ]; then
    echo "Fout: er is geen eerdere versie om naar terug te gaan." >&2
    exit 1
  fi
  turn_to "$before"
  exit
fi

if [ ! -f "$what/index.html" ] || [ ! -f "$what/404.html" ]; then
  echo "Fout: in '$what' staat geen gebouwde site. Draai eerst 'make site'." >&2
  exit 1
fi

mkdir -p "$releases"
number=0
for release in "$releases"/*/; do
  last=$(basename "$release")
  case $last in [0-9]*) number=${last#"${last%%[!0]*}"} ;; esac
done
new=$(printf '%06d' $((number + 1)))
unfinished=$releases/.$new
rm -rf "$unfinished"
cp -R "$what" "$unfinished"
chmod -R a+rX "$unfinished"
mv -T "$unfinished" "$releases/$new"
turn_to "$new"

# The oldest go; never the one that is shown.
extra=$(($(find "$releases" -mindepth 1 -maxdepth 1 -type d -name '[0-9]*' | wc -l) - keep))
for release in "$releases"/*/; do
  [ "$extra" -gt 0 ] || break
  [ "$(basename "$release")" = "$new" ] || rm -rf "$release"
  extra=$((extra - 1))
done
