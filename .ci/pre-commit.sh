#!/usr/bin/env bash
# The hooks with the real pre-commit, from this work tree, and everything that docs/pre-commit.md shows.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
docs=$PWD/docs/pre-commit.md
snippets=$work/snippets
.ci/snippets.sh "$docs" yaml "$snippets"
.ci/snippets.sh "$docs" sh "$snippets"
rev=$(sed -n 's/^ *rev: //p' "$snippets/1.yaml")
release=$work/release
.ci/snapshot.sh "$release" "$rev"

passed() { echo "pre-commit: $*"; }

# exits CODE COMMAND… keeps the output for says.
exits() {
  local code=0 want=$1
  shift
  "$@" >"$work/out" 2>&1 || code=$?
  [ "$code" -eq "$want" ] || wrong "exits with $code, not with $want: $*"
}
says() { # says TIMES PATTERN, or some PATTERN
  local times
  times=$(grep -cE -- "$2" "$work/out" || true)
  [ "$times" = "$1" ] || { [ "$1" = some ] && [ "$times" -gt 0 ]; } || wrong "says $times times, not $1: $2"
}
wrong() {
  cat "$work/out" >&2
  echo "pre-commit: $*" >&2
  exit 1
}

# The address that the page names is this work tree. pre-commit takes no configuration of git from the environment, but
# git's home. -trimpath lets one build serve all installations, wherever their modules lie.
GOPATH=$(go env GOPATH) GOMODCACHE=$(go env GOMODCACHE) GOCACHE=$(go env GOCACHE)
export GOPATH GOMODCACHE GOCACHE GOFLAGS=-trimpath
export HOME=$work/home PRE_COMMIT_HOME=$work/cache
mkdir "$HOME"
address=$(sed -n 's/^ *- repo: //p' "$snippets/1.yaml")
git config --global "url.$release.insteadOf" "$address"
git config --global user.name ci
git config --global user.email ci@example.com
git config --global init.defaultBranch main

pre-commit validate-manifest .pre-commit-hooks.yaml
passed "the manifest is valid"

# A user's repository: a root with modules, and another root beside it.
mkdir "$work/user"
cp -r testdata/examples/healthy "$work/user/infra"
mkdir "$work/user/other"
echo 'variable "x" {}' >"$work/user/other/main.tf"
cd "$work/user"
service=infra/modules/service
git init --quiet
use() { cp "$1" .pre-commit-config.yaml; git add .pre-commit-config.yaml; }
weaken() { sed -i 's/"TLSv1.2"/"TLSv1.1"/' $service/main.tf; } # DOM208, in both services that call the module
restore() { git reset --quiet --hard; }

use "$snippets/1.yaml"
git add --all
exits 0 bash -e "$snippets/1.sh"
says 1 'Initializing environment'
exits 0 git commit --message "A healthy gateway"
says 1 '^apiglint\.+Passed$'
says 0 'Initializing environment'
binary=$(find "$PRE_COMMIT_HOME" -name apiglint -type f -perm -u+x)
exits 0 "$binary" version
says 1 "^apiglint [^ ]*$(git -C "$release" rev-parse --short=12 "$rev")" # pre-commit fetches no tag
passed "installed into a cold cache, in use from a warm one; the version names the commit"

weaken
echo '# The names of the APIs.' >>$service/apis.tf
git add --all
exits 1 git commit --message "Let old clients in"
says 1 "^$service/main.tf:[0-9:]+ .* \[DOM[0-9]+ weak-tls\]$"
says 1 '^1 (error|warning)$'
exits 1 git rev-parse --verify --quiet HEAD~ # nothing was committed
sed -i 's/"TLSv1.1"/"TLSv1.2"/' $service/main.tf
git add --all
exits 0 git commit --message "Name the APIs"
passed "a bad commit of two files of one module: blocked, one report; fixed, committed"

git rm --quiet infra/modules/consumer/main.tf
exits 1 git commit --message "Delete the consumers"
says 1 '\[AUT401 unauthorized-api\]$'
restore
passed "a commit that only deletes, and breaks something elsewhere: blocked"

weaken
git add --all
sed -i 's/"TLSv1.1"/"TLSv1.2"/' $service/main.tf
exits 1 git commit --message "Staged is what is bad"
says 1 '\[DOM[0-9]+ weak-tls\]$'
restore
echo '# A comment.' >>$service/main.tf
git add --all
weaken
exits 0 git commit --message "Staged is what is good"
says 1 '^apiglint\.+Passed$'
exits 0 git diff
says 1 '^\+.*"TLSv1.1"$'
restore
passed "of a partly staged file what is staged counts, and the rest is still there"

changed=$work/changed.yaml
sed 's/id: apiglint$/id: apiglint-changed/' "$snippets/1.yaml" >"$changed"
use "$changed"
git commit --quiet --message "Lint what is changed"
weaken
for file in infra/*.tf "$service"/*.tf infra/modules/gateway/*.tf infra/terraform.tfvars; do echo '# A comment.' >>"$file"; done
git add --all
exits 1 git commit --message "Change many files"
says 1 '\[DOM[0-9]+ weak-tls\]$'
says 1 'also: module.service'
says 1 '^1 (error|warning)$'
restore
weaken
exits 1 pre-commit run --files $service/outputs.tf
says 1 'module.service\["partners"\].* \[DOM[0-9]+ weak-tls\]$'
exits 0 pre-commit run --files other/main.tf
restore
echo 'resource {' >>other/main.tf
exits 0 pre-commit run --files $service/outputs.tf infra/terraform.tfvars
exits 1 pre-commit run --files $service/outputs.tf other/main.tf
says 1 '^- exit code: 2$'
restore
passed "apiglint-changed: many files of one root make one report, a module is judged where it is called, other roots are left alone"

mkdir -p infra/.terraform/modules/x
echo 'resource {' >infra/.terraform/modules/x/main.tf
for nothing in infra/.terraform/modules/x/main.tf infra/gone.tf README.md; do
  exits 0 pre-commit run --files "$nothing"
  says 1 '\(no files to check\)Skipped$'
done
rm -r infra/.terraform
git rm --quiet infra/modules/consumer/main.tf
exits 0 git commit --message "Delete the consumers"
says 1 '\(no files to check\)Skipped$'
git reset --quiet --hard HEAD~
passed "apiglint-changed: .terraform, missing files and deletions are no files to check"

for snippet in "$snippets"/*.yaml; do
  exits 0 pre-commit validate-config "$snippet"
  use "$snippet"
  exits 0 bash -e "$snippets/3.sh"
  says 1 'Passed$'
  sed -i 's/"HTTPS"/"HTPS"/' $service/apis.tf
  exits 1 bash -e "$snippets/3.sh"
  says 1 ' is "HTPS", which is not a valid value'
  restore
done
passed "every configuration of the page lets a healthy repository through, and stops a broken one"

echo 'resource {' >>other/main.tf
git add --all
exits 1 pre-commit try-repo "$release" apiglint --all-files
says 1 '^- exit code: 2$'
restore
passed "try-repo, and input that cannot be read"

# Without a network: the same commands find the modules in the cache, or in the repository, or not at all.
offline() { # offline NAME MODULES COMMAND…: with an installation and a cache of modules of its own
  GOPROXY=off PRE_COMMIT_HOME=$work/$1 GOMODCACHE=$2 "${@:3}"
}
use "$snippets/1.yaml"
exits 0 offline cached "$GOMODCACHE" bash -e "$snippets/2.sh"
exits 0 offline cached "$GOMODCACHE" bash -e "$snippets/3.sh"
says 0 'Initializing environment'
says 1 'Passed$'
passed "offline with the module cache"
mkdir "$work/no-modules"
exits 3 offline empty "$work/no-modules" bash -e "$snippets/2.sh"
says some 'module lookup disabled by GOPROXY=off'
(cd "$release" && go mod vendor && git add --force vendor && git commit --quiet --message "Vendor" && git tag --force "$rev" >/dev/null)
exits 0 offline vendored "$work/no-modules" bash -e "$snippets/2.sh"
exits 0 offline vendored "$work/no-modules" bash -e "$snippets/3.sh"
says 1 'Passed$'
passed "offline with vendored modules"
