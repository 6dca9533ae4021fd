package main

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestReadmeIsTrue runs the commands of the README's fences, and looks for every line that it shows of the output.
func TestReadmeIsTrue(t *testing.T) {
	t.Chdir("../..")
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) (string, int) {
		var out, complaints bytes.Buffer
		c := &Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &complaints, Env: func(string) string { return "" }}
		code := c.Main(args)
		if complaints.Len() > 0 {
			t.Errorf("%v says %s", args, &complaints)
		}
		return out.String(), code
	}

	shown := regexp.MustCompile("(?s)```console\n\\$ apiglint ([^\n]*)\n(.*?)```").FindAllSubmatch(readme, -1)
	if len(shown) == 0 {
		t.Fatal("the README shows no output") // that of check is a picture: TestPicture
	}
	for _, fence := range shown {
		out, code := run(strings.Fields(string(fence[1]))...)
		if code != exitFindings {
			t.Errorf("the shown command exits with %d", code)
		}
		for line := range strings.Lines(string(fence[2])) {
			if line != "…\n" && !strings.Contains(out, line) {
				t.Errorf("the README shows a line that is not printed: %s", line)
			}
		}
	}

	command := regexp.MustCompile("```sh\ngo run ./cmd/apiglint ([^\n]*)\n```").FindSubmatch(readme)
	if command == nil {
		t.Fatal("the README has no command that lints an example")
	}
	out, code := run(strings.Fields(string(command[1]))...)
	if code != exitClean || !strings.Contains(out, "PUB301") {
		t.Errorf("go run ./cmd/apiglint %s exits with %d", command[1], code)
	}
	out, _ = run("check", "--format", "json", "testdata/examples/broken")
	if count := fmt.Sprintf("apiglint reports %d findings", len(findingsIn(t, out))); !bytes.Contains(readme, []byte(count)) {
		t.Errorf("the README does not say that on the broken example %s", count)
	}
}
