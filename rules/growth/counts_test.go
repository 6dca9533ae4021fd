package main

import (
	"strings"
	"testing"
)

func TestFindings(t *testing.T) {
	small, err := parse(`mode: atomic
a.go:1.1,2.2 1 32
a.go:3.1,4.2 1 1024
a.go:5.1,6.2 1 160
a.go:7.1,8.2 1 0
slices/zsortanyfunc.go:1.1,2.2 3 20
`)
	if err != nil {
		t.Fatal(err)
	}
	large, err := parse(`mode: atomic
a.go:1.1,2.2 1 256
a.go:3.1,4.2 1 65536
a.go:5.1,6.2 1 2048
a.go:7.1,8.2 1 4096
slices/zsortanyfunc.go:1.1,2.2 3 20000
`)
	if err != nil {
		t.Fatal(err)
	}
	f := findings{}
	f.add(example{name: "one", few: 16}, small, large)
	f.add(example{name: "other", few: 16}, small, counts{"a.go:3.1,4.2": 40000})
	if want := "a.go:3.1,4.2: 1024 times, then 65536 times (64) on one\n"; f.String() != want {
		t.Errorf("got %s", f)
	}
	if _, err := parse("a.go:1.1,2.2 1 many\n"); err == nil || !strings.Contains(err.Error(), "many") {
		t.Errorf("a profile without a count is read: %v", err)
	}
}
