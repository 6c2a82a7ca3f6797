package tui

import "sync"

// spawn starts every goroutine of this package. A panic in one would end the
// program with the terminal as it is and its value printed, which may be
// somebody's words: it is handed on as a mistake of the program.
func spawn(work func()) {
	go func() {
		defer func() {
			if recover() != nil {
				mistakes.hear(broken())
			}
		}()
		work()
	}()
}

// mistakes is who wants to know of a panic in a goroutine: the interface that
// runs.
var mistakes listener

type listener struct {
	mu   sync.Mutex
	tell func(error)
}

// to has somebody hear; the returned function ends it.
func (l *listener) to(tell func(error)) (stop func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.tell = tell
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.tell = nil
	}
}

func (l *listener) hear(err error) {
	l.mu.Lock()
	tell := l.tell
	l.mu.Unlock()
	if tell != nil {
		tell(err)
	}
}
