package tui

import (
	"cmp"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/exports"
)

// readBack is the exact words of a resolution or a motion, to be read aloud.
type readBack struct {
	l     *live
	item  agenda.ID
	entry agenda.Entry
	top   int
	page  int // rows of it on the screen
	rows  int
}

func newReadBack(l *live, item agenda.ID, e agenda.Entry) *readBack {
	return &readBack{l: l, item: item, entry: e}
}

// readBack reads back the chosen entry, else the latest resolution of the item,
// or its latest motion that nothing has decided.
func (l *live) readBack(a *app) tea.Cmd {
	it, ok := l.s.record().Whole(l.shownItem())
	if !ok {
		return nil
	}
	var found *agenda.Entry
	public := !l.private(it.ID)
	open := it.Undecided()
	if face, _ := l.s.meeting().Item(it.ID); public {
		open = face.Undecided()
	}
	for _, e := range it.Entries {
		waits := len(open) > 0 && open[len(open)-1].Motion == e
		switch readable := e.Resolution != nil || e.Motion != nil; {
		case readable && !l.chosen.note && e.ID == l.chosen.id:
			return a.push(newReadBack(l, it.ID, *e))
		case public && e.ID.Closed(): // it is read in private, or where it is chosen
		case e.Resolution != nil, waits:
			found = e
		}
	}
	if found == nil {
		a.say("nothing to read back yet: no resolution here, and no motion")
		return nil
	}
	return a.push(newReadBack(l, it.ID, *found))
}

// Init starts nothing.
func (r *readBack) Init(*app) tea.Cmd { return nil }

// Name is what the help calls the screen.
func (r *readBack) Name() string { return "reading back" }

// Update takes keys.
func (r *readBack) Update(a *app, msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	k := &a.keys
	switch {
	case matches(press, k.Keep):
		back := a.pop()
		a.say("agreed as read")
		return back
	case matches(press, k.Back), matches(press, k.ReadBack):
		return a.pop()
	case matches(press, k.Kind):
		return r.change(a)
	case matches(press, k.NextItem):
		if r.top+r.page < r.rows {
			r.top += r.page
		}
	case matches(press, k.PrevItem):
		r.top = max(0, r.top-r.page)
	case matches(press, k.Down):
		r.top = min(r.top+1, max(0, r.rows-r.page))
	case matches(press, k.Up):
		r.top = max(0, r.top-1)
	}
	return nil
}

// change leads to the words: to the page on which they are being stated, else to
// the composer.
func (r *readBack) change(a *app) tea.Cmd {
	back := a.pop()
	if v, ok := a.top().(*vote); ok {
		if v.motion == 0 && v.said != nil {
			v.state(agenda.MainMotion, 0, "")
			return back
		}
		back = tea.Batch(back, a.pop())
	}
	if !r.l.comp.Empty() || !r.l.editing.none() {
		a.say("enter keeps your words first")
		return back
	}
	r.l.look = 0
	if r.item != r.l.target() {
		r.l.look = r.item
	}
	r.l.pickUp(pick{id: r.entry.ID})
	r.l.edit()
	return back
}

// words is what is read: what it is, then its parts with their labels.
func (r *readBack) words() (verb string, parts []exports.Part) {
	if e := r.entry; e.Resolution != nil {
		d := exports.Decision(r.l.house(), r.l.s.meeting(), e)
		return strings.TrimSpace(d.Number + " " + d.Verb), d.Parts
	}
	return strings.TrimSpace("Motion " + r.label()), []exports.Part{{Text: strings.Split(r.entry.Text, "\n")}}
}

func (r *readBack) label() string {
	it, ok := r.l.s.record().Whole(r.item)
	if !ok {
		return ""
	}
	return it.Labels()[r.entry.ID]
}

// readBackMeasure is how wide words are that are read aloud.
const readBackMeasure = 64

// View fills the screen with the words, double-spaced where there is room.
func (r *readBack) View(a *app, width, height int) page {
	small := width < 60 || height < 16
	left := max(1, (width-readBackMeasure)/2)
	if width >= 100 {
		left = 12
	}
	var private *band
	if r.private() {
		private = &band{Word: "PRIVATE", Text: "This is not for the public: read it in private session.", kind: bandPrivate}
	}
	p := page{Band: bandOf(r.l.s.Stuck(), private)}
	if !small {
		p.Where, p.Right = "Read back", []part{{text: r.where(), style: a.st.muted}}
	}
	rows := r.lines(a, min(readBackMeasure, width-2*left), small)
	head, foot := 3, 3
	if small {
		head, foot = 0, 0
	} else if !a.airy() {
		head, foot = 1, 2
	}
	r.page = max(1, height-head-foot)
	r.rows = len(rows)
	if r.rows <= r.page {
		r.top = 0
	}
	r.top = min(r.top, max(0, r.rows-1))
	p.Rows = make([]string, head, height)
	for _, row := range rows[r.top:min(r.rows, r.top+r.page)] {
		p.Rows = append(p.Rows, blanks(left)+row)
	}
	if foot == 0 {
		return p
	}
	for len(p.Rows) < height-foot+1 {
		p.Rows = append(p.Rows, "")
	}
	say := "These are the words that will stand in the minutes."
	switch {
	case r.top+r.page < r.rows:
		say = glyphDown + " more: " + a.keys.NextItem.Help().Key
	case r.entry.Motion != nil:
		say = "These are the words of the motion."
	}
	p.Rows = append(p.Rows, blanks(left)+a.st.muted.s(say))
	return p
}

// lines is the words in rows, a blank one behind each where they are double
// spaced.
func (r *readBack) lines(a *app, measure int, small bool) []string {
	verb, parts := r.words()
	var rows []string
	if verb != "" {
		rows = append(rows, a.st.strong.s(shown(verb)))
		if !small {
			rows = append(rows, "", "")
		}
	}
	for i, p := range parts {
		if i > 0 && !small {
			rows = append(rows, "")
		}
		in := 6 * p.Depth
		hang := 0
		if p.Label != "" {
			hang = max(cells(p.Label)+2, 6)
		}
		label := p.Label
		for _, row := range wrap(strings.Join(p.Text, "\n"), max(8, measure-in-hang)) {
			text := pad(shown(label), hang) + shown(strings.TrimRight(row, " "))
			rows = append(rows, blanks(in)+a.st.strong.s(text))
			if label = ""; !small {
				rows = append(rows, "")
			}
		}
	}
	return rows
}

// private is whether the words are private business.
func (r *readBack) private() bool {
	it, ok := r.l.s.meeting().Item(r.item)
	return r.entry.ID.Closed() || ok && it.Private() && r.entry.ID == 0
}

// where is the item, and who moved the words.
func (r *readBack) where() string {
	facts := []string{r.l.itemWords(r.item)}
	by := r.entry.Motion
	if by == nil && r.entry.On != 0 {
		if _, e, ok := r.l.s.record().Find(r.entry.On); ok { // it may have been moved under another item
			by = e.Motion
		}
	}
	if by == nil && r.entry.Resolution != nil && r.entry.Resolution.By != nil {
		by = &agenda.Motion{Movers: r.entry.Resolution.By.Movers, Seconders: r.entry.Resolution.By.Seconders}
	}
	if by != nil {
		m := r.l.s.meeting()
		moved, seconded := shortNames(m, by.Movers), shortNames(m, by.Seconders)
		if moved != "" {
			moved = "moved " + moved
		}
		if seconded != "" {
			seconded = "seconded " + seconded
		}
		if both := strings.Trim(moved+", "+seconded, ", "); both != "" {
			facts = append(facts, both)
		}
	}
	return strings.Join(facts, " "+glyphDot+" ")
}

// shortNames is people with their titles and surnames.
func shortNames(m agenda.Meeting, who []agenda.Who) string {
	var out []string
	for _, w := range who {
		if a, ok := m.Attendee(w.ID); ok {
			w.Words = cmp.Or(a.Short(), a.Office)
		}
		out = append(out, w.Words)
	}
	return strings.Join(out, ", ")
}

// Keys is what works now.
func (r *readBack) Keys(a *app) []key.Binding {
	k := &a.keys
	agreed, change := "agreed as read", "change the words"
	if a.width < 60 {
		agreed, change = "agreed", "change"
	}
	out := []key.Binding{labelled(k.Keep, agreed), labelled(k.Kind, change)}
	if r.rows > r.page {
		out = append(out, labelled(k.NextItem, "more"), labelled(k.PrevItem, "page back"))
	}
	return append(out, k.Back, both(k.Up, k.Down, "a row"), k.Commands, k.Quit)
}
