// Package settings finds the files of settings, and reads them.
package settings

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// Source says which settings hold: those of a file, none, or those that are found, and what the command line says about
// rules on top of them.
type Source struct {
	File       string
	None       bool
	Only, Skip []string // see [lint.Settings.Choose]
	// SkipModules leaves out the findings in installed modules, whatever the settings say.
	SkipModules bool
}

// Finder finds the settings of directories within a boundary, each file once.
type Finder struct {
	source   Source
	boundary string // absolute, without symbolic links
	files    fs.FS  // those within the boundary
	byDir    map[string]*lint.Settings
	byRoot   map[string]*lint.Settings
	all      []*lint.Settings
}

// NewFinder returns a finder for a boundary, a directory's absolute path without symbolic links, and the files in it.
func NewFinder(source Source, boundary string, files fs.FS) *Finder {
	return &Finder{source: source, boundary: boundary, files: files, byDir: map[string]*lint.Settings{}, byRoot: map[string]*lint.Settings{}}
}

// All returns all settings that were found, each once.
func (f *Finder) All() []*lint.Settings { return f.all }

// Find returns the settings that hold for a directory: those in the nearest file, from the directory itself up to the
// boundary, with what the command line says about rules. Files do not add up. Directories with the same file share them.
func (f *Finder) Find(dir string) (*lint.Settings, error) {
	if f.source.None && f.source.File != "" {
		return nil, errors.New("--config and --no-config exclude each other")
	}
	if f.source.None || f.source.File != "" {
		dir = "" // one for all
	}
	if settings, ok := f.byDir[dir]; ok {
		return settings, nil
	}
	settings, err := f.read(dir)
	if err != nil {
		return nil, err
	}
	f.byDir[dir] = settings
	return settings, nil
}

// FindRoot returns the settings that hold for a root module: those that hold for its directory, with what is expected in the files beside
// its own.
func (f *Finder) FindRoot(dir string) (*lint.Settings, error) {
	settings, err := f.Find(dir)
	if err != nil || f.source.None {
		return settings, err
	}
	if own, ok := f.byRoot[dir]; ok {
		return own, nil
	}
	beside, err := f.beside(dir)
	if err != nil {
		return nil, err
	}
	if len(beside) > 0 {
		settings = settings.Expecting(slices.Concat(settings.Expectations, beside))
		f.all = append(f.all, settings)
	}
	f.byRoot[dir] = settings
	return settings, nil
}

// beside reads the files with expectations beside those of a root module.
func (f *Finder) beside(dir string) ([]*lint.Expectation, error) {
	entries, err := fs.ReadDir(f.files, path.Clean(dir))
	if err != nil {
		return nil, nil // there is no such directory, which is said elsewhere
	}
	var all []*lint.Expectation
	for _, entry := range entries {
		if entry.IsDir() || entry.Name() == lint.SettingsFile || !strings.HasSuffix(entry.Name(), lint.ExpectationsFile) {
			continue
		}
		name := path.Join(dir, entry.Name())
		shown := boundary.Shown(f.boundary)(name)
		src, err := files.ReadText(f.files, name)
		if err != nil {
			return nil, fmt.Errorf("%s cannot be read: %w", shown, err)
		}
		expectations, diags := lint.ParseExpectations(src, shown)
		if diags.HasErrors() {
			return nil, Wrong(shown, src, diags)
		}
		all = append(all, filed(expectations, name, src)...)
	}
	return all, nil
}

// filed gives expectations the file that they stand in, by its name within the boundary.
func filed(expectations []*lint.Expectation, name string, src []byte) []*lint.Expectation {
	file, _ := files.Source{Name: name, Bytes: src}.Parse() // it was parsed before
	for _, e := range expectations {
		e.File = file
	}
	return expectations
}

// Check returns an error for the addresses that expectations name and no configuration has that they are written for.
func Check(o lint.Options, shown func(string) string, configs ...*schema.Config) error {
	problems := o.Missing(configs...)
	if len(problems) == 0 {
		return nil
	}
	sources := map[string][]byte{}
	for _, c := range configs {
		for _, e := range o.Settings(c).Expectations {
			sources[shown(e.File.Name)] = e.File.Bytes
		}
	}
	for _, d := range problems {
		d.Subject.Filename = shown(d.Subject.Filename)
	}
	return &Error{sources, problems}
}

func (f *Finder) read(dir string) (*lint.Settings, error) {
	switch {
	case f.source.None:
		return f.choose(nil, nil)
	case f.source.File != "":
		return f.choose(f.named())
	}
	name := path.Join(dir, lint.SettingsFile)
	_, err := fs.Stat(f.files, name)
	switch {
	case err == nil:
		return f.choose(parse(f.files, name, file{path.Clean(dir), name, boundary.Shown(f.boundary)(name)}))
	case !errors.Is(err, fs.ErrNotExist):
		return nil, boundary.Error(boundary.Shown(f.boundary)(name), err)
	case path.Clean(dir) == ".":
		return f.choose(nil, nil)
	}
	return f.Find(path.Dir(dir))
}

// choose puts what the command line says about rules on top of settings.
func (f *Finder) choose(found *lint.Settings, err error) (*lint.Settings, error) {
	if err != nil {
		return nil, err
	}
	chosen, err := found.Choose(rules.Catalogue(), f.source.Only, f.source.Skip)
	if err != nil {
		return nil, err
	}
	if f.source.SkipModules {
		chosen.SkipModules = &lint.Origin{Flag: "--skip-modules"}
	}
	f.all = append(f.all, chosen)
	return chosen, nil
}

// named reads the file that --config names. It may lie anywhere; what lies outside of the boundary speaks of paths as seen
// from the boundary.
func (f *Finder) named() (*lint.Settings, error) {
	info, err := os.Stat(f.source.File)
	if err != nil {
		return nil, fmt.Errorf("--config: %w", boundary.Error(f.source.File, err))
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("--config: %s is not a regular file", f.source.File)
	}
	dir, err := boundary.Directory(filepath.Dir(f.source.File))
	if err != nil {
		return nil, fmt.Errorf("--config: %w", err)
	}
	base, ok := boundary.Within(f.boundary, dir)
	if !ok {
		base = "."
	}
	name, err := filepath.Rel(f.boundary, filepath.Join(dir, filepath.Base(f.source.File)))
	if err != nil {
		name = f.source.File
	}
	return parse(os.DirFS(dir), filepath.Base(f.source.File), file{base, filepath.ToSlash(name), f.source.File})
}

// file is a file of settings: the directory that its globs are relative to, its name as seen from the boundary, and as it is shown.
type file struct{ base, name, shown string }

// parse reads a file of settings. What is wrong in it is an [*Error].
func parse(dir fs.FS, name string, as file) (*lint.Settings, error) {
	src, err := files.ReadText(dir, name)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", as.shown, err)
	}
	settings, diags := lint.ParseSettings(src, as.shown, rules.Catalogue())
	if diags.HasErrors() {
		return nil, Wrong(as.shown, src, diags)
	}
	settings.Base = as.base
	filed(settings.Expectations, as.name, src)
	return settings, nil
}

// Error is what is wrong in files of settings.
type Error struct {
	sources     map[string][]byte
	diagnostics hcl.Diagnostics
}

// Wrong returns what is wrong in one file.
func Wrong(shown string, src []byte, diagnostics hcl.Diagnostics) *Error {
	return &Error{map[string][]byte{shown: src}, diagnostics}
}

func (*Error) Error() string { return "the settings cannot be used" }

// Write prints the mistakes with the lines that they stand on.
func (e *Error) Write(w io.Writer) error {
	r := &report.Report{Diagnostics: e.diagnostics, Files: map[string]report.File{}}
	for name, src := range e.sources {
		r.Files[name] = report.File{Source: src}
	}
	return report.WriteDiagnostics(w, r, report.Terminal{})
}
