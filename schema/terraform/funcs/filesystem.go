package funcs

import (
	"encoding/base64"
	"errors"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/apiglint/apiglint/schema/terraform/meter"
)

// maxFile is the size of the largest file that is read, in bytes.
const maxFile = 1 << 20

// Env is what the functions may see beside their arguments.
type Env struct {
	// Files is the boundary: nothing outside it is read. Where it is nil the
	// file functions give unknown values. It decides what becomes of symbolic
	// links that lead out of it (those of os.Root.FS do not).
	Files fs.FS
	// BaseDir is the slash-separated path inside Files that relative paths
	// start from, "." being the root. Terraform resolves them against its
	// working directory, which usually is that of the root module.
	BaseDir string
	// Meter is what file functions and templates spend from. It may be nil.
	Meter *meter.Meter
}

func filesystem(env Env) map[string]function.Function {
	p := param("path", cty.String)
	return map[string]function.Function{
		"abspath":    computed(cty.String, unpredictable(cty.String), p),
		"basename":   computed(cty.String, basename, p),
		"dirname":    computed(cty.String, dirname, p),
		"file":       computed(cty.String, env.file, p),
		"filebase64": env.digest(func(b []byte) string { return base64.StdEncoding.EncodeToString(b) }),
		"fileexists": computed(cty.Bool, env.fileExists, p),
		"fileset":    computed(cty.Set(cty.String), env.fileSet, p, param("pattern", cty.String)),
		"pathexpand": computed(cty.String, pathExpand, p),
	}
}

// unpredictable gives the result of what depends on the machine or the moment.
func unpredictable(ty cty.Type) impl {
	return func([]cty.Value) (cty.Value, error) { return unknown(ty), nil }
}

func basename(args []cty.Value) (cty.Value, error) {
	return cty.StringVal(path.Base(args[0].AsString())), nil
}

func dirname(args []cty.Value) (cty.Value, error) {
	return cty.StringVal(path.Dir(args[0].AsString())), nil
}

func pathExpand(args []cty.Value) (cty.Value, error) {
	if strings.HasPrefix(args[0].AsString(), "~") {
		return unknown(cty.String), nil
	}
	return args[0], nil
}

// resolve turns a path of the configuration into one inside Files, and reports
// whether there is one. A leading ~ stands for a home directory.
func (env Env) resolve(name string) (string, bool) {
	if env.Files == nil || path.IsAbs(name) || strings.HasPrefix(name, "~") {
		return "", false
	}
	full := path.Join(".", env.BaseDir, name)
	return full, fs.ValidPath(full)
}

// read returns the content of a file, false where it is not known, and an error
// where there is certainly no such file, which try and can take notice of.
func (env Env) read(name string) ([]byte, bool, error) {
	full, ok := env.resolve(name)
	if !ok {
		return nil, false, nil
	}
	env.Meter.Spend(visit)
	f, err := env.Files.Open(full)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, function.NewArgErrorf(0, "no file exists at %q", name)
	}
	if err != nil {
		return nil, false, nil
	}
	defer f.Close() //nolint:errcheck // The file was opened for reading.
	// Opening anything but a regular file for reading may block.
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() || info.Size() > maxFile {
		return nil, false, nil
	}
	b, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	return b, err == nil && len(b) <= maxFile, nil
}

// text returns the content of a file that is valid UTF-8.
func (env Env) text(name string) (string, bool, error) {
	b, ok, err := env.read(name)
	return string(b), ok && utf8.Valid(b), err
}

func (env Env) file(args []cty.Value) (cty.Value, error) {
	s, ok, err := env.text(args[0].AsString())
	if !ok {
		return unknown(cty.String), err
	}
	return cty.StringVal(s), nil
}

// digest makes the function that applies a computation to the bytes of a file.
func (env Env) digest(compute func([]byte) string) function.Function {
	return computed(cty.String, func(args []cty.Value) (cty.Value, error) {
		b, ok, err := env.read(args[0].AsString())
		if !ok {
			return unknown(cty.String), err
		}
		return cty.StringVal(compute(b)), nil
	}, param("path", cty.String))
}

func (env Env) fileExists(args []cty.Value) (cty.Value, error) {
	full, ok := env.resolve(args[0].AsString())
	if !ok {
		return unknown(cty.Bool), nil
	}
	info, err := fs.Stat(env.Files, full)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return cty.False, nil
	case err != nil || !info.Mode().IsRegular():
		return unknown(cty.Bool), nil
	}
	return cty.True, nil
}

// maxAlternatives bounds how many patterns the braces of one stand for.
const maxAlternatives = 256

var errTooManyFiles = errors.New("too many files")

// fileSet lists the regular files under a directory that match a pattern, by
// their paths relative to it.
func (env Env) fileSet(args []cty.Value) (cty.Value, error) {
	files := unknown(cty.Set(cty.String))
	dir, ok := env.resolve(args[0].AsString())
	if !ok {
		return files, nil
	}
	pattern := args[1].AsString()
	// Like Terraform: the directory is part of the pattern.
	full := path.Join(dir, pattern)
	if !doublestar.ValidatePattern(full) {
		return cty.NilVal, function.NewArgErrorf(1, "failed to glob pattern: syntax error")
	}
	if !fs.ValidPath(full) || TooManyAlternatives(full) || strings.Count(full, "**") > 4 {
		return files, nil
	}
	var found []cty.Value
	err := doublestar.GlobWalk(metered{env.Files, env.Meter}, full, func(name string, d fs.DirEntry) error {
		if d.Type()&fs.ModeSymlink != 0 {
			info, err := fs.Stat(env.Files, name)
			if err != nil {
				return nil //nolint:nilerr // A link to nowhere is no file.
			}
			d = fs.FileInfoToDirEntry(info)
		}
		if !d.Type().IsRegular() {
			return nil
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		if found = append(found, cty.StringVal(filepath.ToSlash(rel))); len(found) > maxElements {
			return errTooManyFiles
		}
		return nil
	})
	switch {
	case err != nil:
		return files, nil //nolint:nilerr // What cannot be listed is unknown.
	case len(found) == 0:
		return cty.SetValEmpty(cty.String), nil
	}
	return cty.SetVal(found), nil
}

// visit is what it takes to look for a file, in the steps of a meter: microseconds.
const visit = 1 << 8

// metered is a file system in which a walk spends what it takes.
type metered struct {
	fs.FS
	meter *meter.Meter
}

// ReadDir spends for every entry.
func (m metered) ReadDir(name string) ([]fs.DirEntry, error) {
	m.meter.Spend(visit)
	entries, err := fs.ReadDir(m.FS, name)
	m.meter.Spend(visit * len(entries) / 8)
	return entries, err
}

// Stat spends for a file.
func (m metered) Stat(name string) (fs.FileInfo, error) {
	m.meter.Spend(visit)
	return fs.Stat(m.FS, name)
}

// TooManyAlternatives reports whether the braces of a pattern stand for so many
// patterns without braces that matching it would not end.
func TooManyAlternatives(pattern string) bool {
	product, commas := 1, 0
	for _, c := range pattern {
		switch c {
		case ',':
			commas++
		case '{', '}':
			product *= commas + 1
			commas = 0
		}
		if product > maxAlternatives {
			return true
		}
	}
	return false
}
