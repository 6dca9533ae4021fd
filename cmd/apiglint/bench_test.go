package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// BenchmarkStart compares, in one run, the start of the command with that of a Go program that does nothing. Both are
// processes: most of what is measured is the system's.
func BenchmarkStart(b *testing.B) {
	dir := b.TempDir()
	nothing := filepath.Join(dir, "nothing.go")
	if err := os.WriteFile(nothing, []byte("package main\n\nfunc main() {}\n"), 0o600); err != nil {
		b.Fatal(err)
	}
	build := func(name, source string) string {
		program := filepath.Join(dir, name)
		if out, err := exec.Command("go", "build", "-o", program, source).CombinedOutput(); err != nil {
			b.Fatalf("build %s: %v\n%s", source, err, out)
		}
		return program
	}
	run := func(program string, args ...string) time.Duration {
		start := time.Now()
		if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
			b.Fatalf("%s: %v\n%s", program, err, out)
		}
		return time.Since(start)
	}
	ours, theirs := build("apiglint", "."), build("nothing", nothing)
	var start, least time.Duration
	for b.Loop() {
		start += run(ours, "version")
		least += run(theirs)
	}
	b.ReportMetric(float64(start)/float64(least), "start/nothing")
	b.ReportMetric(float64(start.Microseconds())/float64(b.N)/1000, "ms-version/op")
	b.ReportMetric(float64(least.Microseconds())/float64(b.N)/1000, "ms-nothing/op")
}
