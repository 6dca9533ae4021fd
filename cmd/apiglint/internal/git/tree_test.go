package git

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// needGit skips a test where git is missing, unless APIGLINT_GIT=required.
func needGit(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		if os.Getenv("APIGLINT_GIT") == "required" {
			t.Fatal(err)
		}
		t.Skip("git is not installed")
	}
}

// gitRepository makes a repository with one commit of some files. A target behind -> makes a symbolic link.
func gitRepository(t *testing.T, files map[string]string, format ...string) string {
	t.Helper()
	needGit(t)
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	git := func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=x", "-c", "user.email=x@example.com", "-c", "core.autocrlf=false"}, args...)...)
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
	git(append([]string{"init", "-q", "-b", "main"}, format...)...)
	plant(t, dir, files)
	git("add", "-A")
	git("commit", "-q", "-m", "all")
	return dir
}

func plant(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, content := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o700); err != nil {
			t.Fatal(err)
		}
		if target, ok := strings.CutPrefix(content, "->"); ok {
			if err := os.Symlink(target, full); err != nil {
				t.Skip(err)
			}
			continue
		}
		if err := os.WriteFile(full, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// treeOf returns the tree of HEAD below a directory of a repository.
func treeOf(t *testing.T, dir, prefix string) *Tree {
	t.Helper()
	r, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	commit, err := r.Commit("HEAD")
	if err != nil {
		t.Fatal(err)
	}
	tree, err := r.Tree(commit, prefix, os.DirFS(filepath.Join(dir, prefix)), 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

var someFiles = map[string]string{
	"main.tf": "a", "empty.tf": "", "a/b/c.tf": "c", "with space/ü\n.tf": "odd", "a.b/x.tf": "x",
}

func TestTreeIsAFileSystem(t *testing.T) {
	for _, format := range [][]string{nil, {"--object-format=sha256"}} {
		dir := gitRepository(t, someFiles, format...)
		var names []string
		for name := range someFiles {
			names = append(names, name)
			if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
				t.Fatal(err)
			}
		}
		if err := fstest.TestFS(treeOf(t, dir, "."), names...); err != nil {
			t.Error(err)
		}
		if err := fstest.TestFS(treeOf(t, dir, "a"), "b/c.tf"); err != nil {
			t.Error(err)
		}
		nothing := treeOf(t, dir, "nowhere")
		if entries, err := fs.ReadDir(nothing, "."); err != nil || len(entries) > 0 {
			t.Errorf("a directory that is not there holds %v, %v", entries, err)
		}
	}
}

func TestTreeFollowsLinks(t *testing.T) {
	dir := gitRepository(t, map[string]string{
		"in/real.tf": "real", "in/file.tf": "->real.tf", "in/up.tf": "->../main.tf", "main.tf": "main", "dir": "->in",
		"out.tf": "->/etc/passwd", "far.tf": "->../../../etc/passwd", "loop.tf": "->loop.tf", "gone.tf": "->nowhere", "in/top": "->..",
	})
	tree := treeOf(t, dir, ".")
	for name, want := range map[string]string{
		"in/file.tf": "real", "in/up.tf": "main", "dir/file.tf": "real", "dir/top/in/top/main.tf": "main",
		"out.tf": "!", "far.tf": "!", "loop.tf": "!", "gone.tf": "!", "main.tf/x": "!", "../x": "!", "in": "!",
	} {
		content, err := fs.ReadFile(tree, name)
		if got := string(content); err == nil && got != want || err != nil && want != "!" {
			t.Errorf("%s holds %q, %v", name, got, err)
		}
	}
	if _, err := fs.ReadFile(treeOf(t, dir, "in"), "up.tf"); err == nil {
		t.Error("a link leads out of the boundary")
	}
	entries, err := fs.ReadDir(tree, "in")
	if err != nil || len(entries) != 4 || entries[0].Type() != fs.ModeSymlink {
		t.Errorf("in holds %v, %v", entries, err)
	}
}

// What git ignores is there as it is now, and what is merely new is not.
func TestTreeTakesWhatGitDoesNotHold(t *testing.T) {
	dir := gitRepository(t, map[string]string{
		".gitignore": "*.tfvars\n/build/\n!kept.tfvars\n", "main.tf": "old", "lfs.json": "version https://git-lfs.github.com/spec/v1\n",
	})
	plant(t, dir, map[string]string{
		"x.tfvars": "ignored", "kept.tfvars": "new", "new.tf": "new", "build/api.json": "built", ".terraform/modules/modules.json": "{}",
		"main.tf": "new", "lfs.json": "large", "sub/.terraform/x": "installed",
	})
	tree := treeOf(t, dir, ".")
	for name, want := range map[string]string{
		"x.tfvars": "ignored", "kept.tfvars": "!", "new.tf": "!", "build/api.json": "built", ".terraform/modules/modules.json": "{}",
		"main.tf": "old", "lfs.json": "large", ".git/HEAD": "!", "sub/x": "!",
	} {
		content, err := fs.ReadFile(tree, name)
		if got := string(content); err == nil && got != want || err != nil && want != "!" {
			t.Errorf("%s holds %q, %v", name, got, err)
		}
	}
	var names []string
	entries, err := fs.ReadDir(tree, ".")
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if got := strings.Join(names, " "); err != nil || got != ".gitignore .terraform build lfs.json main.tf x.tfvars" {
		t.Errorf("the tree holds %s, %v", got, err)
	}
}

// A submodule is there as it is now, and that is said.
func TestTreeTakesSubmodules(t *testing.T) {
	dir := gitRepository(t, map[string]string{"main.tf": "a"})
	head, err := (&Repository{Dir: dir}).ask("rev-parse", "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"update-index", "--add", "--cacheinfo", "160000," + head + ",sub"},
		{"-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-q", "-m", "sub"},
	} {
		if _, err := (&Repository{Dir: dir}).ask(args...); err != nil {
			t.Fatal(err)
		}
	}
	plant(t, dir, map[string]string{"sub/api/x.tf": "now"})
	tree := treeOf(t, dir, ".")
	content, err := fs.ReadFile(tree, "sub/api/x.tf")
	if string(content) != "now" || err != nil {
		t.Errorf("it holds %q, %v", content, err)
	}
	if got := strings.Join(tree.Submodules(), " "); got != "sub" {
		t.Errorf("submodules are %q", got)
	}
	if entries, err := fs.ReadDir(tree, "."); err != nil || len(entries) != 2 || !entries[1].IsDir() {
		t.Errorf("the tree holds %v, %v", entries, err)
	}
}

func TestParseTree(t *testing.T) {
	object := strings.Repeat("\x01", 20)
	for content, want := range map[string]int{
		"":                         0,
		"100644 a.tf\x00" + object: 1,
		"40000 d\x00" + object + "160000 s\x00" + object: 2,
		"100644 ../a\x00" + object:                       0,
		"100644 ..\x00" + object:                         0,
		"40000 .\x00" + object:                           0,
		"100644 a.tf\x00" + object[1:]:                   -1,
		"100644 a.tf":                                    -1,
		"100644\x00" + object:                            -1,
	} {
		list, err := parseTree(content, 20)
		if (err != nil) != (want < 0) || (err == nil && len(list) != want) {
			t.Errorf("%q has %d entries, %v", content, len(list), err)
		}
	}
}
