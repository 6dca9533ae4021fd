package memory

import (
	"testing"
	"testing/fstest"
)

func TestFS(t *testing.T) {
	files := FS{"a.tf": []byte("a"), "b/c/d.tf": []byte("d"), "b/e.tf": nil}
	if err := fstest.TestFS(files, "a.tf", "b/c/d.tf", "b/e.tf"); err != nil {
		t.Error(err)
	}
	if err := fstest.TestFS(FS{}); err != nil {
		t.Error(err)
	}
}
