package agenda

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"
)

// Plainly is an error that ends in one of the system, in words for a person:
// without the operation and the path, which the sentence around it says. An error
// that says more keeps its words.
func Plainly(err error) string {
	for _, full := range []error{ErrNoRoom, syscall.ENOSPC, syscall.EDQUOT} {
		if errors.Is(err, full) {
			return ErrNoRoom.Error()
		}
	}
	words := err.Error()
	var path *fs.PathError
	if errors.As(err, &path) && strings.HasSuffix(words, path.Error()) {
		return path.Err.Error()
	}
	return words
}
