package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"minutebook/agenda"
)

const replacedAdvice = "Nothing more is written to it; what was typed is safe in the journal. " +
	"Close Minutebook, put the right file back under its name, and open it again"

func replaced(format string, args ...any) error {
	return fmt.Errorf("%w: %s. %s", agenda.ErrReplaced, fmt.Sprintf(format, args...), replacedAdvice)
}

// place is the file of an open book as we left it. A program that keeps folders
// in step may put another file under the name, and we would go on writing into
// one that nobody finds; or write an older copy over it, and we would build on
// that. Looking costs three short calls of the system, so it is done around each
// commit.
type place struct {
	path string   // as the person named it, so that a link is followed anew
	file *os.File // the one that is written
	info fs.FileInfo
	size int64 // the file never gets shorter
	page int64
	last [2]meta // what both meta pages say; zero: unreadable
}

// newPlace looks at a file that is open and locked.
func newPlace(path string, file *os.File) (*place, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	last, err := newestMeta(file)
	if err != nil {
		return nil, err
	}
	p := &place{path: path, file: file, info: info, size: info.Size(), page: int64(last.page)}
	p.last = p.metas()
	return p, p.unchanged()
}

// unchanged says, before a commit, whether the file is as the last one left it.
func (p *place) unchanged() error {
	now, err := p.look()
	if err == nil && now != p.last {
		err = replaced("it is in another state than it was left in")
	}
	return err
}

// written says, after a commit, whether it is in the file behind the name. A
// commit writes one of the meta pages, the other is of the commit before: where
// it is not, the whole file was written over at the same moment.
func (p *place) written(transaction uint64) error {
	now, err := p.look()
	switch {
	case err != nil:
		return err
	case now[transaction%2].transaction != transaction, now[1-transaction%2] != p.last[1-transaction%2]:
		return replaced("the last change is not in it")
	}
	p.last = now
	return nil
}

func (p *place) look() (now [2]meta, err error) {
	info, err := os.Stat(p.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return now, replaced("there is no file of its name any more")
	case err != nil:
		return now, replaced("it cannot be looked at (%v)", plainCause(err))
	case !os.SameFile(info, p.info):
		return now, replaced("another file has its name now")
	case info.Size() < p.size:
		return now, replaced("it was cut short, from %d bytes to %d", p.size, info.Size())
	}
	p.size = info.Size()
	return p.metas(), nil
}

// newest is the meta page that counts.
func (p *place) newest() meta {
	if p.last[0].transaction > p.last[1].transaction {
		return p.last[0]
	}
	return p.last[1]
}

func (p *place) metas() (m [2]meta) {
	for i := range m {
		if found, err := readMeta(p.file, int64(i)*p.page); err == nil {
			m[i] = found
		}
	}
	return m
}

// plainCause is an error of the system without the path, which the sentence
// around it says already.
func plainCause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
