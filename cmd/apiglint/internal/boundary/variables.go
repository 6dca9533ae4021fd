package boundary

import (
	"fmt"
	"os"
	"path/filepath"
)

// VariablesFile returns the path of a --var-file as seen from a boundary.
func VariablesFile(boundary, path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", fmt.Errorf("--var-file: %w", Error(path, err))
	}
	if !info.Mode().IsRegular() {
		return "", fmt.Errorf("--var-file %s is not a regular file", path)
	}
	dir, err := Directory(filepath.Dir(path))
	if err != nil {
		return "", err
	}
	name, ok := Within(boundary, filepath.Join(dir, filepath.Base(path)))
	if !ok {
		return "", fmt.Errorf("--var-file %s is outside of %s, beyond which nothing is read; --root sets a wider boundary", path, boundary)
	}
	return name, nil
}
