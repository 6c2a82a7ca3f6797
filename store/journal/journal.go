package journal

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"sync"
	"time"

	"minutebook/agenda"
)

// Journal is the journal of one book, for as long as the book is open for
// writing: the lock of the book is its lock too. It is safe for several
// goroutines. It never gives up: where neither of its places can be written it
// says so with each write, and tries again.
type Journal struct {
	now    func() time.Time
	places []string // the files it may be, the first wherever that can be
	older  *elder   // the book is older than the journal; nil: it is not
	noted  bool     // an earlier run has seen that
	book   state    // of the book
	unread []string // files that could not be read to their end, under the names they were put aside
	start  string   // when the run began, for files put aside

	mu       sync.Mutex
	content  // what the file says, or should
	next     uint64
	f        *os.File // nil: it is nowhere
	place    int      // of places: where it is
	size     int64
	top      int64  // the size of the first line and the header
	files    int    // counts files, so that a goroutine notices another
	tail     []byte // what was written since a new file was begun; nil: none is
	begun    bool
	broken   error     // why it is nowhere
	tried    time.Time // when it was last tried to put it somewhere
	moved    error     // to be told once
	renamed  bool      // the name of the file is not on the disk for certain
	shrink   bool      // the file holds what it need not
	buffer   bytes.Buffer
	put      func(*os.File, []byte) (int, error) // write(2), or its stand-in
	sync     func(*os.File) error                // fdatasync(2), or its stand-in
	dirty    chan struct{}
	stop     chan struct{}
	stopped  chan struct{}
	stopOnce sync.Once
}

var _ agenda.Journal = (*Journal)(nil)

// errNowhere is what a write says while there is no file.
var errNowhere = errors.New("the journal can be written nowhere")

// Next is a number for a new draft.
func (j *Journal) Next() uint64 {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.next++
	return j.next
}

// Write keeps the newest state of a draft. An *agenda.JournalMoved says that it
// was kept, and from now on elsewhere.
func (j *Journal) Write(d agenda.Draft) error {
	d.Text = strings.ToValidUTF8(d.Text, "\uFFFD") // what is read back must be what was written
	j.mu.Lock()
	defer j.mu.Unlock()
	if d.Number == 0 || d.Number > j.next {
		return errors.New("a draft needs a number of this journal")
	}
	f := j.write(d)
	if f == nil && j.f != nil {
		return j.told()
	}
	if f == nil { // it may be somewhere by now
		return j.append(nil)
	}
	is := j.drafts[d.Number]
	if f.Text != nil || f.Change != nil || is.typed.IsZero() {
		is.typed = j.now().UTC()
	}
	f.At = is.typed
	return j.append(f)
}

// End drops a draft. With the last one the file is cut back to its header.
func (j *Journal) End(number uint64) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	d := j.drafts[number]
	if d == nil {
		return nil
	}
	delete(j.drafts, number)
	if len(j.drafts) > 0 {
		j.shrink = j.shrink || d.Private
		return j.append(&frame{Draft: number, End: true, At: j.now().UTC()})
	}
	return j.cut()
}

// Rescued is what earlier runs have left behind, oldest first.
func (j *Journal) Rescued() []agenda.Rescued {
	j.mu.Lock()
	defer j.mu.Unlock()
	var out []agenda.Rescued
	for _, n := range j.numbers() {
		if d := j.drafts[n]; d.rescued {
			out = append(out, agenda.Rescued{Draft: d.draft(n, d.text), Typed: d.typed})
		}
	}
	return out
}

// Unread is where the files are of which a part could not be read: what that part
// held is offered to nobody.
func (j *Journal) Unread() []string { return j.unread }

// Committed notes that the book has seen so many changes. It is not synced: the
// book is.
func (j *Journal) Committed(seq uint64, mark string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if mark == "" {
		mark = j.book.mark
	}
	j.book = state{seq, mark}
	if seq <= j.seen || j.older != nil {
		return
	}
	j.seen, j.seenAt, j.mark = seq, j.now().UTC(), mark
	// Nobody waits for an answer here; what went wrong is told at the next write.
	if err := j.append(&frame{Commit: seq, Mark: mark, At: j.seenAt}); err != nil {
		j.moved = errors.Join(moving(err))
	}
}

func moving(err error) error {
	var moved *agenda.JournalMoved
	if errors.As(err, &moved) {
		return err
	}
	return nil
}

// append writes a frame behind the last, or puts the whole journal into a new
// file where that fails.
func (j *Journal) append(f *frame) error {
	if j.f == nil {
		if now := j.now(); now.Sub(j.tried).Abs() >= time.Second {
			j.tried = now
			j.begin(j.broken)
		}
		return j.told()
	}
	if f == nil {
		return j.told()
	}
	f.Run, f.Seq = j.run, j.seq+1
	j.buffer.Reset()
	if err := encode(&j.buffer, f); err != nil {
		delete(j.drafts, f.Draft) // no reader knows of it
		return err
	}
	if err := j.writeBuffer(); err != nil {
		j.begin(err)
		return j.told()
	}
	j.seq++
	j.wake()
	return j.told()
}

func (j *Journal) writeBuffer() error {
	data := j.buffer.Bytes()
	n, err := j.put(j.f, data)
	if err != nil {
		if n > 0 {
			_ = j.f.Truncate(j.size) // what stays of it is torn, and is read over
		}
		return err
	}
	j.size += int64(n)
	if j.begun {
		j.tail = append(j.tail, data...)
	}
	return nil
}

// cut leaves nothing in the file but its header and what the book has seen.
func (j *Journal) cut() error {
	j.files++
	j.begun, j.tail, j.shrink = false, nil, false
	if j.f == nil {
		return j.append(nil)
	}
	if err := j.f.Truncate(j.top); err != nil {
		j.begin(err)
		return j.told()
	}
	j.size = j.top
	if j.seen > 0 { // a frame says that this file is the newer one of two
		return j.append(&frame{Commit: j.seen, Mark: j.mark, At: j.seenAt})
	}
	j.wake()
	return j.told()
}

// told is what the caller must know: that the journal is nowhere, or, once, that
// it is elsewhere.
func (j *Journal) told() error {
	if j.broken != nil {
		return errors.Join(errNowhere, j.broken)
	}
	err := j.moved
	j.moved = nil
	return err
}

func (j *Journal) wake() {
	select {
	case j.dirty <- struct{}{}:
	default:
	}
}
