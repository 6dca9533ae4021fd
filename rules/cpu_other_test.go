//go:build !linux

package rules_test

import "time"

var began = time.Now()

// used returns the time of day: how others tell the time of the processors differs.
func used() time.Duration { return time.Since(began) }
