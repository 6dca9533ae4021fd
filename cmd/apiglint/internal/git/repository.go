// Package git reads what a revision of a repository holds, as a file system. It is the only package that executes
// anything: git itself, which asks the repository for nothing but its objects.
package git

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// Repository asks git about the work tree in a directory. The repository may be a stranger's: git reads objects, and
// nothing in its configuration makes it run anything. It has to be closed.
type Repository struct {
	Dir string // of the work tree, absolute

	objects, ignored *conversation
}

// Open returns the repository of the git work tree around an absolute directory. Nothing is started yet.
func Open(dir string) (*Repository, error) {
	top := WorkTree(dir)
	if !IsWorkTree(top) {
		return nil, fmt.Errorf("%s is in no git work tree", dir)
	}
	if _, err := exec.LookPath("git"); err != nil {
		return nil, errors.New("git is not installed, and only git can tell what a revision holds")
	}
	r := &Repository{Dir: top}
	r.objects = &conversation{start: func() *exec.Cmd { return r.command("cat-file", "--batch") }}
	r.ignored = &conversation{start: func() *exec.Cmd {
		return r.command("check-ignore", "--stdin", "-z", "--verbose", "--non-matching")
	}}
	return r, nil
}

// harmless are the options that keep git from running what a repository's configuration names, and from looking for
// objects in the network.
var harmless = []string{
	"--no-pager", "--no-replace-objects",
	"-c", "core.fsmonitor=false", "-c", "core.hooksPath=" + os.DevNull, "-c", "core.sshCommand=false",
	"-c", "core.askPass=", "-c", "credential.helper=", "-c", "protocol.allow=never", "-c", "safe.bareRepository=explicit",
	"-c", "core.alternateRefsCommand=", "-c", "gc.auto=0", "-c", "maintenance.auto=false",
}

func (r *Repository) command(args ...string) *exec.Cmd {
	cmd := exec.Command("git", append(append([]string{"-C", r.Dir}, harmless...), args...)...) //nolint:gosec // the arguments are ours, and a revision is checked before it gets here
	for _, variable := range os.Environ() {
		if name, _, _ := strings.Cut(variable, "="); keepsVariable(name) {
			cmd.Env = append(cmd.Env, variable)
		}
	}
	cmd.Env = append(cmd.Env,
		"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=",
	)
	return cmd
}

// keepsVariable reports whether git gets a variable of the environment. Within a hook, variables lead git to another
// repository or index than those of the directory.
func keepsVariable(name string) bool {
	return !strings.HasPrefix(name, "GIT_") || strings.HasPrefix(name, "GIT_CONFIG_") && name != "GIT_CONFIG_PARAMETERS" ||
		name == "GIT_EXEC_PATH"
}

// ask runs git, and answers what it prints in one line.
func (r *Repository) ask(args ...string) (string, error) {
	cmd := r.command(args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		if said := firstLine(stderr.Bytes()); said != "" {
			err = errors.New(said)
		}
		return "", err
	}
	return strings.TrimSpace(string(out)), nil
}

// firstLine returns the first line that git says, without what a terminal would act upon.
func firstLine(stderr []byte) string {
	line, _, _ := strings.Cut(strings.TrimSpace(string(stderr)), "\n")
	line = strings.TrimPrefix(line, "fatal: ")
	return strings.Map(func(c rune) rune {
		if !unicode.IsPrint(c) {
			return -1
		}
		return c
	}, line)
}

var objectName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9a-f]{40,64}$`) })

// Commit returns the name of the commit that a revision leads to. A revision with three dots behind it stands for the
// commit where the current branch left it.
func (r *Repository) Commit(revision string) (string, error) {
	name, fork := strings.CutSuffix(revision, "...")
	switch {
	case name == "":
		return "", errors.New("it names no revision")
	case strings.HasPrefix(name, "-"), strings.ContainsFunc(name, unicode.IsControl):
		return "", fmt.Errorf("%q is no revision", revision)
	case strings.Contains(name, ".."):
		return "", fmt.Errorf("%q is a range: give one revision, or REV... for the commit where the current branch left REV", revision)
	}
	if _, err := r.ask("rev-parse", "--git-dir"); err != nil {
		return "", fmt.Errorf("git cannot read %s: %w", r.Dir, err) // safe.directory, for example
	}
	commit, err := r.resolve(name, "commit")
	if err != nil {
		return "", err
	}
	if fork {
		head, err := r.resolve("HEAD", "commit")
		if err != nil {
			return "", err
		}
		base, err := r.ask("merge-base", commit, head)
		if err != nil || !objectName().MatchString(base) {
			return "", fmt.Errorf("the current branch and %q have no commit in common%s", name, r.shallow())
		}
		commit = base
	}
	return commit, nil
}

// resolve returns the name of the object of a kind that a revision leads to.
func (r *Repository) resolve(revision, kind string) (string, error) {
	object, err := r.ask("rev-parse", "--verify", "--quiet", revision)
	if err == nil && objectName().MatchString(object) {
		if object, err = r.ask("rev-parse", "--verify", "--quiet", object+"^{"+kind+"}"); err == nil && objectName().MatchString(object) {
			return object, nil
		}
	}
	return "", fmt.Errorf("there is no revision %q here%s", revision, r.shallow())
}

// shallow says what to do where the history is cut off.
func (r *Repository) shallow() string {
	if answer, err := r.ask("rev-parse", "--is-shallow-repository"); err == nil && answer == "true" {
		return ", and the clone is shallow: fetch more of it (fetch-depth: 0 for actions/checkout, git fetch --unshallow)"
	}
	return ""
}

// object returns the kind and the size of an object, and its bytes unless it is larger than most.
func (r *Repository) object(name string, most int64) (kind string, size int64, content []byte, err error) {
	err = r.objects.say(name+"\n", func(answer *bufio.Reader) error {
		header, err := answer.ReadString('\n')
		if err != nil {
			return err
		}
		fields := strings.Fields(header)
		if len(fields) != 3 {
			return errNotHere
		}
		kind = fields[1]
		if size, err = strconv.ParseInt(fields[2], 10, 64); err != nil {
			return err
		}
		if size <= most {
			content = make([]byte, size)
			_, err = io.ReadFull(answer, content)
		} else {
			_, err = io.CopyN(io.Discard, answer, size)
		}
		if err == nil {
			_, err = answer.Discard(1) // the line's end
		}
		return err
	})
	return kind, size, content, err
}

// errNotHere is about an object that a shallow or partial clone lacks.
var errNotHere = errors.New("git does not have it here")

// ignores reports whether git ignores a path, slash-separated and relative to the work tree.
func (r *Repository) ignores(path string) bool {
	ignored := false
	err := r.ignored.say("./"+path+"\x00", func(answer *bufio.Reader) error {
		pattern := ""
		for field := range 4 { // source, line, pattern, path
			text, err := answer.ReadString(0)
			if err != nil {
				return err
			}
			if field == 2 {
				pattern = strings.TrimSuffix(text, "\x00")
			}
		}
		ignored = pattern != "" && !strings.HasPrefix(pattern, "!")
		return nil
	})
	return err == nil && ignored
}

// Close ends what was started.
func (r *Repository) Close() {
	r.objects.end()
	r.ignored.end()
}
