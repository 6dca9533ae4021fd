//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/apiglint/apiglint/lint/linttest"
)

var hostileTable = flag.Bool("hostile-table", false, "run hostile inputs in their full sizes, one after the other, and write the table in docs/security.md")

// What a run may take. The time is no measure of speed: what is bounded ends in a fraction of it on any machine, and what
// is not bounded never ends. The memory is what is resident, in bytes.
const (
	hostileTime   = 60 // seconds of the processor
	hostileWait   = 10 * time.Minute
	hostileMemory = 3 << 30
)

// hostile is an input that was made to harm whoever lints it.
type hostile struct {
	name string
	// small and full are the sizes of the input for the test and for the table, in whatever the input counts.
	small, full int
	// make writes the input.
	make func(d dir, n int)
	// args are those of the command, check . where there are none.
	args []string
	// stdin is what the command reads there.
	stdin string
	code  int
	// says is a sentence that the command says about the input, or a part of it. It may be empty where there is nothing to
	// be said.
	says string
	// never is what the output must not have in it.
	never []string
	// alone says why nothing else is linted beside the input.
	alone string
}

// TestHostile runs the command on hostile inputs.
func TestHostile(t *testing.T) {
	program := built(t)
	var table strings.Builder
	for i, h := range slices.Concat(hostileText, hostileValues, hostileTrees, hostileFiles, hostilePlans, hostileNews, hostileNames) {
		if !*hostileTable && !linttest.Sampled(i) {
			continue
		}
		t.Run(h.name, func(t *testing.T) {
			if !*hostileTable {
				t.Parallel()
			}
			d := dir{t, t.TempDir()}
			size := h.small
			if *hostileTable {
				size = h.full
			}
			if h.alone == "" {
				d.write("neighbour.tf", neighbour)
			}
			h.make(d, size)
			run := runIn(t, program, d.path, h)
			h.judge(t, run)
			if *hostileTable {
				fmt.Fprintf(&table, "| %s | %.2f s | %d MiB | %d | %s |\n", h.name, run.cpu.Seconds(), run.memory>>20, run.code, cell(h.says))
			}
		})
	}
	if *hostileTable && !t.Failed() {
		writeTable(t, table.String())
	}
}

// ran is what a run of the command did.
type ran struct {
	code        int
	time, cpu   time.Duration
	memory      int64 // resident, in bytes, at its highest
	out, errors string
}

func (h hostile) judge(t *testing.T, r ran) {
	t.Helper()
	if r.code != h.code {
		t.Errorf("it exits with %d, not with %d", r.code, h.code)
	}
	if !strings.Contains(r.out+r.errors, h.says) {
		t.Errorf("it does not say %q", h.says)
	}
	if h.alone == "" && !strings.Contains(r.out, neighbourFinding) {
		t.Error("the finding in the file beside it is not reported")
	}
	if strings.Contains(r.errors, "goroutine ") {
		t.Error("it crashes")
	}
	for _, text := range h.never {
		if strings.Contains(r.out+r.errors, text) {
			t.Errorf("it prints %q", text)
		}
	}
	if r.memory > hostileMemory {
		t.Errorf("it takes %d MiB", r.memory>>20)
	}
	if t.Failed() {
		t.Logf("stdout:\n%.4000s\nstderr:\n%.4000s", r.out, r.errors)
	}
	t.Logf("%.2f s, %.2f s of the processor, %d MiB", r.time.Seconds(), r.cpu.Seconds(), r.memory>>20)
}

// runIn runs the command with an end to its time and its memory.
func runIn(t *testing.T, program, dir string, h hostile) ran {
	t.Helper()
	args := h.args
	if len(args) == 0 {
		args = []string{"check", "."}
	}
	ctx, cancel := context.WithTimeout(t.Context(), hostileWait)
	defer cancel()
	// Address space is more than memory: Go reserves it in advance.
	seconds := hostileTime
	if *hostileTable {
		seconds *= 5
	}
	limit := fmt.Sprintf("ulimit -t %d && ulimit -v %d && exec \"$0\" \"$@\"", seconds, (2*hostileMemory)>>10)
	cmd := exec.CommandContext(ctx, "sh", append([]string{"-c", limit, program}, args...)...)
	cmd.Dir = dir
	cmd.WaitDelay = time.Second
	var out, complaints bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(h.stdin), &out, &complaints
	start := time.Now()
	err := cmd.Run()
	r := ran{time: time.Since(start), out: out.String(), errors: complaints.String()}
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		t.Fatalf("it waits for something\n%.2000s", r.errors)
	case errors.As(err, &exit) && exit.ExitCode() < 0:
		t.Fatalf("it does not end in %d seconds: %v\n%.2000s", seconds, err, r.errors)
	case errors.As(err, &exit):
	case err != nil:
		t.Fatal(err)
	}
	r.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	r.code = cmd.ProcessState.ExitCode()
	r.memory = peakMemory(cmd.ProcessState)
	return r
}

func (d dir) fifo(name string) {
	d.Helper()
	if err := os.MkdirAll(filepath.Dir(d.name(name)), 0o755); err != nil {
		d.Fatal(err)
	}
	if err := syscall.Mkfifo(d.name(name), 0o644); err != nil {
		d.Fatal(err)
	}
}

// cell is a text in a table of Markdown.
func cell(text string) string {
	if text == "" {
		return ""
	}
	return "`` " + strings.ReplaceAll(text, "|", "\\|") + " ``"
}

var tablePlace = regexp.MustCompile(`(?s)(<!-- make hostile -->\n).*(<!-- /make hostile -->)`)

func writeTable(t *testing.T, rows string) {
	t.Helper()
	const page = "../../docs/security.md"
	src, err := os.ReadFile(page)
	if errors.Is(err, fs.ErrNotExist) || !tablePlace.Match(src) {
		t.Fatalf("%s has no place for the table", page)
	}
	table := "| input | time | memory | exit code | message |\n|---|---:|---:|---|---|\n" + rows
	changed := tablePlace.ReplaceAllFunc(src, func(old []byte) []byte {
		marks := tablePlace.FindSubmatch(old)
		return []byte(string(marks[1]) + table + string(marks[2]))
	})
	if err := os.WriteFile(page, changed, 0o644); err != nil {
		t.Fatal(err)
	}
}
