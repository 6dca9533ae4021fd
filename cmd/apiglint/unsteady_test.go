//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// TestUnreadableDirectories runs the command as somebody who may not read everything: what can be read is linted, the rest
// is said. Only root can be somebody else; for all others the scripts test the same.
func TestUnreadableDirectories(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can be somebody else")
	}
	program := built(t)
	d := dir{t, t.TempDir()}
	d.write("neighbour.tf", neighbour)
	d.write("closed/main.tf", neighbour)
	d.write("file/closed.tf", neighbour)
	d.write("file/open.tf", neighbour)
	for _, name := range []string{d.path, filepath.Dir(d.path), filepath.Dir(program)} {
		if err := os.Chmod(name, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"closed", "file/closed.tf"} {
		if err := os.Chmod(d.name(name), 0); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(program, "check", "--rule", "aut406", ".")
	cmd.Dir = d.path
	const nobody = 65534
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	var out, complaints bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaints
	err := cmd.Run()
	if cmd.ProcessState == nil || cmd.ProcessState.ExitCode() != exitTrouble {
		t.Errorf("it ends with %v", err)
	}
	for _, want := range []string{neighbourFinding, "file/open.tf:3:29: warning"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("it does not report %q", want)
		}
	}
	for _, want := range []string{"closed: error: Cannot be read: permission denied", "file/closed.tf: error: Cannot be read: permission denied"} {
		if !strings.Contains(complaints.String(), want) {
			t.Errorf("it does not say %q", want)
		}
	}
	if t.Failed() {
		t.Logf("stdout:\n%s\nstderr:\n%s", &out, &complaints)
	}
}

// TestFilesThatChange has files grow, shrink, vanish and become something else while the command reads them. Whatever it
// sees of them, it ends as it should, and what stays is linted.
func TestFilesThatChange(t *testing.T) {
	program := built(t)
	d := dir{t, t.TempDir()}
	d.write("neighbour.tf", neighbour)
	for i := range 50 {
		d.write(filepath.Join("many", string(rune('a'+i%26)), "x.tf"), strings.Repeat("locals {}\n", 100))
	}
	end := make(chan struct{})
	var changing sync.WaitGroup
	changing.Go(func() {
		name := d.name("changes.tf")
		for i := 0; ; i++ {
			select {
			case <-end:
				return
			default:
			}
			switch i % 6 { // the outcome is anybody's guess, and so are the errors
			case 0:
				_ = os.WriteFile(name, []byte(strings.Repeat("locals {}\n", 1000)), 0o600)
			case 1:
				_ = os.Truncate(name, 5)
			case 2:
				_ = os.Remove(name)
			case 3:
				_ = os.Mkdir(name, 0o755)
			case 4:
				_ = os.Remove(name)
			case 5:
				_ = os.Symlink("/etc/passwd", name)
				_ = os.Remove(name)
			}
		}
	})
	for range 40 {
		cmd := exec.Command(program, "check", "--rule", "aut406", ".")
		cmd.Dir = d.path
		var out, complaints bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &complaints
		err := cmd.Run()
		code := cmd.ProcessState.ExitCode()
		if (code != exitFindings && code != exitTrouble) || strings.Contains(complaints.String(), "goroutine ") {
			t.Errorf("it ends with %v:\n%s", err, &complaints)
		}
		if !strings.Contains(out.String(), neighbourFinding) || strings.Contains(out.String()+complaints.String(), "root:") {
			t.Errorf("it prints\n%s\n%s", &out, &complaints)
		}
	}
	close(end)
	changing.Wait()
}
