package main

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

// progress is a line on a terminal that says how far a long run is. It appears after some patience, is rewritten in its
// place and erased at the end, so that nothing else is ever written beside it. A nil progress says nothing.
type progress struct {
	terminal io.Writer

	mu          sync.Mutex // of text and the counts
	text        string
	roots, read int

	shown        string // what stands there
	end, stopped chan struct{}
}

// progress starts a line on stderr, where that is a terminal that can rewrite one. It uses no colours, so NO_COLOR says
// nothing about it.
func (c *Command) progress() *progress {
	if !isTerminal(c.Stderr) || c.Env("TERM") == "dumb" {
		return nil
	}
	return startProgress(c.Stderr)
}

func startProgress(terminal io.Writer) *progress {
	p := &progress{
		terminal: terminal, text: "looking for root modules",
		end: make(chan struct{}), stopped: make(chan struct{}),
	}
	go p.run()
	return p
}

func (p *progress) run() {
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
func (p *progress) write(text string) {
	if text == p.shown {
		return
	}
	line := "\r" + strings.Repeat(" ", len(p.shown)) + "\r" + text // understood by terminals without escapes, too
	p.shown = text
	_, _ = io.WriteString(p.terminal, line) // a report that can be written needs no progress
}

// say puts a text on the line.
func (p *progress) say(text string) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.text = text
}

// found says that there are further root modules to read.
func (p *progress) found(roots int) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.roots += roots
}

// reading says that the next root module is being read.
func (p *progress) reading() {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.read++
	p.text = fmt.Sprintf("reading root module %d of %d", p.read, p.roots)
}

// stop erases the line. Nothing is written afterwards.
func (p *progress) stop() {
	if p == nil {
		return
	}
	close(p.end)
	<-p.stopped
}
