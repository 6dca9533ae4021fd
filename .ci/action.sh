#!/usr/bin/env bash
# The action with a local runner, in every workflow that docs/github-actions.md shows, and actionlint over all workflows.
# Other people's actions are replaced by stubs that say what they were given.
#
#   ACT=bin/act ACTIONLINT=bin/actionlint .ci/action.sh      make action installs both
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
act=$(realpath "$ACT")
snippets=$work/snippets
.ci/snippets.sh docs/github-actions.md yaml "$snippets"
.ci/snippets.sh docs/plan-reviews.md yaml "$work/plans"
.ci/snippets.sh docs/expectations.md yaml "$work/expectations"
release=$work/release
uses=$(sed -n 's|^ *- uses: \(apiglint/apiglint@.*\)|\1|p' "$snippets/1.yaml")
.ci/snapshot.sh "$release" "${uses#*@}"
rm -rf "$release/.git" "$release/docs" "$release/testdata" # an archive has no .git, and a build needs no more

passed() { echo "action: $*"; }
wrong() {
  cat "$work/log" >&2
  echo "action: $*" >&2
  exit 1
}

"$ACTIONLINT" "$snippets"/*.yaml "$work/plans/1.yaml" "$work/expectations/1.yaml" .github/workflows/*.yml
# shellcheck disable=SC2016 # the expression is what is looked for
if grep -n '\${{' action.yml | grep -vE '^[0-9]+:( +(value|[A-Z_]+|sarif_file): \$\{\{ [^{]+ \}\}|#.*)$'; then
  echo "action: action.yml has an expression where it may be a script" >&2
  exit 1
fi
passed "actionlint accepts the workflows of the pages and of the project"

# Stubs, for all that is used and is not checkout, which the local runner does itself.
stubs=()
while read -r other; do
  repository=$(cut -d/ -f1,2 <<<"${other%@*}")
  [ "$repository" != actions/checkout ] || continue
  [ "$other" != "$uses" ] || continue
  inside=$(cut -d/ -f3- <<<"${other%@*}")
  mkdir -p "$work/stubs/$repository/$inside"
  cat >"$work/stubs/$repository/$inside/action.yml" <<YAML
name: stub
inputs: { sarif_file: { default: "" }, path: { default: "" }, category: { default: "" } }
runs:
  using: composite
  steps:
    - name: Stub
      shell: bash
      env: { SARIF: "\${{ inputs.sarif_file }}" }
      run: |
        echo "stub of ${other%@*}"
        [ -z "\$SARIF" ] || { echo "results \$(grep -o '"ruleIndex"' "\$SARIF" | wc -l)"; grep -o '"id": *"[^"]*/"' "\$SARIF"; }
YAML
  stubs+=(--local-repository "$repository@${other#*@}=$work/stubs/$repository")
done < <(sed -nE 's/^ *(- )?uses: ([^ ]+).*/\2/p' action.yml "$snippets"/*.yaml | sort -u)

# A user's repository: two roots that call modules, and the workflows of the page.
user=$work/user
mkdir -p "$user/.github/workflows"
cp -r testdata/examples/healthy "$user/shop"
cp -r testdata/examples/flat "$user/partners"
cp "$snippets"/*.yaml "$user/.github/workflows/"
git -C "$user" init --quiet --initial-branch main
git -C "$user" config user.name ci
git -C "$user" config user.email ci@example.com
git -C "$user" remote add origin https://github.com/shop/infra
commit() { git -C "$user" add --all && git -C "$user" commit --quiet --message "$1"; }
commit "A healthy gateway"

here=$user
# runs CODE EVENT WORKFLOW [PAYLOAD] keeps the log for says. Without a WORKFLOW all of them run.
runs() {
  local code=0 want=$1
  printf '%s' "${4:-{\}}" >"$work/event.json"
  (cd "$here" && GOFLAGS='' "$act" "$2" --workflows ".github/workflows/$3" --eventpath "$work/event.json" --platform ubuntu-latest=-self-hosted \
    --no-cache-server --action-cache-path "$work/act" --local-repository "$uses=$release" "${stubs[@]}") >"$work/log" 2>&1 || code=$?
  [ "$code" -eq "$want" ] || wrong "$2 of $3 exits with $code, not with $want"
}
says() { # says TIMES PATTERN, or some PATTERN
  local times
  times=$(grep -cE -- "$2" "$work/log" || true)
  [ "$times" = "$1" ] || { [ "$1" = some ] && [ "$times" -gt 0 ]; } || wrong "says $times times, not $1: $2"
}
weaken() { sed -i 's/"TLSv1.2"/"TLSv1.1"/' "$user/$1"; } # the rule weak-tls

# One that asks for what the page does not, and shows the outputs.
cat >"$user/.github/workflows/probe.yml" <<YAML
on: pull_request
jobs:
  probe:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: $uses
        id: apiglint
        with:
          paths: |
            shop
            partners
          args: |
            --rule
            weak-tls
          category: it's \$(here)
          fail-on: error
          sarif-file: out file.sarif
          code-scanning: true
      - if: always()
        env: { OUTPUTS: "\${{ toJSON(steps.apiglint.outputs) }}" }
        run: echo "\$OUTPUTS"
YAML
commit "Lint it otherwise, too"
of() { printf '{"pull_request": {"head": {"repo": {"full_name": "%s"}}, "base": {"sha": "%s"}}}' "$1" "${2:-}"; }

runs 0 push ""
says 6 'Success - Main apiglint/apiglint@' # only-new is for pull requests, parts are two
says 6 '^### apiglint: no findings$'
says 0 '::(error|warning|notice) '
says 3 '\| results 0$'
says 1 '\| "id": "apiglint/"'
says 1 '\| "id": "apiglint-shop/"'
says 1 '\| "id": "apiglint-partners/"'
passed "every workflow of the page lets a healthy repository through, and each part has its category"

weaken shop/modules/service/main.tf
weaken partners/main.tf
commit "Let old clients in"
runs 1 push ""
says 6 'Failure - Main Verdict'
says 6 'Failure - Main apiglint/apiglint@'
says 5 '::warning file=shop/modules/service/main.tf,line=11,'
says 5 '::warning file=partners/main.tf,line=70,'
says 4 '^### apiglint: 2 warnings$'
says 2 '^### apiglint: 1 warning$'
says 2 '\| results 1$'
says 1 '\| results 2$'
says 1 '\| stub of actions/upload-artifact'
passed "every workflow of the page fails at the end where there are findings: after annotations, summary, upload and artifact"

runs 0 pull_request probe.yml "$(of shop/infra)"
says 1 '"exit-code": "0"'
says 1 '"findings": "2"'
says 1 '"sarif-file": "out file.sarif"'
says 1 "id\": \"it's .*here"
passed "inputs are data: paths, flags, level, category and file"

runs 1 pull_request 2.yaml "$(of shop/infra)"
says 1 '\| stub of github/codeql-action/upload-sarif'
runs 1 pull_request 2.yaml "$(of someone/infra)"
says 0 '\| stub of github/codeql-action/upload-sarif'
says 1 '::notice title=apiglint::a pull request from a fork cannot upload'
says 1 'Failure - Main Verdict'
passed "pull requests upload, and those from forks say that they cannot"

# What a pull request names is no command: the runner takes none while it is printed.
hostile='::add-mask::hostile'
mkdir "$user/$hostile"
cp "$user/partners/main.tf" "$user/$hostile"
commit "Be hostile"
runs 1 push 1.yaml
says some "\| .*$hostile/main.tf:70:[0-9]+: "
awk '
  match($0, /::stop-commands::[0-9a-f]+/) { resume = "::" substr($0, RSTART + 17, RLENGTH - 17) "::"; next }
  resume && index($0, resume) { resume = "" }
  /\| .*hostile/ && !resume { exit 1 }
' "$work/log" || wrong "prints names while the runner takes commands"
rm -r "${user:?}/$hostile"
commit "Be good"
passed "names in the repository are no commands to the runner"

echo 'resource {' >"$user/shop/broken.tf"
commit "Break a file"
runs 1 pull_request probe.yml "$(of shop/infra)"
says 1 'Failure - Main Lint'
says 0 'Main (Verdict|Upload to code scanning)'
says 1 '::error file=shop/broken.tf,'
says 1 '"exit-code": "2"'
says 1 '"sarif-file": ""'
rm "$user/shop/broken.tf"
commit "Mend the file"
passed "input that cannot be read fails at once, and nothing is uploaded"

# Two findings are in main. The branch leaves them, then adds one; it is checked out as GitHub does it: shallow, and merged.
onMain=$(git -C "$user" rev-parse HEAD)
git -C "$user" checkout --quiet -b branch HEAD~
merged() { # merged CODE: runs with the branch merged into main, and nothing of main at hand
  commit "Work on the branch"
  git -C "$user" checkout --quiet --detach "$onMain"
  git -C "$user" merge --quiet --no-ff --message "Merge" branch
  git -C "$user" update-ref refs/pull/1/merge HEAD
  git -C "$user" checkout --quiet branch
  rm -rf "$work/shallow"
  git clone --quiet --depth 1 "file://$user" "$work/shallow" --no-checkout
  git -C "$work/shallow" fetch --quiet --depth 1 origin refs/pull/1/merge
  git -C "$work/shallow" checkout --quiet --detach FETCH_HEAD
  git -C "$work/shallow" remote set-url origin https://github.com/shop/infra
  git -C "$work/shallow" config "url.file://$user.insteadOf" https://github.com/shop/infra
  here=$work/shallow
  runs "$1" pull_request 3.yaml "$(of shop/infra "$onMain")"
}
git -C "$user" config uploadpack.allowAnySHA1InWant true
echo '# A comment.' >>"$user/shop/main.tf"
merged 0
says 1 '^### apiglint: nothing introduced, 2 already there$'
sed -i 's/"HTTPS"/"HTPS"/' "$user/shop/modules/service/apis.tf"
merged 1
# Callers first; a protocol that is none, and a publication that does not publish the edit.
says 1 '^### apiglint: [0-9]+ calls? .*; findings: 2 introduced \(2 errors\), 2 already there$'
says 0 'weak-tls'
passed "only-new reports what a pull request introduces"
