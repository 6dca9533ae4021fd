package git

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"sync"
)

// conversation is a process that answers one question after the other.
type conversation struct {
	start func() *exec.Cmd

	mutex sync.Mutex
	cmd   *exec.Cmd // nil while there is none
	in    io.WriteCloser
	out   *bufio.Reader
}

// say asks a question and reads the answer. After an error the next question begins a new conversation, except after
// what is merely not there.
func (c *conversation) say(question string, read func(answer *bufio.Reader) error) error {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.cmd == nil {
		if err := c.begin(); err != nil {
			return err
		}
	}
	_, err := io.WriteString(c.in, question)
	if err == nil {
		err = read(c.out)
	}
	if err != nil && !errors.Is(err, errNotHere) {
		c.end()
		return fmt.Errorf("git has stopped: %w", err)
	}
	return err
}

func (c *conversation) begin() error {
	cmd := c.start()
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	c.cmd, c.in, c.out = cmd, in, bufio.NewReader(out)
	return nil
}

func (c *conversation) end() {
	if c.cmd == nil {
		return
	}
	_ = c.in.Close() // it ends by that
	_ = c.cmd.Wait() // all its answers have been read, or nobody wants them any more
	c.cmd = nil
}
