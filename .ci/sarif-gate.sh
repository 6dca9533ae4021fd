#!/usr/bin/env bash
# Validates SARIF files as an upload to GitHub's code scanning would be: the schema check of the upload action, then the
# official validator with GitHub's rules.
#
#   .ci/sarif-gate.sh out.sarif…      TOOLS=DIR keeps the tools (npm packages) for the next run
set -euo pipefail
[ $# -gt 0 ] || { echo "usage: $0 FILE..." >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tools=${TOOLS:-$work/tools}

if [ ! -d "$tools/node_modules/@microsoft/sarif-multitool-linux" ]; then
  npm install --silent --no-audit --no-fund --prefix "$tools" \
    @microsoft/sarif-multitool@5.7.0 @microsoft/sarif-multitool-linux@5.7.0 jsonschema@1.5.0 >/dev/null
fi
package=$tools/node_modules/@microsoft/sarif-multitool-linux
multitool=$package/Sarif.Multitool
chmod u+x "$multitool"

cat > "$tools/schema.mjs" <<'JS'
import fs from "node:fs";
import js from "jsonschema";
const read = (file) => JSON.parse(fs.readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
const [schema, ...files] = process.argv.slice(2);
let failed = false;
for (const file of files) {
  for (const e of new js.Validator().validate(read(file), read(schema)).errors) {
    console.error(`${file}: ${e.stack}`);
    failed = true;
  }
}
process.exit(failed ? 1 : 0);
JS

# GitHub's own rules are off by default.
cat > "$tools/rules.mjs" <<'JS'
import fs from "node:fs";
const [file] = process.argv.slice(2);
let rule = "", enabled = 0;
const lines = fs.readFileSync(file, "utf8").split("\n").map((line) => {
  const key = line.match(/Key="(GH\d+|[A-Z]+\d+)\./) ?? line.match(/Key="([^"]+)"/);
  if (key && /Properties/.test(line)) rule = key[1];
  if (/^GH1/.test(rule) && /RuleEnabled/.test(line)) {
    enabled++;
    return line.replace(/(Key="RuleEnabled" Value=)"[^"]*"/, '$1"Error"');
  }
  return line;
});
if (enabled < 7) throw new Error(`only ${enabled} of GitHub's rules are known to the validator`);
fs.writeFileSync(file, lines.join("\n"));
JS

# The exit code of the validator says nothing; its report does. SARIF2002 contradicts GH1007, SARIF2006 needs a network.
cat > "$tools/verdict.mjs" <<'JS'
import fs from "node:fs";
const [file] = process.argv.slice(2);
const run = JSON.parse(fs.readFileSync(file, "utf8").replace(/^\uFEFF/, "")).runs[0];
const ignored = ["SARIF2002", "SARIF2006"];
const results = (run.results ?? []).filter((r) => !ignored.includes(r.ruleId));
for (const r of results) {
  const at = r.locations?.[0]?.physicalLocation;
  const uri = at?.artifactLocation?.uri ?? run.artifacts?.[at?.artifactLocation?.index]?.location?.uri;
  console.error(`${uri}:${at?.region?.startLine ?? 0}: ${r.level ?? "warning"}: ${r.ruleId}: ${r.message.text ?? JSON.stringify(r.message)}`);
}
process.exit(results.length ? 1 : 0);
JS

node "$tools/schema.mjs" "$package/sarif-2.1.0.json" "$@"
"$multitool" export-validation-config "$work/rules.xml" >/dev/null
node "$tools/rules.mjs" "$work/rules.xml"
# One call for all files: it takes a second to start.
"$multitool" validate "$@" --config "$work/rules.xml" --rule-kind "Sarif;Ghas" --level "Error;Warning" \
  -o "$work/report.sarif" --log "ForceOverwrite;PrettyPrint" > "$work/log"
grep -q "^Done. $# files scanned" "$work/log" || { cat "$work/log" >&2; echo "not all of the files were looked at" >&2; exit 1; }
node "$tools/verdict.mjs" "$work/report.sarif"
echo "$# SARIF file(s) pass"
