package tui

import (
	"errors"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// recovery is the screen for words that an earlier run left behind and the book
// lacks: it ended before they were kept. Nothing is written over, and a draft
// ends only when what became of it is in the book.
type recovery struct {
	lost   []*lost // what is still to be decided
	of     int     // how many there were
	known  bool    // the book has been asked
	at     int     // of lost: the one that is shown
	bare   bool    // its words are shown, though they are private
	choice int     // the focused row
	top    int     // the first row of the texts that is shown
	most   int     // how far they can be turned
	open   *session
	drawn  map[int]int // the choices by the row they were drawn in
}

// lost is words that were found again, and the meeting they were typed in as
// the book holds it.
type lost struct {
	agenda.Rescued
	openedMsg
	nth int // of all that were found again
}

// recoveryMsg answers the screen: the meetings of all drafts.
type recoveryMsg struct {
	asked    *recovery
	meetings map[agenda.Key]openedMsg
}

// start puts the first screen on the stack and asks for what it shows. Words
// that were found again come before everything else.
func (a *app) start() tea.Cmd {
	if all := a.waits(); len(all) > 0 {
		return a.push(newRecovery(all))
	}
	return a.push(newHome())
}

func newRecovery(all []agenda.Rescued) *recovery {
	f := &recovery{}
	for _, r := range all {
		f.lost = append(f.lost, &lost{Rescued: r})
	}
	return f
}

// Name is what the help calls the screen.
func (f *recovery) Name() string { return "words found again" }

// Init reads the meetings.
func (f *recovery) Init(a *app) tea.Cmd {
	loads := map[agenda.Key]func() (agenda.Snapshot, agenda.Body, error){}
	for _, l := range f.lost {
		loads[l.Meeting] = a.loading(l.Meeting)
	}
	return func() tea.Msg {
		m := recoveryMsg{f, map[agenda.Key]openedMsg{}}
		for key, load := range loads {
			var o openedMsg
			o.snap, o.body, o.err = load()
			m.meetings[key] = o
		}
		return m
	}
}

// due keeps what the book lacks. What it has ends; the entry that the rest was
// to become will be another, for its number is free again.
func (f *recovery) due(a *app, meetings map[agenda.Key]openedMsg) {
	f.lost = slices.DeleteFunc(f.lost, func(l *lost) bool {
		l.openedMsg = meetings[l.Meeting]
		if s := a.sessionWith(l.Meeting); s != nil { // it is open, and may say more than the book
			l.openedMsg = openedMsg{snap: s.whole(), body: s.body}
			return false
		}
		switch {
		case l.err != nil:
		case l.In(l.snap.Record, notes.TextOf):
			a.journalled(a.journal.End(l.Number))
			return true
		case l.Became != 0:
			l.Became = 0
			a.journalled(a.journal.Write(l.Draft))
		}
		return false
	})
	f.known, f.of = true, len(f.lost)
	for i, l := range f.lost {
		l.nth = i + 1
	}
}

// Update takes keys.
func (f *recovery) Update(a *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case recoveryMsg:
		if msg.asked != f {
			return nil
		}
		f.due(a, msg.meetings)
		return f.next(a)
	case tea.KeyPressMsg:
		if f.known {
			return f.key(a, msg)
		}
	}
	return nil
}

func (f *recovery) key(a *app, msg tea.KeyPressMsg) tea.Cmd {
	k := &a.keys
	rows := f.choices(a)
	switch {
	case matches(msg, k.Up):
		f.choice = max(0, f.choice-1)
	case matches(msg, k.Down):
		f.choice = min(len(rows)-1, f.choice+1)
	case matches(msg, k.NextItem):
		f.turn(f.at + 1)
	case matches(msg, k.PrevItem):
		f.turn(f.at - 1)
	case matches(msg, k.PaperDown):
		f.top = min(f.most, f.top+4)
	case matches(msg, k.PaperUp):
		f.top = max(0, f.top-4)
	case matches(msg, k.Keep):
		return rows[f.choice].do(a)
	case matches(msg, k.Private) && f.lost[f.at].secret():
		f.bare, f.top, f.choice = !f.bare, 0, 0
	case matches(msg, k.Back):
		f.lost = nil // all of them wait
		return f.next(a)
	}
	return nil
}

func (f *recovery) turn(to int) {
	f.at = (to + len(f.lost)) % len(f.lost)
	f.choice, f.top, f.bare = 0, 0, false
}

// Click does what a row says.
func (f *recovery) Click(a *app, _, y int) tea.Cmd {
	rows := f.choices(a)
	if n, ok := f.drawn[y]; ok && f.known && n < len(rows) {
		return rows[n].do(a)
	}
	return nil
}

// Wheel turns the texts.
func (f *recovery) Wheel(_ *app, _, _, by int) tea.Cmd {
	f.top = max(0, min(f.most, f.top+by))
	return nil
}

// decided takes the text that is shown off the list.
func (f *recovery) decided(a *app) tea.Cmd {
	f.lost = slices.Delete(f.lost, f.at, f.at+1)
	return f.next(a)
}

// next shows the next text, or leaves where there is none.
func (f *recovery) next(a *app) tea.Cmd {
	if len(f.lost) > 0 {
		f.turn(min(f.at, len(f.lost)-1))
		return nil
	}
	return f.leave(a)
}

// Keys is what works now.
func (f *recovery) Keys(a *app) []key.Binding {
	k := &a.keys
	if !f.known || len(f.lost) == 0 {
		return []key.Binding{k.Quit}
	}
	verb := lower(f.choices(a)[f.choice].verb)
	if a.width < 60 && cells(verb) > 12 || a.width < 100 && cells(verb) > 20 {
		verb = "do it"
	}
	out := []key.Binding{labelled(k.Keep, verb)}
	if f.lost[f.at].secret() {
		out = append(out, labelled(k.Private, map[bool]string{false: "show the words", true: "hide the words"}[f.bare]))
	}
	if len(f.lost) > 1 {
		out = append(out, labelled(k.NextItem, "next text"))
	}
	out = append(out, both(k.Up, k.Down, "choose"))
	if len(f.lost) > 1 {
		out = append(out, labelled(k.PrevItem, "text before"))
	}
	if f.most > 0 {
		out = append(out, labelled(k.PaperDown, "more of it"), labelled(k.PaperUp, "back"))
	}
	return append(out, labelled(k.Back, f.laterWords(a)), k.Commands, k.Quit)
}

// lacking is what a person is told of a meeting that cannot be read.
func lacking(err error) string {
	if errors.Is(err, agenda.ErrNotFound) {
		return "The meeting is not in the book any more."
	}
	return failed("The meeting could not be read", err)
}
