#!/usr/bin/env bash
# Makes a git repository of the work tree as it is, uncommitted files included: what a release of it would be.
#
#   .ci/snapshot.sh DIR TAG
set -euo pipefail
[ $# -eq 2 ] || { echo "usage: $0 DIR TAG" >&2; exit 2; }
cd "$(dirname "$0")/.."
index=$(mktemp -u)
trap 'rm -f "$index"' EXIT
mkdir -p "$1"
GIT_INDEX_FILE=$index git add --all
git archive "$(GIT_INDEX_FILE=$index git write-tree)" | tar -x -C "$1"
git -C "$1" init --quiet
git -C "$1" add --all --force
git -C "$1" -c user.name=ci -c user.email=ci@example.com commit --quiet --message "A release"
git -C "$1" tag "$2"
