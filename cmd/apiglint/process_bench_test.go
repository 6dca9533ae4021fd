package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/apiglint/apiglint/lint/linttest"
)

// BenchmarkCheck compares, in one run, a check by the command with a program that parses the same files with hclsyntax on
// all processors and holds them: the shortest time, and the largest memory, of the processes. For a repository in which
// little is of the provider there is a program too that only reads the files.
func BenchmarkCheck(b *testing.B) {
	ours, theirs := compiled(b, "apiglint", "."), compiled(b, "hclparse", "./testdata/hclparse")
	for _, input := range []struct {
		name string
		src  linttest.Source
	}{
		{"apis=1000", linttest.Generate(10, 5, 20)},
		{"apis=10000", linttest.Generate(100, 5, 20)},
		{"monorepo", linttest.Monorepo(600, 20)},
	} {
		b.Run(input.name, func(b *testing.B) {
			root := written(b, input.src)
			var check, parse, read process
			for b.Loop() {
				check.run(b, ours, "check", "--fail-on", "never", "--format", "json", "--root", root, root)
				parse.run(b, theirs, root)
				read.run(b, theirs, "-read", root)
			}
			b.ReportMetric(check.ms()/parse.ms(), "check/hclsyntax-parallel")
			b.ReportMetric(check.ms()/read.ms(), "check/reading")
			b.ReportMetric(check.ms(), "ms-check")
			b.ReportMetric(parse.ms(), "ms-hclsyntax")
			b.ReportMetric(read.ms(), "ms-reading")
			if parse.memory > 0 {
				b.ReportMetric(float64(check.memory)/float64(parse.memory), "memory/hclsyntax")
				b.ReportMetric(float64(check.memory)/(1<<20), "MB-check")
				b.ReportMetric(float64(parse.memory)/(1<<20), "MB-hclsyntax")
			}
		})
	}
}

// compiled returns a program that is built for the benchmark.
func compiled(b *testing.B, name, source string) string {
	b.Helper()
	program := filepath.Join(b.TempDir(), name)
	if out, err := exec.Command("go", "build", "-o", program, source).CombinedOutput(); err != nil {
		b.Fatalf("build %s: %v\n%s", source, err, out)
	}
	return program
}

// process keeps the shortest time and the least memory that a program took.
type process struct {
	time   time.Duration
	memory int64 // the peak in bytes, 0 where the system does not tell
}

func (p *process) run(b *testing.B, program string, args ...string) {
	b.Helper()
	out, err := exec.Command("measure", append([]string{program}, args...)...).CombinedOutput()
	var took time.Duration
	var peak int64
	if err == nil {
		_, err = fmt.Sscan(string(out), &took, &peak)
	}
	if err != nil {
		b.Fatalf("measure %s: %v\n%s", program, err, out)
	}
	if p.time == 0 || took < p.time {
		p.time = took
	}
	if p.memory == 0 || peak < p.memory {
		p.memory = peak
	}
}

// measure runs a program, and prints how many nanoseconds it took and the bytes of its peak, or why it could not run. It is a process of its own,
// because a process begins with the peak of the one that starts it, and that of the benchmarks is large.
func measure() {
	c := exec.Command(os.Args[1], os.Args[2:]...)
	start := time.Now()
	err := c.Run()
	took := time.Since(start)
	if exit := (*exec.ExitError)(nil); err != nil && (!errors.As(err, &exit) || exit.ExitCode() > 1) {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	_, _ = fmt.Fprintln(os.Stdout, took.Nanoseconds(), peakMemory(c.ProcessState)) // a benchmark that misses it says so
}

func (p *process) ms() float64 { return float64(p.time.Microseconds()) / 1000 }

// written returns a directory with the files.
func written(b *testing.B, src linttest.Source) string {
	b.Helper()
	root := b.TempDir()
	for name, text := range src {
		name = filepath.Join(root, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o600)); err != nil {
			b.Fatal(fmt.Errorf("write the input: %w", err))
		}
	}
	return root
}
