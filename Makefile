# make check laws is what CI runs. Tools are pinned and installed into ./bin.

BENCHSTAT_VERSION := v0.0.0-20250813145418-2f7363a06fe1
GOLANGCI_LINT_VERSION := v2.15.0
GOLANGCI_LINT := bin/golangci-lint-$(GOLANGCI_LINT_VERSION)
ACT_VERSION := v0.2.89
ACT := bin/act-$(ACT_VERSION)
ACTIONLINT_VERSION := v1.7.12
ACTIONLINT := bin/actionlint-$(ACTIONLINT_VERSION)

.PHONY: check
check: lint test-race generated platforms

# The README's test command: at most two minutes on two processors.
.PHONY: test
test:
	go test ./...

# A sample of what runs side by side. The tests of the command's own package and of the judge run programs, and what evaluates and
# reads expressions runs in one goroutine: they take minutes under the race detector, and it has nothing to find there.
.PHONY: test-race
test-race:
	go test -race -short $$(go list ./... | grep -vE '/(cmd/apiglint|rules/judge|terraform/(meter|funcs|syntax))$$')

# All tests with nothing left out: the laws on every fixture and example, every hostile input, every seed of the fuzzers, and
# those with Terraform itself. Plain go test takes a sample (lint/linttest/sample.go). Thousands of small configurations leave much
# to collect, so memory is traded for a quarter of the time. TestJudge has a target of its own.
.PHONY: laws
laws:
	GOGC=400 go test -tags laws -timeout 25m -skip '^TestJudge$$' ./...

# Generated resources, most of them with one fault, judged by Terraform with testdata/stubprovider, or with the program of the
# real provider: make judge PROVIDER=…/terraform-provider-huaweicloud.
SEEDS := 3
PROVIDER :=
.PHONY: judge
judge:
	APIGLINT_PROVIDER=$(abspath $(PROVIDER)) go test -tags laws -count 1 -timeout 15m -v -run '^TestJudge$$' ./rules/judge -seeds $(SEEDS)

# Whether everything, tests included, compiles for the platforms that are released.
.PHONY: platforms
platforms:
	GOOS=darwin GOARCH=amd64 go vet ./...
	GOOS=windows GOARCH=amd64 go vet ./...

.PHONY: lint
lint: $(GOLANGCI_LINT)
	$(GOLANGCI_LINT) run ./...

.PHONY: fmt
fmt: $(GOLANGCI_LINT)
	$(GOLANGCI_LINT) fmt ./...

# What each rule finds of the defects in testdata/recall, and what it is silent about that only looks like one.
.PHONY: recall
recall:
	@cd rules && go test -run '^TestRecall$$' -recall-table .

# Generated files and go.mod are what their sources make.
.PHONY: generated
generated:
	go generate ./...
	go mod tidy -diff
	git diff --exit-code -- docs

# Our whole lint against hclsyntax alone on the same files, and start-up. Ratios of one run, see docs/performance.md.
.PHONY: bench
bench:
	go test -run '^$$' -bench 'Lint|Review' -benchtime 5x -timeout 60m ./rules
	go test -run '^$$' -bench 'Report' -benchtime 5x -timeout 60m ./lint/report
	go test -run '^$$' -bench 'Check|Trace' -benchtime 5x -timeout 60m ./cmd/apiglint
	go test -run '^$$' -bench 'Start' ./cmd/apiglint

# What of the rules' work grows faster than what it is done on: exact counts, so that it fails where the figures only differ.
COUNTED := ./schema/...,./lint,./rules/...,slices,maps,strings,bytes
.PHONY: growth
growth:
	go build -cover -covermode=atomic -coverpkg=$(COUNTED) -o bin/growth ./rules/growth
	@dir=$$(mktemp -d) && GOCOVERDIR=$$dir bin/growth; found=$$?; rm -r $$dir; exit $$found

# The same figures for this commit and for another one: make bench-compare [REV=…], by default the one before.
REV := HEAD~1
BENCHSTAT := bin/benchstat-$(BENCHSTAT_VERSION)
COMPARED := -run '^$$' -bench 'Lint/apis=1000$$' -benchtime 5x -count 6 ./rules
.PHONY: bench-compare
bench-compare: $(BENCHSTAT)
	rm -rf bin/before && git worktree prune && git worktree add --detach --force bin/before $(REV)
	cd bin/before && go test $(COMPARED) > ../before.txt
	go test $(COMPARED) > bin/after.txt
	git worktree remove --force bin/before
	$(BENCHSTAT) bin/before.txt bin/after.txt

$(BENCHSTAT):
	GOBIN=$(CURDIR)/bin go install golang.org/x/perf/cmd/benchstat@$(BENCHSTAT_VERSION)
	mv bin/benchstat $@

# The hooks with the real pre-commit (from Debian's packages), and the action with a local runner of actions.
.PHONY: hooks
hooks:
	.ci/pre-commit.sh

# The pictures of reviews and traces, drawn by mermaid itself in a browser. It needs npm and chromium, and skips without them.
.PHONY: pictures
pictures:
	.ci/pictures.sh

.PHONY: action
action: $(ACT) $(ACTIONLINT)
	ACT=$(ACT) ACTIONLINT=$(ACTIONLINT) .ci/action.sh

# Hostile inputs in their full sizes, one after the other: the table in docs/security.md. It takes minutes and some GB of disk.
.PHONY: hostile
hostile:
	go test -tags laws ./cmd/apiglint -count 1 -timeout 1h -run '^TestHostile$$' -hostile-table

# The archives of a release, for linux, darwin and windows on amd64 and arm64, with their checksums. CONTRIBUTING.md says when.
.PHONY: release
release:
	.ci/release.sh dist

# The same as a trial: built twice and compared, and run.
.PHONY: snapshot
snapshot:
	.ci/reproducible.sh dist

$(GOLANGCI_LINT):
	GOBIN=$(CURDIR)/bin go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI_LINT_VERSION)
	mv bin/golangci-lint $@

$(ACT):
	GOBIN=$(CURDIR)/bin go install github.com/nektos/act@$(ACT_VERSION)
	mv bin/act $@

$(ACTIONLINT):
	GOBIN=$(CURDIR)/bin go install github.com/rhysd/actionlint/cmd/actionlint@$(ACTIONLINT_VERSION)
	mv bin/actionlint $@
