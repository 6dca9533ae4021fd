#!/usr/bin/env bash
# Builds the archive of a release of HEAD for this machine, builds it again from another clone, with an empty build cache and in
# another time zone, and compares. Then the program in it is run.
#
#   .ci/reproducible.sh [FOLDER]      builds the archives for all platforms, compares that for Windows, too, and keeps them in FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
here=$(go env GOHOSTOS)/$(go env GOHOSTARCH)

git clone --quiet . "$work/once"
git clone --quiet . "$work/a much longer name/again"
compared=("$here")
[ $# -eq 0 ] || compared+=(windows/amd64)
(cd "$work/once" && if [ $# -gt 0 ]; then .ci/release.sh "$work/dist"; else .ci/release.sh "$work/dist" "${compared[@]}"; fi)
(cd "$work/a much longer name/again" && umask 077 && TZ=Asia/Shanghai GOCACHE="$work/cache" GOTMPDIR="$work" \
  .ci/release.sh "$work/dist-again" "${compared[@]}")

archives=("$work"/dist/apiglint_*_"${here/\//_}".*)
(cd "$work/dist" && sha256sum --check --quiet SHA256SUMS && cat SHA256SUMS)
of_compared=$(IFS='|'; echo "${compared[*]//\//_}")
diff <(cd "$work/dist" && grep -E "_($of_compared)\." SHA256SUMS) "$work/dist-again/SHA256SUMS" ||
  { echo "two builds of one commit differ" >&2; exit 1; }

mkdir "$work/unpacked"
tar -xzf "${archives[0]}" -C "$work/unpacked" --strip-components=1
"$work/unpacked/apiglint" version
"$work/unpacked/apiglint" check --fail-on never testdata/examples/healthy
[ $# -eq 0 ] || { mkdir -p "$1" && cp "$work"/dist/* "$1"; }
echo "the release is reproducible"
