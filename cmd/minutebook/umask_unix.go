//go:build unix

package main

import "syscall"

// setMask sets which permissions new files have not, and returns which it was.
func setMask(mask int) int { return syscall.Umask(mask) }
