package tui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// mender is a store that has copies of its book and can bring a meeting back
// from one.
type mender interface {
	// SoundCopy is the newest copy in which a meeting is whole. Returns
	// agenda.ErrNotFound.
	SoundCopy(ctx context.Context, meeting agenda.Key) (path string, at time.Time, s agenda.Snapshot, err error)
	// BringBack puts the meeting of a copy in the place of a damaged one, of which
	// it keeps what can be read, and says where a copy of the whole book is.
	BringBack(ctx context.Context, meeting agenda.Key, path string, now time.Time, shown agenda.Revision) (s agenda.Snapshot, kept string, err error)
}

// mender is nil where the book has no copies.
func (a *app) mender() mender {
	store := a.store
	if m, ok := store.(*mended); ok {
		store = m.Store
	}
	m, _ := store.(mender)
	return m
}

// copyMsg answers seekCopy.
type copyMsg struct {
	path string
	at   time.Time
	snap agenda.Snapshot
	err  error
}

// mendedMsg answers a meeting that was to be brought back.
type mendedMsg struct {
	snap agenda.Snapshot
	kept string
	err  error
}

// seekCopy looks for the newest copy in which the damaged meeting is whole.
func (l *live) seekCopy(a *app) tea.Cmd {
	if l.seeking || !l.settles(a) {
		return nil
	}
	l.seeking = true
	m, meeting := a.mender(), l.s.meeting().Key
	return answers(l, func() (msg tea.Msg) {
		path, at, snap, err := m.SoundCopy(context.Background(), meeting)
		return copyMsg{path, at, snap, err}
	})
}

// settles is whether nothing is on its way into the meeting: words would be left
// without a place in the one that is brought back. It says so.
func (l *live) settles(a *app) bool {
	switch {
	case !l.s.Clean():
		a.say("first what was written is kept; then try again")
		return false
	case !l.comp.Empty() || !l.editing.none() || len(l.s.away) > 0:
		a.say("first keep, or take back, what you are typing; then try again")
		return false
	}
	return true
}

// noCopy says what can be done where no snapshot has the meeting whole.
func (l *live) noCopy() *confirm {
	m := l.s.meeting()
	return newConfirm("No snapshot has this meeting whole", fmt.Sprintf("A copy of the book that is somewhere else brings it back: close Minutebook, then "+
		"minutebook restore FILE --meeting %s/%s. Without a copy, minutebook salvage BROKEN.book NEW.book makes a new book of all that can be read.",
		l.s.body.Code, m.Start.Date()), []choice{
		{"Go on", "what can be read can be minuted on", func(a *app) tea.Cmd { return a.pop() }},
	})
}

// notesDamage remembers what of a meeting could not be read.
func (l *live) notesDamage(a *app, snap agenda.Snapshot) {
	for _, d := range snap.Damage {
		l.lost = append(l.lost, d.Where)
	}
	a.damaged = a.damaged || len(snap.Damage) > 0
}

// lostRows stand for the entries of an item that could not be read: on the screen
// only, never in what is exported.
func (l *live) lostRows(a *app, it *agenda.Item, measure int) (rows []string) {
	name := l.itemWords(it.ID)
	if it.Number == "" && it.Title != "" {
		name = "item " + strconv.Quote(strings.TrimSpace(it.Title))
	}
	for _, where := range l.lost {
		if n, ok := strings.CutPrefix(where, name+", entry "); ok {
			rows = append(rows, blanks(gutter)+a.st.muted.s(cut("Entry "+n+" "+agenda.StandIn, measure-gutter)))
		}
	}
	return rows
}

// damagedBand says on home that the book is damaged; nil: nothing is known of
// that.
func (h *home) damagedBand(a *app) *band {
	damaged := a.damaged
	for i := range h.bodies {
		damaged = damaged || h.bodies[i].Name == agenda.StandIn
	}
	for i := range h.meetings {
		damaged = damaged || h.meetings[i].Name == agenda.StandIn
	}
	if !damaged {
		return nil
	}
	return &band{Word: "DAMAGED", Text: "Part of this book cannot be read. minutebook check says where.", kind: bandNotSaved}
}

// askMend sets what is left side by side with what the copy has, and asks once.
func (l *live) askMend(a *app, msg copyMsg) tea.Cmd {
	l.seeking = false
	switch {
	case a.top() != screen(l) || !l.settles(a):
		return nil // the clerk does something else by now, and can ask again
	case errors.Is(msg.err, agenda.ErrNotFound):
		return a.push(l.noCopy())
	case msg.err != nil:
		a.say(failed("No copy could be read", msg.err))
		return nil
	}
	why := fmt.Sprintf("Here %s can be read. The snapshot of %s has %s, all whole. What can be read here stays in the history, and the whole book is copied first.",
		count(entryCount(l.s.record()), "entry", "entries"), msg.at.In(l.s.zone).Format("2 Jan 2006, 15:04"), count(entryCount(msg.snap.Record), "entry", "entries"))
	return a.push(newConfirm("Bring this meeting back from a snapshot?", why, []choice{
		{"Leave it as it is", "what can be read can be minuted on", func(a *app) tea.Cmd { return a.pop() }},
		{"Bring it back", "as it was " + msg.at.In(l.s.zone).Format("2 Jan 2006, 15:04"), func(a *app) tea.Cmd {
			return l.bringBack(a, msg.path)
		}},
	}))
}

// bringBack has the book take the meeting from a copy. Until it has, nothing can
// be written into the meeting: that would be gone with it.
func (l *live) bringBack(a *app, path string) tea.Cmd {
	m, meeting, now, shown := a.mender(), l.s.meeting().Key, a.now(), l.s.base.Revision
	var wait *confirm
	wait = newWait("The meeting is brought back", "The whole book is copied first.", func(a *app, msg tea.Msg) tea.Cmd {
		if msg, ok := msg.(mendedMsg); ok {
			return l.mended(a, wait, msg)
		}
		return nil
	})
	return tea.Batch(a.replace(wait), answers(wait, func() tea.Msg {
		snap, kept, err := m.BringBack(context.Background(), meeting, path, now, shown)
		return mendedMsg{snap, kept, err}
	}))
}

// mended shows the meeting that was brought back in place of the damaged one, and
// of what was laid over it meanwhile.
func (l *live) mended(a *app, wait *confirm, msg mendedMsg) tea.Cmd {
	if msg.err != nil {
		a.stack = slices.DeleteFunc(a.stack, func(s screen) bool { return s == wait })
		a.say(failed("The meeting could not be brought back", msg.err))
		return nil
	}
	a.damaged = false // a snapshot or the next meeting says whether anything else is
	a.say("brought back; the book as it was is the snapshot " + strings.TrimSuffix(filepath.Base(msg.kept), ".book"))
	a.stack = a.stack[:slices.Index(a.stack, screen(l))+1]
	return a.replace(newLive(a, msg.snap, l.s.body))
}
