package progress

import (
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// TestLine runs with a clock of its own, and fails where the goroutine outlives the run.
func TestLine(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var screen paper
		p := Start(&screen)
		shows := func(after time.Duration, want string) {
			t.Helper()
			time.Sleep(after)
			synctest.Wait()
			if got := screen.turn(); got != want {
				t.Errorf("the terminal got %q, not %q", got, want)
			}
		}
		p.Found(9)
		p.Found(1)
		p.Reading()
		shows(patience-1, "")
		shows(1, "\r\rreading root module 1 of 10")
		shows(time.Minute, "") // the same is not written again
		p.Reading()
		p.Reading()
		shows(refresh, "\r"+strings.Repeat(" ", 27)+"\rreading root module 3 of 10")
		p.Say("checking")
		shows(refresh, "\r"+strings.Repeat(" ", 27)+"\rchecking")
		p.Stop()
		shows(0, "\r"+strings.Repeat(" ", 8)+"\r")
		shows(time.Hour, "")
	})
}

// paper takes what is written, for others to read.
type paper struct {
	mu   sync.Mutex
	text []byte
}

func (p *paper) Write(text []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.text = append(p.text, text...)
	return len(text), nil
}

// turn answers what was written since the last time.
func (p *paper) turn() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	text := string(p.text)
	p.text = nil
	return text
}

func TestLineOfShortRun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var screen paper
		p := Start(&screen)
		p.Reading()
		time.Sleep(patience - 1)
		p.Stop()
		if got := screen.turn(); got != "" {
			t.Errorf("the terminal got %q", got)
		}
	})
}
