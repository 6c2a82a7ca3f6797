package agenda_test

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"testing"

	"minutebook/agenda"
)

func TestPlainly(t *testing.T) {
	for want, err := range map[string]error{
		"the disk is full":                           fmt.Errorf("keep: %w", &fs.PathError{Op: "write", Path: "/x", Err: syscall.ENOSPC}),
		"permission denied":                          fmt.Errorf("keep a snapshot: %w", &fs.PathError{Op: "mkdir", Path: "/x", Err: syscall.EACCES}),
		"it is a folder":                             errors.New("it is a folder"),
		"open /x: permission denied. Look elsewhere": fmt.Errorf("%w. Look elsewhere", &fs.PathError{Op: "open", Path: "/x", Err: syscall.EACCES}),
	} {
		if got := agenda.Plainly(err); got != want {
			t.Errorf("%v is %q, want %q", err, got, want)
		}
	}
}
