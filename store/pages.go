package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"
)

// checkLimit is how long bbolt may look at the pages of a book. On damaged ones
// it may never come to an end.
var checkLimit = 30 * time.Second

const (
	pagesDamaged = 1        // the exit status that says so
	maxSaid      = 64 << 10 // bytes that are listened to
	maxPageSaid  = 200      // faults that are listened to
	maxPageWords = 5        // faults that are told
)

// pages has bbolt check the pages in a process of its own.
func (c *checker) pages(ctx context.Context, kv *boltEngine, child func(context.Context, string) *exec.Cmd) error {
	file, err := kv.named()
	if err != nil {
		return fmt.Errorf("make a copy to check: %w", err)
	}
	defer func() { _ = os.Remove(file) }()
	limited, stop := context.WithTimeout(ctx, checkLimit)
	defer stop()
	cmd := child(limited, file)
	cmd.WaitDelay = time.Second
	var out strings.Builder
	cmd.Stdout, cmd.Stderr = &limitedWriter{&out, maxSaid}, nil
	err = cmd.Run()
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case limited.Err() != nil:
		c.fault("", "the pages of the book", fmt.Errorf("%w: looking at them does not come to an end", ErrDamaged))
	case err == nil:
	case errors.As(err, &exit) && exit.ExitCode() == pagesDamaged:
		told := map[string]bool{}
		for said := range strings.Lines(out.String()) {
			if words := pageWords(said); !told[words] && len(told) < maxPageWords {
				told[words] = true
				c.fault("", "the pages of the book", fmt.Errorf("%w: %s", ErrDamaged, words))
			}
		}
	case errors.As(err, &exit):
		c.fault("", "the pages of the book", fmt.Errorf("%w: the program that looked at them crashed", ErrDamaged))
	default:
		return fmt.Errorf("start the check of the pages: %w", err)
	}
	return nil
}

// named copies a file that has no name into one that has, for another process.
func (e *boltEngine) named() (string, error) {
	f, err := os.CreateTemp("", "minutebook-*.check")
	if err != nil {
		return "", err
	}
	info, err := e.file.Stat()
	if err == nil {
		_, err = io.Copy(f, io.NewSectionReader(e.file, 0, info.Size()))
	}
	if err = errors.Join(err, f.Close()); err != nil {
		_ = os.Remove(f.Name())
	}
	return f.Name(), err
}

// limitedWriter keeps the beginning of what it is told.
type limitedWriter struct {
	to   *strings.Builder
	left int
}

func (w *limitedWriter) Write(p []byte) (int, error) {
	n := min(len(p), w.left)
	w.left -= n
	_, _ = w.to.Write(p[:n])
	return len(p), nil
}

// CheckPages has bbolt look at every page of a file, prints what is wrong and
// returns the exit status. It may crash or never return: it is for a process of
// its own, which Check starts.
func CheckPages(file string, out io.Writer) int {
	db, err := bolt.Open(file, 0o600, &bolt.Options{ReadOnly: true, Timeout: lockWait})
	if err != nil {
		fmt.Fprintln(out, err)
		return pagesDamaged
	}
	wrong := 0
	_ = db.View(func(tx *bolt.Tx) error {
		for err := range tx.Check() {
			if wrong++; wrong <= maxPageSaid {
				fmt.Fprintln(out, err)
			}
		}
		return nil
	})
	if wrong > 0 {
		return pagesDamaged
	}
	return 0
}
