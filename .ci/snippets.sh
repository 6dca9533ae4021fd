#!/usr/bin/env bash
# Writes the fenced blocks of a page, each to a file, so that what the page shows can be run.
#
#   .ci/snippets.sh PAGE LANGUAGE DIR      DIR/1.LANGUAGE, DIR/2.LANGUAGE, … in the order of the page
set -euo pipefail
[ $# -eq 3 ] || { echo "usage: $0 PAGE LANGUAGE DIR" >&2; exit 2; }
mkdir -p "$3"
awk -v language="$2" -v dir="$3" '
  $0 == "```" && out { close(out); out = ""; next }
  $0 == "```" language && !out { out = dir "/" ++n "." language; printf "" > out; next }
  out { print > out }
  END { if (!n || out) { print FILENAME ": no blocks of " language ", or one without an end" > "/dev/stderr"; exit 1 } }
' "$1"
