//go:build unix

package main

import "syscall"

// noCore keeps the system from writing the program's memory, closed text and
// all, into a file when it dies.
func noCore() {
	_ = syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})
}
