//go:build linux || darwin || freebsd

package store

import (
	"fmt"
	"os"
	"syscall"
)

// lockFile holds the lock that an open book has, on a file that is none.
func lockFile(path string) (release func(), err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("%w (%w)", ErrLocked, err)
	}
	return func() { _ = f.Close() }, nil
}
