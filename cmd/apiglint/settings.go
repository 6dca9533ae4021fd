package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/hashicorp/hcl/v2"
	"github.com/spf13/pflag"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/schema/terraform"
)

// settingsFlags say which settings hold: those of a file, none, or those that are found.
type settingsFlags struct {
	file string
	none bool
}

func (f *settingsFlags) add(set *pflag.FlagSet) {
	set.StringVar(&f.file, "config", "", "read the settings from this `FILE`; no other is looked for")
	set.BoolVar(&f.none, "no-config", false, "read no settings")
}

// settingsFinder finds the settings of directories within a boundary, each file once.
type settingsFinder struct {
	flags    settingsFlags
	boundary string // absolute, without symbolic links
	files    fs.FS
	byDir    map[string]*lint.Settings
}

// find answers the settings that hold for a directory: those in the nearest file, from the directory itself up to the
// boundary. Files do not add up. Without one it is nil.
func (f *settingsFinder) find(dir string) (*lint.Settings, error) {
	if f.flags.none {
		if f.flags.file != "" {
			return nil, errors.New("--config and --no-config exclude each other")
		}
		return nil, nil
	}
	if f.flags.file != "" {
		dir = "" // one for all
	}
	if settings, ok := f.byDir[dir]; ok {
		return settings, nil
	}
	settings, err := f.read(dir)
	if err != nil {
		return nil, err
	}
	if f.byDir == nil {
		f.byDir = map[string]*lint.Settings{}
	}
	f.byDir[dir] = settings
	return settings, nil
}

func (f *settingsFinder) read(dir string) (*lint.Settings, error) {
	if f.flags.file != "" {
		return f.told()
	}
	name := path.Join(dir, lint.SettingsFile)
	_, err := fs.Stat(f.files, name)
	switch {
	case err == nil:
		return parseSettings(f.files, name, path.Clean(dir), shownPath(f.boundary)(name))
	case !errors.Is(err, fs.ErrNotExist):
		return nil, pathError(shownPath(f.boundary)(name), err)
	case path.Clean(dir) == ".":
		return nil, nil
	}
	return f.find(path.Dir(dir))
}

// told reads the file that --config names. It may lie anywhere; what lies outside of the boundary speaks of paths as seen
// from the boundary.
func (f *settingsFinder) told() (*lint.Settings, error) {
	info, err := os.Stat(f.flags.file)
	if err != nil {
		return nil, fmt.Errorf("--config: %w", pathError(f.flags.file, err))
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("--config: %s is not a regular file", f.flags.file)
	}
	dir, err := realDirectory(filepath.Dir(f.flags.file))
	if err != nil {
		return nil, fmt.Errorf("--config: %w", err)
	}
	base, ok := within(f.boundary, dir)
	if !ok {
		base = "."
	}
	return parseSettings(os.DirFS(dir), filepath.Base(f.flags.file), base, f.flags.file)
}

// parseSettings reads a settings file. What is wrong in it is a [settingsError].
func parseSettings(files fs.FS, name, base, shown string) (*lint.Settings, error) {
	src, err := terraform.ReadText(files, name)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", shown, err)
	}
	settings, diags := lint.ParseSettings(src, shown, allRules())
	if diags.HasErrors() {
		return nil, &settingsError{diags, src}
	}
	settings.Base = base
	return settings, nil
}

// settingsError is what is wrong in a settings file.
type settingsError struct {
	diagnostics hcl.Diagnostics
	src         []byte
}

func (*settingsError) Error() string { return "the settings cannot be used" }

// write prints the mistakes with the lines that they stand on.
func (e *settingsError) write(w io.Writer) error {
	r := &report.Report{Diagnostics: e.diagnostics, Source: func(string) []byte { return e.src }}
	return report.WriteDiagnostics(w, r)
}
