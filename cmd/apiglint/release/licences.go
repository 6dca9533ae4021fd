package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// licenceFile matches the names of what has to go along with a copy.
var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)([-.].*)?$`)

// licences answers the licences of all modules that a binary links, and Go's own.
func licences(system, architecture string) ([]file, error) {
	cmd := exec.Command("go", "list", "-deps", "-f",
		"{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Dir}}{{end}}{{end}}", "./cmd/apiglint")
	cmd.Env = environment(system, architecture)
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	root, err := output("go", "env", "GOROOT")
	if err != nil {
		return nil, fmt.Errorf("go env: %w", err)
	}
	modules := slices.Sorted(strings.Lines(string(out)))
	modules = slices.Compact(append(modules, "go\t"+root+"\n"))
	var all []file
	for _, module := range modules {
		path, dir, found := strings.Cut(strings.TrimSpace(module), "\t")
		if !found {
			continue // the empty line of a package of Go or of our own
		}
		entries, err := os.ReadDir(dir)
		if err != nil {
			return nil, err
		}
		before := len(all)
		for _, entry := range entries {
			if licenceFile.MatchString(entry.Name()) && entry.Type().IsRegular() {
				all = append(all, file{name: "licences/" + path + "/" + entry.Name(), from: filepath.Join(dir, entry.Name())})
			}
		}
		if len(all) == before {
			return nil, fmt.Errorf("%s has no file with its licence", path)
		}
	}
	return all, nil
}
