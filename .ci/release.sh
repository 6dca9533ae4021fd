#!/usr/bin/env bash
# Builds the archives of a release and their checksums: the same bytes for the same commit and the same Go, wherever and
# whenever they are built. It needs git, and GNU tar, gzip and zip.
#
#   .ci/release.sh FOLDER [SYSTEM/ARCHITECTURE…]      all six without any
set -euo pipefail
shopt -s nullglob
[ $# -gt 0 ] || { echo "usage: $0 FOLDER [SYSTEM/ARCHITECTURE...]" >&2; exit 2; }
mkdir -p "$1"
to=$(realpath "$1")
cd "$(dirname "$0")/.."
shift
[ $# -gt 0 ] || set -- {linux,darwin,windows}/{amd64,arm64}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
umask 022

commit=$(git rev-parse HEAD)
version=$(git describe --tags --exact-match --match 'v*' 2>/dev/null || echo "v0.0.0-snapshot.${commit:0:12}")
[ -z "$(git status --porcelain)" ] || version+=-modified
time=@$(git log -1 --format=%ct)

# Nothing of the user's settings changes a binary, and nothing of the checkout, which is a clone, a worktree or an archive.
export CGO_ENABLED=0 GOFLAGS=-mod=readonly GOAMD64=v1 GOARM64=v8.0 GOEXPERIMENT='' GOFIPS140=off GOWORK=off LC_ALL=C TZ=UTC
for target; do
  export GOOS=${target%/*} GOARCH=${target#*/}
  name=apiglint_${version#v}_${GOOS}_$GOARCH
  folder=$work/$name
  mkdir -p "$folder/completion"
  go build -trimpath -buildvcs=false -ldflags "-s -w -X main.releaseVersion=$version -X main.releaseCommit=$commit" \
    -o "$folder/apiglint$(go env GOEXE)" ./cmd/apiglint
  install -m 644 README.md CHANGELOG.md LICENSE docs/man/apiglint.1 "$folder"
  install -m 644 cmd/apiglint/completion/* "$folder/completion"
  { go list -deps -f '{{with .Module}}{{if not .Main}}{{.Path}} {{.Dir}}{{end}}{{end}}' ./cmd/apiglint; echo "go $(go env GOROOT)"; } |
    sort -u | while read -r module dir; do
      [ -n "$module" ] || continue
      mkdir -p "$folder/licences/$module"
      find "$dir" -maxdepth 1 -type f -iregex '.*/\(licen[cs]e\|copying\|notice\|patents\)\([-.].*\)?' \
        -exec install -m 644 -t "$folder/licences/$module" {} +
      [ -n "$(ls "$folder/licences/$module")" ] || { echo "$module has no file with its licence" >&2; exit 1; }
    done
  find "$folder" -exec touch --no-dereference --date "$time" {} +
  if [ "$GOOS" = windows ]; then
    (cd "$work" && find "$name" -type f | sort | zip -X -9 --quiet -@ "$name.zip")
  else
    tar --create --directory "$work" --format ustar --sort name --owner 0 --group 0 --numeric-owner "$name" |
      gzip --no-name --best >"$folder.tar.gz"
  fi
done
cp "$work"/*.zip "$work"/*.tar.gz "$to"
(cd "$work" && sha256sum -- *.zip *.tar.gz >"$to/SHA256SUMS")
