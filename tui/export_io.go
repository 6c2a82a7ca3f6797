package tui

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/exports"
)

// exported is what the program remembers of exports until it ends.
type exported struct {
	folder string // the last one written to
	// sums is what was last written to a path. An export that is there and is
	// none of these may have been changed by hand, further down than its first
	// lines tell: it is replaced when the clerk says so and not before. To know
	// it for certain after the program ended would need a list of files beside
	// the book; a question too many is better than that.
	sums map[string][sha256.Size]byte
}

// lookedMsg answers lookAt.
type lookedMsg struct {
	asked   *exporter
	look    int
	path    string
	found   exports.Found
	err     error
	entered bool
}

func lookAt(e *exporter, look int, path string, text []byte, entered bool) tea.Cmd {
	return func() tea.Msg {
		found, err := exports.Find(path, text)
		return lookedMsg{e, look, path, found, err, entered}
	}
}

// answered takes what stands at the path in, and goes on with writing.
func (e *exporter) answered(a *app, msg lookedMsg) tea.Cmd {
	e.looked, e.found = true, msg.found
	if msg.err != nil {
		e.looked, e.trouble = false, failed("The folder cannot be read", msg.err)
		return nil
	}
	if !msg.entered || a.top() != screen(e) {
		return nil
	}
	full := e.copy().Full
	own := e.found.Standing == exports.Earlier && a.exported.sums[msg.path] == e.found.Sum
	switch {
	case e.found.Standing == exports.Same:
		e.said = []string{"It is there already, word for word. Nothing was written."}
	case e.found.Standing == exports.Other || e.found.Standing == exports.Stranger:
		e.said = refusal(e.found.Standing == exports.Other)
	case full || e.found.Standing == exports.Earlier && !own:
		return a.push(e.question(msg.path, full))
	default:
		return e.write(a, msg.path)
	}
	return nil
}

// question asks before a full copy is made and before a text is replaced that
// this run did not write.
func (e *exporter) question(path string, full bool) *confirm {
	name, verb := filepath.Base(path), "Replace it"
	ask := "Replace " + name + "?"
	why := ""
	if full {
		ask, verb = "Write a full copy to "+name+"?", "Write the full copy"
		why = "It holds what members must not see: " + notesIn(e.snap.Record) + ". "
	}
	if e.found.Standing == exports.Earlier {
		why += upperFirst(e.earlier()) + " is there. What was changed in that file by hand would be gone."
	}
	return newConfirm(ask, strings.TrimSpace(why), []choice{
		{"Go back", "nothing is written", func(a *app) tea.Cmd { return a.pop() }},
		{verb, "in " + e.places.short(filepath.Dir(path)), func(a *app) tea.Cmd {
			return tea.Batch(a.pop(), e.write(a, path))
		}},
	})
}

// notesIn says how many of the clerk's notes a full copy holds.
func notesIn(r agenda.Record) string {
	n := 0
	for _, c := range r.Closed.Items {
		n += len(c.Entries)
	}
	switch n {
	case 0:
		return "no note so far, and those of a later one"
	case 1:
		return "1 clerk’s note"
	}
	return fmt.Sprintf("%d clerk’s notes", n)
}

// earlier is what a file of this meeting holds.
func (e *exporter) earlier() string {
	if e.found.Draft > 0 {
		return fmt.Sprintf("draft %d of this meeting", e.found.Draft)
	}
	return "an earlier export of this meeting"
}

// writtenMsg answers write.
type writtenMsg struct {
	asked *exporter
	path  string
	sum   [sha256.Size]byte
	err   error
}

// errChanged says that the file is not the one that was looked at.
var errChanged = errors.New("it was changed meanwhile")

// write writes the text, if what stands there is still what the clerk was told.
func (e *exporter) write(a *app, path string) tea.Cmd {
	e.writing = true
	text, told, full, saving := e.text, e.found, e.copy().Full, a.saving
	return func() tea.Msg {
		m := writtenMsg{asked: e, path: path, sum: sha256.Sum256(text)}
		now, err := exports.Find(path, text)
		switch {
		case err != nil:
			m.err = err
		case now != told:
			m.err = errChanged
		default:
			m.err = saving(full, func() error {
				return exports.WriteFile(path, false, func(w io.Writer) error {
					_, err := w.Write(text)
					return err
				})
			})
		}
		return m
	}
}

// wrote says where the file is, or why there is none.
func (e *exporter) wrote(a *app, msg writtenMsg) {
	e.writing = false
	name, folder := filepath.Base(msg.path), filepath.Dir(msg.path)
	switch {
	case errors.Is(msg.err, exports.ErrForeign), errors.Is(msg.err, exports.ErrAnother):
		e.said = refusal(errors.Is(msg.err, exports.ErrAnother))
	case errors.Is(msg.err, errChanged):
		e.said = []string{"That file was changed meanwhile and is left as it is. enter: look again."}
	case msg.err != nil:
		e.said = []string{"Not written: " + exports.Why(msg.path, msg.err) + ". What was there is as it was. Choose another folder, or try again."}
	default:
		e.written, e.looked = true, true
		e.found = exports.Found{Standing: exports.Same, Sum: msg.sum}
		a.exported.folder = folder
		if a.exported.sums == nil {
			a.exported.sums = map[string][sha256.Size]byte{}
		}
		a.exported.sums[msg.path] = msg.sum
		e.said = []string{"Written: " + name, "in " + e.places.short(folder)}
		if a.top() == screen(e) {
			a.say(e.said[0])
		}
	}
}

// refusal says that a file is left as it is, and what to do.
func refusal(another bool) []string {
	whose := "a file that Minutebook did not write"
	if another {
		whose = "a file of another meeting or in another format"
	}
	return []string{"Not written: " + whose + " has this name. It is left as it is. Change the name above."}
}

// openExportMsg answers openExport.
type openExportMsg struct {
	asked screen
	body  agenda.Body
	snap  agenda.Snapshot
	err   error
}

// openExport reads a whole meeting for the export screen, which shows how much
// of it is left out.
func openExport(asked screen, load loader) tea.Cmd {
	return func() tea.Msg {
		m := openExportMsg{asked: asked}
		m.snap, m.body, m.err = load()
		return m
	}
}

// loader reads a whole meeting, closed parts included. It runs in a command.
type loader func() (agenda.Snapshot, agenda.Body, error)

// loading is the loader of a meeting in the book.
func (a *app) loading(meeting agenda.Key) loader {
	store := a.store
	return func() (snap agenda.Snapshot, body agenda.Body, err error) {
		ctx := context.Background()
		if snap, err = store.Load(ctx, meeting); err == nil {
			body, err = store.Body(ctx, snap.Record.Open.Body)
		}
		return snap, body, err
	}
}

// shows opens the export screen over the one that asked, if it is still there.
func (m openExportMsg) shows(a *app, asked screen) tea.Cmd {
	if m.asked != asked || a.top() != asked {
		return nil
	}
	if m.err != nil {
		a.say(failed("The meeting could not be read", m.err))
		return nil
	}
	return a.push(newExporter(m.body, m.snap))
}
