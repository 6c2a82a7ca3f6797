package tui

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// leaver turns a signal, a terminal that is gone and a cancelled context into
// a request to leave.
type leaver struct {
	mu   sync.Mutex
	sig  syscall.Signal
	send func()
}

func (l *leaver) by(sig syscall.Signal) {
	l.mu.Lock()
	if l.sig == 0 {
		l.sig = sig
	}
	l.mu.Unlock()
	spawn(l.send)
}

func (l *leaver) signal() syscall.Signal {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.sig
}

// watch begins to listen; the returned function ends it.
func (l *leaver) watch(ctx context.Context) (stop func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, leaveSignals...)
	done := make(chan struct{})
	spawn(func() {
		cancelled := ctx.Done()
		for {
			select {
			case s := <-signals:
				l.by(s.(syscall.Signal))
			case <-cancelled:
				cancelled = nil
				spawn(l.send)
			case <-done:
				return
			}
		}
	})
	return func() { signal.Stop(signals); close(done) }
}

// terminal is an input that takes pastes out of what is typed and says when it
// is gone. The framework would stop at once on a failed read, with a save still
// running.
type terminal struct {
	*os.File
	gone   func()
	pastes *pastes
}

func (t *terminal) Read(b []byte) (int, error) {
	n, err := t.File.Read(b[:max(1, len(b)/3)]) // a ticket may be longer than its paste
	if err == nil {
		n = copy(b, t.pastes.filter(b[:n]))
	}
	if err != nil && (errors.Is(err, io.EOF) || errors.Is(err, syscall.EIO)) {
		t.gone()
		return n, io.EOF
	}
	return n, err
}
