// Command refresh brings schema/facts/data to what the source of the provider says, in all its releases, and applies the
// corrections that are kept here. What people have read besides stays.
//
//	go run ./schema/facts/refresh [-out folder] [-corrections folder] [-provider checkout]
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/apiglint/apiglint/schema/facts/refresh/source"
)

func main() {
	out := flag.String("out", "schema/facts/data", "folder with the tables")
	corrections := flag.String("corrections", "schema/facts/refresh/corrections", "folder with the corrections")
	provider := flag.String("provider", "", "checkout of the provider with its tags; without it, only the corrections are applied")
	flag.Parse()
	if flag.NArg() != 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*out, *corrections, *provider); err != nil {
		fmt.Fprintln(os.Stderr, "refresh:", err)
		os.Exit(1)
	}
}

func run(out, corrections, provider string) error {
	// A folder that is not there would be no corrections at all.
	if _, err := os.Stat(corrections); err != nil {
		return err
	}
	t, err := load(os.DirFS(out))
	if err != nil {
		return err
	}
	if provider != "" {
		repository, err := source.Open(provider)
		if err != nil {
			return err
		}
		defer repository.Close()
		said, err := refresh(t, repository)
		if err != nil {
			return err
		}
		fmt.Fprintln(os.Stderr, strings.Join(said, "\n"))
	}
	if err := correct(t.resources, os.DirFS(corrections)); err != nil {
		return fmt.Errorf("corrections: %w", err)
	}
	files, err := t.encode()
	if err != nil {
		return err
	}
	return write(out, files)
}

// write makes the folder hold exactly these files. A file that is already
// right is not touched.
func write(out string, files map[string][]byte) error {
	err := filepath.WalkDir(out, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(out, path)
		if err != nil {
			return err
		}
		if _, ok := files[filepath.ToSlash(rel)]; ok {
			return nil
		}
		if filepath.Ext(path) != ".json" {
			return fmt.Errorf("%s: not a table; is %s the right folder?", path, out)
		}
		return os.Remove(path)
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for name, data := range files {
		path := filepath.Join(out, filepath.FromSlash(name))
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
