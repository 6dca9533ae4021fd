package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// BenchmarkStart compares, in one run, the start of the command with that of two Go programs that do nothing: one that
// links nothing, and one that links all that the command links. All are processes: most of what is measured is the
// system's, and the rest that of the dependencies.
func BenchmarkStart(b *testing.B) {
	dir := b.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			b.Fatal(err)
		}
		return file
	}
	command := func(name string, args ...string) string {
		out, err := exec.Command(name, args...).CombinedOutput()
		if err != nil {
			b.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
		}
		return string(out)
	}
	build := func(name, source string) string {
		program := filepath.Join(dir, name)
		command("go", "build", "-o", program, source)
		return program
	}
	var imports []string
	for _, name := range strings.Fields(command("go", "list", "-deps", ".")) {
		if !strings.HasSuffix(name, "/cmd/apiglint") && !strings.Contains("/"+name+"/", "/internal/") && !strings.HasPrefix(name, "vendor/") {
			imports = append(imports, fmt.Sprintf("import _ %q;", name))
		}
	}
	ours := build("apiglint", ".")
	linked := build("linked", write("linked.go", "package main; "+strings.Join(imports, " ")+" func main() {}"))
	nothing := build("nothing", write("nothing.go", "package main; func main() {}"))
	small := write("main.tf", `resource "huaweicloud_apig_group" "shop" {
  instance_id = "75acd2ad53a7486f8cb24fb4fe0bd3a3"
  name        = "shop"
}
`)

	runs := []struct {
		unit  string
		words []string
		took  time.Duration
	}{
		{unit: "version", words: []string{ours, "version"}},
		{unit: "check", words: []string{ours, "check", "--fail-on", "never", small}},
		{unit: "linked", words: []string{linked}},
		{unit: "nothing", words: []string{nothing}},
	}
	for b.Loop() {
		for i := range runs {
			start := time.Now()
			command(runs[i].words[0], runs[i].words[1:]...)
			runs[i].took += time.Since(start)
		}
	}
	b.ReportMetric(0, "ns/op") // that of all four together means nothing
	for _, run := range runs {
		b.ReportMetric(float64(run.took.Microseconds())/float64(b.N)/1000, "ms-"+run.unit)
	}
	for _, run := range runs[:2] {
		for _, base := range runs[2:] {
			b.ReportMetric(float64(run.took)/float64(base.took), run.unit+"/"+base.unit)
		}
	}
	sum := 0
	for _, size := range ownInit(b, ours) {
		sum += size
	}
	b.ReportMetric(float64(sum)/1024, "own-init-kB")
}
