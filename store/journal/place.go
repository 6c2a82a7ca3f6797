package journal

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"minutebook/agenda"
)

// begin puts the whole journal into a new file: in another place than the one
// that has just failed if that can be, and says why.
func (j *Journal) begin(why error) {
	if j.f != nil {
		_ = j.f.Close() // it is not trusted any more
	}
	failed := j.place
	wasSomewhere := j.f != nil
	j.f, j.files, j.begun, j.tail = nil, j.files+1, false, nil
	j.seq++ // of two files of a run the one that goes on further counts
	order := make([]int, 0, len(j.places))
	for i := range j.places {
		if !wasSomewhere || i != failed {
			order = append(order, i)
		}
	}
	for _, i := range order {
		f, size, top, err := j.create(j.places[i])
		if err == nil {
			err = os.Rename(f.Name(), j.places[i])
		}
		if err != nil {
			discard(f)
			why = errors.Join(why, err)
			continue
		}
		j.f, j.size, j.top, j.place = f, size, top, i
		j.broken, j.renamed, j.shrink = nil, true, false
		if i != failed || j.moved != nil {
			j.moved = &agenda.JournalMoved{To: j.places[i], Why: why}
		}
		j.wake()
		return
	}
	j.broken = why
}

// create makes a file beside path that holds the header and all drafts. It is
// not synced and has not its name yet.
func (j *Journal) create(path string) (f *os.File, size, top int64, err error) {
	if path == "" {
		return nil, 0, 0, errors.New("this system has no folder for it")
	}
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, 0, 0, err
	}
	var b bytes.Buffer
	if top, err = j.render(&b); err != nil {
		return nil, 0, 0, err
	}
	name := filepath.Join(folder, "."+filepath.Base(path)+"."+rand.Text()+".new")
	f, err = os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL|os.O_APPEND|noFollow, 0o600)
	if err != nil {
		return nil, 0, 0, err
	}
	if _, err := j.put(f, b.Bytes()); err != nil {
		discard(f)
		return nil, 0, 0, err
	}
	return f, int64(b.Len()), top, nil
}

// render writes the header and every draft whole; top is how long the header is.
func (j *Journal) render(b *bytes.Buffer) (top int64, err error) {
	j.head.Seen, j.head.Mark = j.seen, j.mark
	b.WriteString(magic)
	if err := encode(b, &frame{Run: j.run, At: j.seenAt, Head: &j.head}); err != nil {
		return 0, err
	}
	top = int64(b.Len())
	j.seq = max(j.seq, uint64(len(j.drafts)))
	for i, n := range j.numbers() { // numbered so that the next frame goes on from here
		d, seq := j.drafts[n], j.seq-uint64(len(j.drafts)-1-i)
		of, text := d.about, d.text
		if err := encode(b, &frame{Run: j.run, Seq: seq, At: d.typed, Draft: n, Of: &of, Text: &text}); err != nil {
			return 0, err
		}
		d.frames, d.bytes = 0, 0
	}
	return top, nil
}

// discard closes and removes a file that has not its name.
func discard(f *os.File) {
	if f != nil {
		_ = f.Close()
		_ = os.Remove(f.Name())
	}
}

// found is a file of an earlier run.
type found struct {
	path string
	content
	aside bool // it has another name by now
}

// read reads a file that may be a journal; ok is false where there is none.
func read(path string) (_ found, ok bool) {
	if path == "" {
		return found{}, false
	}
	f, err := os.OpenFile(path, os.O_RDONLY|noFollow, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return found{}, false
	}
	nothing := found{path: path}
	if err != nil {
		return nothing, true
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() > fileLimit {
		return nothing, true
	}
	data, err := io.ReadAll(io.LimitReader(f, fileLimit))
	if err != nil {
		return nothing, true
	}
	c := parse(data)
	// A last frame that is torn is what a power cut leaves: it is no damage. Nor
	// are zeros behind the end.
	rest := bytes.TrimRight(data[c.good:], "\x00")
	c.whole = c.run != "" && bytes.IndexByte(rest, '\n') < 0
	return found{path: path, content: c}, true
}

// syncFolder makes a new name last. Windows cannot and need not.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
