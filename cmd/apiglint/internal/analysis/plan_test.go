package analysis

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadingAPlanIsLimited holds that a file without an end does not fill the machine.
func TestReadingAPlanIsLimited(t *testing.T) {
	const most = 1 << 20
	_, err := decodePlan("-", endless{}, most)
	if err == nil || err.Error() != "it is larger than 1 MB, and plans of this size are not read" {
		t.Errorf("the error is %v", err)
	}
	name := filepath.Join(t.TempDir(), "plan.json")
	if err := os.WriteFile(name, make([]byte, most+1), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := decodePlan(name, nil, most); err == nil || !strings.Contains(err.Error(), "larger than 1 MB") {
		t.Errorf("the error is %v", err)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}
