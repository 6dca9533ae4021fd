// Package progress says how far a long run is.
package progress

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
)

const (
	patience = 2 * time.Second        // how long a run may take before something is said
	refresh  = 100 * time.Millisecond // how often the line is written anew at most
)

// Line is a line on a terminal that says how far a run is. It appears after some patience, is rewritten in its
// place and erased at the end, so that nothing else is ever written beside it. A nil line says nothing.
type Line struct {
	terminal io.Writer

	mu          sync.Mutex // of text and the counts
	text        string
	roots, read int

	shown        string // what stands there
	end, stopped chan struct{}
}

// Start begins a line on a terminal. It has to be stopped.
func Start(terminal io.Writer) *Line {
	p := &Line{
		terminal: terminal, text: "looking for root modules",
		end: make(chan struct{}), stopped: make(chan struct{}),
	}
	go p.run()
	return p
}

func (p *Line) run() {
	defer close(p.stopped)
	next := time.NewTimer(patience)
	defer next.Stop()
	for {
		select {
		case <-p.end:
			p.write("")
			return
		case <-next.C:
			p.mu.Lock()
			text := p.text
			p.mu.Unlock()
			p.write(text)
			next.Reset(refresh)
		}
	}
}

// write puts a text in the place of what is shown.
func (p *Line) write(text string) {
	if text == p.shown {
		return
	}
	line := "\r" + strings.Repeat(" ", len(p.shown)) + "\r" + text // understood by terminals without escapes, too
	p.shown = text
	_, _ = io.WriteString(p.terminal, line) // a report that can be written needs no progress
}

// Say puts a text on the line.
func (p *Line) Say(text string) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.text = text
}

// Found says that there are further root modules to read.
func (p *Line) Found(roots int) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.roots += roots
}

// Reading says that the next root module is being read.
func (p *Line) Reading() {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.read++
	p.text = fmt.Sprintf("reading root module %d of %d", p.read, p.roots)
}

// Stop erases the line. Nothing is written afterwards.
func (p *Line) Stop() {
	if p == nil {
		return
	}
	close(p.end)
	<-p.stopped
}
