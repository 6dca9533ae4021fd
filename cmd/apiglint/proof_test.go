//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The promises that docs/security.md makes, seen from outside: the system calls of the command are its deeds.

// proved are runs whose system calls are looked at, in a directory that make fills.
var proved = []hostile{
	{name: "a configuration", make: copied("../../testdata/examples/broken"), args: []string{"check", "."}, code: 1},
	{
		name: "a report in a file", make: copied("../../testdata/examples/broken"),
		args: []string{"check", "--fail-on", "never", "--format", "sarif=report.out", "."},
	},
	{name: "a plan", make: copied("../../testdata/plans/close-port"), args: []string{"plan", "plan.json"}, code: 1},
	{name: "a page", make: func(dir, int) {}, args: []string{"explain", "NET101"}},
	{
		name: "a module beside the root", make: func(d dir, _ int) {
			d.write(".git/HEAD", "")
			d.write("envs/a/main.tf", "module \"m\" {\n  source = \"../../m\"\n}\n")
			d.write("m/main.tf", neighbour)
		},
		args: []string{"check", "envs/a"}, code: 1,
	},
}

// TestDeeds runs the command under strace: it opens nothing outside of what it was pointed at, makes no connection, starts
// no process, and writes nothing but the report.
func TestDeeds(t *testing.T) {
	strace := tool(t, "strace", "APIGLINT_STRACE")
	program := built(t)
	runs := proved
	for _, h := range slices.Concat(hostileTrees, hostileFiles, hostileNames) {
		if h.full == 1 { // the small ones are about places
			h.name = "hostile: " + h.name
			runs = append(runs, h)
		}
	}
	for _, h := range runs {
		t.Run(h.name, func(t *testing.T) {
			t.Parallel()
			d := dir{t, t.TempDir()}
			if h.alone == "" && strings.HasPrefix(h.name, "hostile") {
				d.write("neighbour.tf", neighbour)
			}
			h.make(d, h.small)
			args := h.args
			if len(args) == 0 {
				args = []string{"check", "."}
			}
			lines, code := traced(t, strace, d.path, program, args...)
			if code != h.code {
				t.Errorf("it exits with %d, not with %d", code, h.code)
			}
			for _, deed := range deeds(lines, d.path, filepath.Join(d.path, "report.out")) {
				t.Error(deed)
			}
		})
	}
}

// TestNoWeb holds the program to what it links: nothing that speaks HTTP.
func TestNoWeb(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	linked := strings.Fields(string(out))
	if !slices.Contains(linked, "os") || slices.Contains(linked, "net/http") {
		t.Error("net/http is linked; go list -deps says what imports it")
	}
}

// TestDeedsAreSeen has other programs do what the command must not do.
func TestDeedsAreSeen(t *testing.T) {
	strace := tool(t, "strace", "APIGLINT_STRACE")
	for name, test := range map[string]struct{ script, want string }{
		"a file outside":                 {"read x < /etc/passwd", "opens /etc/passwd"},
		"a file outside, through a link": {"ln -s /etc link && true < link/passwd", "opens /etc/passwd"},
		"a file outside that is missing": {"true < /etc/nothing.tf", "opens /etc/nothing.tf"},
		"a look outside":                 {"test -e /etc/passwd", "looks at /etc/passwd"},
		"a file that is written":         {"echo x > x", "writes"},
		"a directory that is made":       {"mkdir x", "mkdir"},
		"a process":                      {"ls; true", "starts"},
		"a connection":                   {"exec 3<>/dev/udp/127.0.0.1/9", "socket"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := dir{t, t.TempDir()}
			lines, _ := traced(t, strace, d.path, "bash", "-c", test.script)
			found := strings.Join(deeds(lines, d.path, filepath.Join(d.path, "report.out")), "\n")
			if !strings.Contains(found, test.want) {
				t.Errorf("%q is not found in:\n%s\n%s", test.want, found, strings.Join(lines, "\n"))
			}
		})
	}
}

// TestWithoutNetwork runs the command where there is no network: it does the same.
func TestWithoutNetwork(t *testing.T) {
	unshare := tool(t, "unshare", "APIGLINT_UNSHARE")
	apart := func(args ...string) *exec.Cmd {
		return exec.Command(unshare, append([]string{"--net", "--map-root-user"}, args...)...)
	}
	devices, err := apart("cat", "/proc/net/dev").CombinedOutput()
	if err != nil {
		if os.Getenv("APIGLINT_UNSHARE") == "required" {
			t.Fatalf("unshare: %v\n%s", err, devices)
		}
		t.Skipf("the system makes no network namespaces: %s", devices)
	}
	if lines := bytes.Count(bytes.TrimSpace(devices), []byte("\n")) + 1; lines > 3 { // two of headings, and lo
		t.Fatalf("there is a network:\n%s", devices)
	}
	program := built(t)
	for _, h := range proved {
		d := dir{t, t.TempDir()}
		h.make(d, 1)
		with, without := exec.Command(program, h.args...), apart(append([]string{program}, h.args...)...)
		with.Dir, without.Dir = d.path, d.path
		out, _ := with.Output()
		again, _ := without.Output()
		if with.ProcessState.ExitCode() != without.ProcessState.ExitCode() || !bytes.Equal(out, again) {
			t.Errorf("%s: without a network it exits with %d and prints\n%s\nand with one with %d and prints\n%s",
				h.name, without.ProcessState.ExitCode(), again, with.ProcessState.ExitCode(), out)
		}
	}
}

// tool returns a program that a test needs. Where it is missing the test is skipped, unless the variable demands it.
func tool(t *testing.T, name, variable string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	switch {
	case err == nil:
		return path
	case os.Getenv(variable) == "required":
		t.Fatalf("%s is not there, and %s asks for it", name, variable)
	}
	t.Skipf("%s is not there", name)
	return ""
}

func copied(from string) func(d dir, n int) {
	return func(d dir, _ int) {
		if err := os.CopyFS(d.path, os.DirFS(from)); err != nil {
			d.Fatal(err)
		}
	}
}

// traced runs a program and answers its system calls about files, networks and processes, and its exit code.
func traced(t *testing.T, strace, dir, program string, args ...string) (calls []string, code int) {
	t.Helper()
	log := filepath.Join(t.TempDir(), "calls")
	cmd := exec.Command(strace, append([]string{
		"-f", "-qq", "-y", "-s", "8192", "-e", "trace=%file,%network,%process", "-e", "signal=none", "-o", log, program,
	}, args...)...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	lines, err := os.ReadFile(log)
	if err != nil || len(lines) == 0 {
		t.Fatalf("strace sees nothing: %v\n%s", err, out)
	}
	return joined(strings.Split(strings.TrimSpace(string(lines)), "\n")), cmd.ProcessState.ExitCode()
}

// joined puts calls together that others interrupt: their ends are lines of their own.
func joined(lines []string) []string {
	begun := map[string]int{} // where the call of a thread stands that has no end yet
	var calls []string
	for _, line := range lines {
		thread, _, _ := strings.Cut(line, " ")
		if begin, ok := strings.CutSuffix(line, " <unfinished ...>"); ok {
			begun[thread] = len(calls)
			calls = append(calls, begin)
			continue
		}
		_, end, resumed := strings.Cut(line, " resumed>")
		if at, ok := begun[thread]; ok && resumed {
			calls[at] += end
			delete(begun, thread)
			continue
		}
		calls = append(calls, line)
	}
	return calls
}

var (
	callPattern = regexp.MustCompile(`^\d+ +(\w+)\((.*)$`)
	endPattern  = regexp.MustCompile(`^\d+ +\?\?\?\(`) // a thread that ends before it is seen what it asks for
	atPattern   = regexp.MustCompile(`^(?:AT_FDCWD|\d+)<([^>]*)>, "((?:[^"\\]|\\.)*)"(.*)$`)
	pathPattern = regexp.MustCompile(`^"((?:[^"\\]|\\.)*)"(.*)$`)
	openPattern = regexp.MustCompile(` = \d+<([^>]*)>`)
)

// deeds returns what a program did that it must not do: everything but looking into a directory, and writing the report.
func deeds(calls []string, dir, report string) []string {
	var all []string
	started := false
	for _, line := range calls {
		if endPattern.MatchString(line) {
			continue
		}
		call := callPattern.FindStringSubmatch(line)
		if call == nil {
			all = append(all, "does what is not understood: "+line)
			continue
		}
		name, args := call[1], call[2]
		path, rest := "", ""
		if at := atPattern.FindStringSubmatch(args); at != nil {
			path, rest = at[2], at[3]
			if !filepath.IsAbs(path) {
				path = filepath.Join(at[1], path)
			}
		} else if plain := pathPattern.FindStringSubmatch(args); plain != nil {
			path, rest = filepath.Join(dir, plain[1]), plain[2]
			if filepath.IsAbs(plain[1]) {
				path = plain[1]
			}
		}
		switch name {
		case "execve":
			if started {
				all = append(all, "starts "+path)
			}
			started = true
		case "clone", "clone3", "fork", "vfork":
			if !strings.Contains(args, "CLONE_THREAD") {
				all = append(all, "starts a process")
			}
		case "exit", "exit_group", "getuid", "geteuid", "getgid", "getegid", "tgkill", "getpid", "gettid":
		case "open", "openat", "openat2":
			if opened := openPattern.FindStringSubmatch(args); opened != nil {
				path = opened[1]
			}
			writes := strings.Contains(rest, "O_WRONLY") || strings.Contains(rest, "O_RDWR") || strings.Contains(rest, "O_CREAT")
			switch {
			case writes && path != report:
				all = append(all, "writes "+path)
			case !writes && !inside(dir, path) && !ofTheSystem(path):
				all = append(all, "opens "+path+": "+line)
			}
		case "newfstatat", "stat", "lstat", "statx", "access", "faccessat", "faccessat2", "readlink", "readlinkat", "getcwd":
			if path != "" && !inside(dir, path) && !ofTheSystem(path) && !above(dir, path) {
				all = append(all, "looks at "+path)
			}
		default:
			all = append(all, name+" "+args)
		}
	}
	return all
}

func inside(dir, path string) bool { return path == dir || strings.HasPrefix(path, dir+"/") }

// above reports whether a path is a directory above, or what says that a git work tree begins there.
func above(dir, path string) bool {
	path = strings.TrimSuffix(path, "/.git")
	return path == "" || path == "/" || inside(path, dir)
}

// ofTheSystem reports whether a path is one that Go's runtime reads at its start: how much memory and how many processors
// the process may have. What day it is, for ignore comments that end, is a question of the time zone.
func ofTheSystem(path string) bool {
	return slices.Contains([]string{
		"/sys/kernel/mm/transparent_hugepage/hpage_pmd_size", "/sys/devices/system/cpu/online", "/proc/stat", "/etc/localtime",
	}, path) || systemPattern.MatchString(path)
}

var systemPattern = regexp.MustCompile(`^(/proc/(self|\d+)/(maps|cgroup|mountinfo|auxv)|/sys/fs/cgroup/.*(cpu\.max|cpu\.cfs_quota_us|cpu\.cfs_period_us)|/usr/(share|lib|share/lib)/zoneinfo/.*)$`)
