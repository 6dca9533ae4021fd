package boundary

import (
	"fmt"
	"os"
	"path/filepath"
)

// VariablesFiles answers the --var-file paths as seen from a boundary.
func VariablesFiles(boundary string, paths []string) ([]string, error) {
	var names []string
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, fmt.Errorf("--var-file: %w", Error(path, err))
		}
		if !info.Mode().IsRegular() {
			return nil, fmt.Errorf("--var-file %s is not a regular file", path)
		}
		dir, err := Directory(filepath.Dir(path))
		if err != nil {
			return nil, err
		}
		name, ok := Within(boundary, filepath.Join(dir, filepath.Base(path)))
		if !ok {
			return nil, fmt.Errorf("--var-file %s is outside of %s, beyond which nothing is read; --root sets a wider boundary", path, boundary)
		}
		names = append(names, name)
	}
	return names, nil
}
