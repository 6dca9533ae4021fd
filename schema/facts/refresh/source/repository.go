// Package source reads the schemas of a Terraform provider from its Go source, as it stands at any commit of a git
// repository. Nothing is built or run: it follows the syntax, and says with its place what it does not understand.
package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
)

// Repository is a checkout of the provider, or its bare git directory.
type Repository struct {
	dir   string
	in    io.WriteCloser
	out   *bufio.Reader
	files map[string]*file // of the commit that was read last, by path and blob
}

// Open starts to read a repository. The caller has to close it.
func Open(dir string) (*Repository, error) {
	r := &Repository{dir: dir}
	if _, err := r.git("rev-parse", "--git-dir"); err != nil {
		return nil, err
	}
	cmd := exec.Command("git", "-C", dir, "cat-file", "--batch")
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	r.in, r.out = in, bufio.NewReader(out)
	return r, cmd.Start()
}

// Close ends the reading.
func (r *Repository) Close() { _ = r.in.Close() }

// Tags returns the names of all tags.
func (r *Repository) Tags() ([]string, error) {
	text, err := r.git("tag")
	return strings.Fields(text), err
}

// Leads reports whether a commit is an ancestor of another one.
func (r *Repository) Leads(from, to string) bool {
	_, err := r.git("merge-base", "--is-ancestor", from, to)
	return err == nil
}

// Describe says which release HEAD is, or how many commits it comes after which: "v1.97.1+21 commits (a0345b8d)".
func (r *Repository) Describe() (string, error) {
	text, err := r.git("describe", "--tags", "--long", "--abbrev=8", "HEAD")
	if err != nil {
		return "", err
	}
	parts := strings.Split(strings.TrimSpace(text), "-") // a tag, the commits since, and "g" with the commit
	if len(parts) != 3 || parts[1] == "0" {
		return parts[0], nil
	}
	return fmt.Sprintf("%s+%s commits (%s)", parts[0], parts[1], strings.TrimPrefix(parts[2], "g")), nil
}

// tree returns the Go files below a folder at a commit: their blobs by their paths.
func (r *Repository) tree(commit, below string) (map[string]string, error) {
	text, err := r.git("ls-tree", "-r", "-z", commit+"^{commit}", "--", below)
	if err != nil {
		return nil, err
	}
	blobs := map[string]string{}
	for line := range strings.SplitSeq(text, "\x00") {
		about, path, _ := strings.Cut(line, "\t")
		if fields := strings.Fields(about); len(fields) == 3 && strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			blobs[path] = fields[2]
		}
	}
	if len(blobs) == 0 {
		return nil, fmt.Errorf("%s has no Go file below %s: is it a checkout of the provider?", commit, below)
	}
	return blobs, nil
}

// read returns the content of an object, such as a blob or commit:path.
func (r *Repository) read(object string) ([]byte, error) {
	if _, err := fmt.Fprintln(r.in, object); err != nil {
		return nil, err
	}
	head, err := r.out.ReadString('\n')
	if err != nil {
		return nil, err
	}
	fields := strings.Fields(head) // the object, its type and its size
	if len(fields) != 3 {
		return nil, fmt.Errorf("git cat-file: %s", strings.TrimSpace(head))
	}
	size, err := strconv.Atoi(fields[2])
	if err != nil {
		return nil, err
	}
	data := make([]byte, size+1) // a newline follows
	if _, err := io.ReadFull(r.out, data); err != nil {
		return nil, err
	}
	return data[:size], nil
}

func (r *Repository) git(args ...string) (string, error) {
	out, err := exec.Command("git", append([]string{"-C", r.dir}, args...)...).Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		return "", fmt.Errorf("git %s: %s", args[0], bytes.TrimSpace(failed.Stderr))
	}
	return string(out), err
}

// SDK returns which SDK the provider is built with, and its version.
func (r *Repository) SDK() (string, error) {
	text, err := r.git("show", "HEAD:go.mod")
	if err != nil {
		return "", err
	}
	for line := range strings.SplitSeq(text, "\n") {
		if at := strings.Index(line, "terraform-plugin-sdk/v2 "); at >= 0 {
			return strings.TrimSpace(line[at:]), nil
		}
	}
	return "", errors.New("go.mod does not require terraform-plugin-sdk/v2")
}
