package journal

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"minutebook/agenda"
)

func TestOlderCopy(t *testing.T) {
	d := newDesk(t)
	j := d.open()
	j.Committed(8, "8 right")
	j.Committed(9, "9 right")
	if _, _, _, ok := j.Older(); ok {
		t.Error("the book itself is called an older copy")
	}
	_ = j.Close()
	for _, seq := range []uint64{7, 8, 9, 12} { // it is told until somebody decides, whatever came since
		d.opts.Seq = seq
		d.opts.Holds = func(mark string) bool { return mark == "12 wrong" }
		j = d.open()
		if book, seen, at, ok := j.Older(); !ok || book != 7 || seen != 9 || at.IsZero() {
			t.Fatalf("at %d older: %d of %d at %v, %v", seq, book, seen, at, ok)
		}
		j.Committed(seq+1, "")
		_ = j.Close()
	}
	j = d.open()
	if err := j.GoOn(); err != nil {
		t.Fatal(err)
	}
	j.Committed(13, "13 wrong")
	_ = j.Close()
	d.opts.Seq = 13
	if j = d.open(); j.older != nil {
		t.Errorf("it is told again: %+v", j.older)
	}
	_ = j.Close()
	d.opts.Seq = 12
	if j = d.open(); j.older == nil {
		t.Error("a copy that is older than what was gone on with is not told")
	}
}

// The file with all the changes is back: nothing is to be told any more.
func TestTheNewerFileIsBack(t *testing.T) {
	d := newDesk(t)
	j := d.open()
	j.Committed(9, "9 right")
	_ = j.Close()
	j = d.open()
	_ = j.Close()
	d.opts.Seq, d.opts.Holds = 9, func(mark string) bool { return mark == "9 right" }
	if j = d.open(); j.older != nil {
		t.Errorf("it is told of the file itself: %+v", j.older)
	}
	_ = j.Close()
	d.opts.Holds = nil
	if j = d.open(); j.older != nil {
		t.Errorf("it is told again: %+v", j.older)
	}
}

// A program that types nothing has it remembered before it goes past the number.
func TestACommandNotesAnOlderCopy(t *testing.T) {
	d := newDesk(t)
	if _, _, _, ok := Note(d.opts); ok {
		t.Fatal("of no journal")
	}
	j := d.open()
	typed(t, j, agenda.Draft{Number: j.Next(), Meeting: "m"}, "words")
	j.Committed(9, "")
	_ = j.Close()
	before := string(d.file())
	d.opts.Seq = 9
	if _, _, _, ok := Note(d.opts); ok || string(d.file()) != before {
		t.Fatal("of the book itself")
	}
	d.opts.Seq = 7
	for range 2 {
		if book, seen, _, ok := Note(d.opts); !ok || book != 7 || seen != 9 {
			t.Fatalf("noted %v: %d of %d", ok, book, seen)
		}
		d.opts.Seq = 12
	}
	if j = d.open(); j.older == nil || texts(j) != "words" {
		t.Errorf("forgotten: %+v, %q", j.older, texts(j))
	}
}

// Two copies of a book in folders that take nothing do not share a journal, but
// what was typed in a book that was carried away since is found.
func TestCopiesDoNotShareAJournal(t *testing.T) {
	d := newDesk(t)
	folder := t.TempDir()
	d.opts.put = func(f *os.File, data []byte) (int, error) {
		if strings.HasPrefix(f.Name(), folder) {
			return 0, syscall.ENOSPC
		}
		return f.Write(data)
	}
	offers := func(path, want, text string) {
		t.Helper()
		d.opts.Path = path
		j, _ := Open(d.opts)
		defer j.Close()
		if texts(j) != want {
			t.Errorf("%s offers %q, not %q", path, texts(j), want)
		}
		if text != "" {
			typed(t, j, agenda.Draft{Number: j.Next(), Meeting: "m"}, text)
		}
	}
	one, other := filepath.Join(folder, "small", "northmoor.book"), filepath.Join(folder, "w", "northmoor.book")
	for _, path := range []string{one, other} {
		if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		write(t, path, "")
	}
	offers(one, "", "words")
	offers(other, "", "")
	offers(one, "words", "")
	if err := os.Rename(one, one+".away"); err != nil {
		t.Fatal(err)
	}
	offers(one+".away", "words", "")
}
