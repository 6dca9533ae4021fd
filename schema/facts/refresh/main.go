// Command refresh writes schema/facts/data from the source tables and the corrections that are kept here.
//
//	go run ./schema/facts/refresh [-out folder] [-corrections folder] provider-schema.json constraints.json provider-history.json
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

func main() {
	out := flag.String("out", "schema/facts/data", "folder to write")
	corrections := flag.String("corrections", "schema/facts/refresh/corrections", "folder with the corrections")
	flag.Parse()
	if flag.NArg() != 3 {
		fmt.Fprintln(os.Stderr, "usage: refresh [-out folder] [-corrections folder] provider-schema.json constraints.json provider-history.json")
		os.Exit(2)
	}
	if err := run(*out, *corrections, flag.Arg(0), flag.Arg(1), flag.Arg(2)); err != nil {
		fmt.Fprintln(os.Stderr, "refresh:", err)
		os.Exit(1)
	}
}

func run(out, corrections, schemaPath, constraintsPath, historyPath string) error {
	// A folder that is not there would be no corrections at all.
	if _, err := os.Stat(corrections); err != nil {
		return err
	}
	schema, err := os.ReadFile(schemaPath)
	if err != nil {
		return err
	}
	constraints, err := os.ReadFile(constraintsPath)
	if err != nil {
		return err
	}
	history, err := os.ReadFile(historyPath)
	if err != nil {
		return err
	}
	files, err := build(schema, constraints, history, os.DirFS(corrections))
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
