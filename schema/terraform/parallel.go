package terraform

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// inParallel calls do with every number below n, from as many goroutines as there are processors. A panic in one of them
// becomes one here.
func inParallel(n int, do func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers < 2 {
		for i := range n {
			do(i)
		}
		return
	}
	var next atomic.Int64
	t := newTeam(workers, func() {
		for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
			do(i)
		}
	})
	t.wait()
}

// crew does what it is handed, in the order in which there is time for it, with as many goroutines as there are
// processors.
type crew[T any] struct {
	work chan T
	team *team
}

// newCrew answers a crew. Each of its goroutines has its own do.
func newCrew[T any](do func() func(T)) *crew[T] {
	workers := runtime.GOMAXPROCS(0)
	c := &crew[T]{work: make(chan T, workers)}
	c.team = newTeam(workers, func() {
		defer func() {
			for range c.work { //nolint:revive // behind a panic the work is taken and not done, or nobody could hand any
			}
		}()
		do := do()
		for w := range c.work {
			do(w)
		}
	})
	return c
}

// hand hands work over. It waits while nobody has time for it.
func (c *crew[T]) hand(work T) { c.work <- work }

// wait waits until everything is done. A panic in the crew becomes one here.
func (c *crew[T]) wait() {
	close(c.work)
	c.team.wait()
}

// team is a number of goroutines that do the same.
type team struct {
	all      sync.WaitGroup
	failures chan any
}

func newTeam(n int, do func()) *team {
	t := &team{failures: make(chan any, n)}
	for range n {
		t.all.Go(func() {
			defer func() {
				if failure := recover(); failure != nil {
					t.failures <- failure
				}
			}()
			do()
		})
	}
	return t
}

// wait waits until all have come to their end. A panic in one of them becomes one here.
func (t *team) wait() {
	t.all.Wait()
	select {
	case failure := <-t.failures:
		panic(failure)
	default:
	}
}
