package rules_test

import (
	"syscall"
	"time"
)

// used returns the time that the processors have spent on this process. Unlike the time of day it does not depend on what
// else the machine does.
func used() time.Duration {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
