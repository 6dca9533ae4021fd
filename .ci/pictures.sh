#!/usr/bin/env bash
# Renders the pictures of reviews and traces in a browser with mermaid itself, which npm installs into a temporary directory. Nothing
# else needs it: it skips where there is no chromium or npm.
#
#   .ci/pictures.sh [DIR]      DIR keeps pictures.png, for people to look at
set -euo pipefail
cd "$(dirname "$0")/.."
for program in npm chromium; do
  command -v "$program" >/dev/null || { echo "pictures: skipped, because $program is not installed"; exit 0; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" mermaid@11 >/dev/null
go build -o "$work/apiglint" ./cmd/apiglint

shown=$work/shown.md
for plan in testdata/plans/*/plan.json; do
  "$work/apiglint" plan --format markdown "$plan" >>"$shown" || [ $? -eq 1 ]
done
for dir in testdata/trace/shop testdata/examples/broken; do
  { "$work/apiglint" trace --all "$dir" 2>/dev/null || true; } | sed -nE 's/^ *[-+?!x] ([A-Z]+ [^ ,]+).*/\1/p' | awk 'NR <= 8' | while IFS= read -r call; do
    "$work/apiglint" trace --format markdown "$call" "$dir" 2>/dev/null || [ $? -ne 2 ]
  done >>"$shown"
done
{
  echo '<!doctype html><meta charset="utf-8"><title>waiting</title><body>'
  awk '
    $0 == "```mermaid" { inside = 1; print "<pre class=\"mermaid\">"; next }
    inside && $0 == "```" { inside = 0; print "</pre>"; next }
    inside { gsub(/&/, "\\&amp;"); gsub(/</, "\\&lt;"); gsub(/>/, "\\&gt;"); print }
  ' "$shown"
  cat <<HTML
<script src="$work/node_modules/mermaid/dist/mermaid.min.js"></script><script>
mermaid.initialize({startOnLoad: false, securityLevel: "strict"});
mermaid.run().then(() => { document.title = "rendered"; }, error => { document.title = "refused: " + (error.message || error.str); });
</script>
HTML
} >"$work/page.html"
wanted=$(grep -c '^```mermaid$' "$shown")
browser() { chromium --headless --no-sandbox --disable-gpu --allow-file-access-from-files --window-size=1000,4000 --virtual-time-budget=60000 "$@" "file://$work/page.html" 2>/dev/null; }
browser --dump-dom >"$work/dom.html"
title=$(grep -oE '<title>[^<]*' "$work/dom.html" | head -n 1)
drawn=$(grep -oE '<svg[^>]* aria-roledescription="flowchart-v2"' "$work/dom.html" | wc -l)
[ $# -eq 0 ] || browser --screenshot="$(realpath "$1")/pictures.png"
if [ "$title" != '<title>rendered' ] || [ "$drawn" -ne "$wanted" ] || [ "$wanted" -lt 10 ]; then
  echo "pictures: $drawn of $wanted are drawn: ${title#<title>}" >&2
  exit 1
fi
echo "pictures: mermaid draws all $wanted"
