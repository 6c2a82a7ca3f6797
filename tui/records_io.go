package tui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/exports"
)

// records opens the register or the actions over a screen whose Keys offer
// that, one in place of the other.
func (a *app) records(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	var next screen
	var pressed key.Binding
	switch {
	case matches(msg, a.keys.Register):
		next, pressed = newRegister(), a.keys.Register
	case matches(msg, a.keys.Actions):
		next, pressed = newActions(), a.keys.Actions
	default:
		return nil, false
	}
	top := a.top()
	if !slices.ContainsFunc(top.Keys(a), func(b key.Binding) bool { return b.Enabled() && sameKeys(b, pressed) }) {
		return nil, false
	}
	switch top.(type) {
	case *vote:
		return nil, false // there the key is for figures
	case *register, *actions:
		return a.replace(next), true
	}
	return a.push(next), true
}

// passageMsg answers openPassage.
type passageMsg struct {
	from  screen
	snap  agenda.Snapshot
	body  agenda.Body
	entry agenda.ID
	err   error
}

// openPassage reads the meeting of an entry, to show it in its minute.
func (a *app) openPassage(from screen, ref agenda.Ref) tea.Cmd {
	store := a.store
	return func() tea.Msg {
		m := passageMsg{from: from, entry: ref.Entry}
		ctx := context.Background()
		if m.snap, m.err = store.Load(ctx, ref.Meeting); m.err == nil {
			m.body, m.err = store.Body(ctx, m.snap.Record.Open.Body)
		}
		return m
	}
}

// passage shows the entry that openPassage read.
func (a *app) passage(s screen, msg passageMsg) tea.Cmd {
	if msg.from != s || a.top() != s {
		return nil
	}
	if msg.err != nil {
		a.say(failed("The minute could not be opened", msg.err))
		return nil
	}
	r := newReader(msg.body, msg.snap.Record.Open, msg.snap.Life)
	r.startAt(msg.entry)
	if msg.entry.Closed() {
		record := msg.snap.Record
		if it, _, ok := record.Find(msg.entry); ok {
			r.startIn(it.ID)
			a.say("agreed in private · " + a.keys.Kind.Help().Key + " shows it, in the full copy")
		}
	}
	return a.push(r)
}

// listWrittenMsg answers writeList.
type listWrittenMsg struct {
	path string
	err  error
}

// words says where the file is, or why there is none.
func (m listWrittenMsg) words() string {
	if m.err != nil {
		return "not written: " + m.err.Error()
	}
	return "written: " + filepath.Base(m.path) + " in " + filepath.Dir(m.path)
}

// listFiles is how many files of one name a day a list may make.
const listFiles = 99

// writeList writes a list as Markdown into the folder the program was started
// in, under a name that nothing has yet: it never replaces a file.
func (a *app) writeList(name string, make func(context.Context) (exports.Document, error)) tea.Cmd {
	stem := name + "-" + iso(a.now())
	return func() tea.Msg {
		doc, err := make(context.Background())
		if err != nil {
			return listWrittenMsg{err: err}
		}
		for n := 1; ; n++ {
			file := stem + ".md"
			if n > 1 {
				file = fmt.Sprintf("%s-%d.md", stem, n)
			}
			path, err := filepath.Abs(file)
			if err == nil {
				err = exports.WriteFile(path, false, func(w io.Writer) error { return exports.Markdown(w, doc) })
			}
			taken := errors.Is(err, exports.ErrForeign) || errors.Is(err, exports.ErrAnother)
			if !taken || n == listFiles {
				return listWrittenMsg{path, err}
			}
		}
	}
}

// wholeList reads all that a query finds, page by page.
func wholeList[T any](q agenda.Query, read func(agenda.Query) (agenda.Page[T], error)) (all []T, err error) {
	for q.Limit = pageAhead; ; q.Offset += q.Limit {
		p, err := read(q)
		if err != nil {
			return nil, err
		}
		all = append(all, p.Rows...)
		if q.Offset+q.Limit >= p.Hits {
			return all, nil
		}
	}
}
