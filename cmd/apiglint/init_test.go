package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// maxInit is what one package of this module may allocate before main, in bytes. The largest one has the list of rules,
// which takes some 20 kB. A regular expression takes 3 to 100 kB, a table of the facts more: both are for their first use.
const maxInit = 32 << 10

// TestInit keeps what every command pays for small, those that only print a version among them.
func TestInit(t *testing.T) {
	sizes := ownInit(t, built(t))
	if len(sizes) == 0 {
		t.Fatal("the runtime does not say what packages allocate")
	}
	for name, size := range sizes {
		if size > maxInit {
			t.Errorf("%s allocates %d bytes before main, more than %d: make what they are for on first use (sync.OnceValue)", name, size, maxInit)
		}
	}
}

// ownInit returns the bytes that each package of this module allocates before main.
func ownInit(t testing.TB, program string) map[string]int {
	t.Helper()
	cmd := exec.Command(program, "version")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	var trace bytes.Buffer
	cmd.Stderr = &trace
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	sizes := map[string]int{}
	for lines := bufio.NewScanner(&trace); lines.Scan(); {
		var name string
		var at, clock float64
		var size int
		_, err := fmt.Sscanf(lines.Text(), "init %s @%f ms, %f ms clock, %d bytes", &name, &at, &clock, &size)
		if err == nil && (name == "main" || strings.HasPrefix(name, "github.com/apiglint/apiglint")) {
			sizes[name] = size
		}
	}
	return sizes
}
