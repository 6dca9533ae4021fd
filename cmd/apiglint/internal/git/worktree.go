package git

import (
	"os"
	"path/filepath"
)

// WorkTree returns the git work tree around a directory, or the directory itself where there is none.
func WorkTree(dir string) string {
	for at := dir; ; at = filepath.Dir(at) {
		if IsWorkTree(at) {
			return at
		}
		if at == filepath.Dir(at) {
			return dir
		}
	}
}

// IsWorkTree reports whether a directory is the top of a git work tree.
func IsWorkTree(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, ".git"))
	return err == nil
}
