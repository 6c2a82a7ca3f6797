package journal

import (
	"bytes"
	"errors"
	"os"
	"sync/atomic"
	"testing"
	"time"

	"minutebook/agenda"
)

// TestAPanicBesideTheWriter has the goroutine that syncs panic, without and with
// the journal's lock: what was typed before and after is kept, and synced.
func TestAPanicBesideTheWriter(t *testing.T) {
	for name, private := range map[string]bool{"in a sync": false, "in a new file": true} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			var armed atomic.Bool
			panicked, synced := make(chan bool, 1), make(chan bool, 100)
			mistake := func() {
				if armed.CompareAndSwap(true, false) {
					panicked <- true
					panic("words")
				}
			}
			d.opts.syncer = func(f *os.File) error {
				if !private {
					mistake()
				}
				synced <- true
				return f.Sync()
			}
			d.opts.put = func(f *os.File, data []byte) (int, error) {
				if private && bytes.HasPrefix(data, []byte(magic)) {
					mistake()
				}
				return f.Write(data)
			}
			j := d.open()
			draft, secret := agenda.Draft{Number: j.Next(), Meeting: "m"}, agenda.Draft{Number: j.Next(), Meeting: "m", Private: true}
			typed(t, j, draft, "words")
			typed(t, j, secret, "closed")
			armed.Store(true)
			if err := j.End(secret.Number); err != nil { // the file is to be shortened now
				t.Fatal(err)
			}
			soon(t, panicked)
			for len(synced) > 0 {
				<-synced
			}
			for _, text := range []string{"words and", "words and more"} {
				draft.Text = text
				done := make(chan bool)
				go func() {
					defer close(done)
					if err, moved := j.Write(draft), (*agenda.JournalMoved)(nil); err != nil && !errors.As(err, &moved) {
						t.Error(err)
					}
				}()
				soon(t, done)
				soon(t, synced)
			}
			if err := j.Close(); err != nil {
				t.Error(err)
			}
			if j = d.open(); texts(j) != "words and more" {
				t.Errorf("the next run finds %q", texts(j))
			}
		})
	}
}

// soon waits for what must come.
func soon(t *testing.T, c <-chan bool) {
	t.Helper()
	select {
	case <-c:
	case <-time.After(20 * time.Second):
		t.Fatal("it never comes")
	}
}
