package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// homeJump is a row that leads elsewhere: a count, and what there is of it.
type homeJump struct {
	count int // -1: none
	words string
	warns string // the word after it that matters
	does  string // what enter does
	do    func(a *app) tea.Cmd
}

// filter makes the rows: by section, or all that hold what was typed. The
// focus stays on the row it is on where that is still there.
func (h *home) filter(a *app) {
	was, at := agenda.Key(""), h.at
	if r := h.row(); r != nil {
		was = r.key()
	}
	if h.left != "" {
		was, h.left = h.left, ""
	}
	h.rows, h.codes, h.lines = nil, 3, nil
	if h.empty() {
		return // its first body is to have the focus, not the row it had before
	}
	today := iso(a.now())
	var past, coming []homeRow
	for i := range h.meetings {
		m := &h.meetings[i]
		switch day := m.Start.Date(); {
		case day == today || day < today && h.lasts(a, m):
			h.rows = append(h.rows, homeRow{section: sectionToday, meeting: m})
		case day > today:
			coming = append(coming, homeRow{section: sectionComing, meeting: m})
		default:
			past = append(past, homeRow{section: sectionRecent, meeting: m})
		}
	}
	slices.Reverse(coming) // the list is newest first, and the next meeting is the nearest
	h.rows = append(append(h.rows, coming...), past...)
	if h.find.Empty() {
		h.toDo(a, today)
	}
	words := agenda.ReadQuery(h.find.Text())
	for i := range h.bodies {
		if b := &h.bodies[i]; words.In(b.Name, b.Code) {
			h.rows = append(h.rows, homeRow{section: sectionBodies, body: b})
			h.codes = max(h.codes, min(11, cells(shown(b.Code))))
		}
	}
	if h.find.Empty() {
		h.add(sectionBodies, homeJump{-1, "New body", "", "new body", func(a *app) tea.Cmd { return a.push(newBodyForm()) }})
		h.records()
	}
	h.at = min(at, max(0, len(h.rows)-1))
	for i := range h.rows {
		if was != "" && h.rows[i].key() == was {
			h.at = i
			return
		}
	}
	h.at, h.tops = 0, [2]int{}
}

// narrow drops what does not hold the words at once, so that enter never takes
// a meeting that was not looked for; the book then brings the rest.
func (h *home) narrow(a *app) {
	q := agenda.Query{Words: strings.Fields(h.find.Text())}
	h.meetings = slices.DeleteFunc(slices.Clone(h.meetings), func(m agenda.Summary) bool { return !q.Matches(m) })
	h.recent = min(h.recent, len(h.meetings))
	h.filter(a)
}

// lasts is whether a meeting of yesterday is still going on.
func (h *home) lasts(a *app, m *agenda.Summary) bool {
	return m.Open && m.Closed == "" && m.Start.Date() == iso(a.now().AddDate(0, 0, -1))
}

func (h *home) add(section string, j homeJump) {
	h.rows = append(h.rows, homeRow{section: section, jump: &j})
}

// toDo is what waits for the clerk, each with a way to it.
func (h *home) toDo(a *app, today string) {
	for _, jump := range []func(a *app) (homeJump, bool){h.waitingJump, h.copiesJump} {
		if found, ok := jump(a); ok {
			h.add(sectionToDo, found)
		}
	}
	wait := agenda.WaitingOf(h.meetings[:h.recent], today)
	if n := h.counts.AllOverdue; n > 0 {
		h.add(sectionToDo, homeJump{n, plural(n, "action", "actions"), "overdue", "show them", func(a *app) tea.Cmd { return a.push(newOverdue()) }})
	}
	for _, w := range []struct {
		keys      []agenda.Key
		one, many string
	}{
		{wait.Unclosed, "past meeting not closed", "past meetings not closed"},
		{wait.Drafts, "draft to send to the chair", "drafts to send to the chair"},
		{wait.Bare, "coming meeting without agenda", "coming meetings without agenda"},
	} {
		if n := len(w.keys); n > 0 {
			to := w.keys[0]
			h.add(sectionToDo, homeJump{n, plural(n, w.one, w.many), "", "go to the newest", func(*app) tea.Cmd { return h.focus(to) }})
		}
	}
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// records is how much the book holds.
func (h *home) records() {
	phrases := 0
	for _, b := range h.bodies {
		phrases += len(b.Phrases)
	}
	n := h.counts.Resolutions
	h.add(sectionBooks, homeJump{n, plural(n, "resolution", "resolutions"), "", "register", func(a *app) tea.Cmd { return a.push(newRegister()) }})
	n = h.counts.AllOwed
	h.add(sectionBooks, homeJump{n, plural(n, "action open", "actions open"), "", "actions", func(a *app) tea.Cmd { return a.push(newActions()) }})
	if phrases > 0 {
		h.add(sectionBooks, homeJump{phrases, plural(phrases, "phrase", "phrases"), "", "", nil})
	}
}

// focus moves to the row of a meeting.
func (h *home) focus(meeting agenda.Key) tea.Cmd {
	for i := range h.rows {
		if h.rows[i].key() == meeting {
			h.at = i
			return nil
		}
	}
	return nil
}

// key is what a row is known by while the lists change.
func (r *homeRow) key() agenda.Key {
	switch {
	case r.meeting != nil:
		return r.meeting.Key
	case r.body != nil:
		return r.body.Key
	}
	return agenda.Key(r.section + "\n" + r.jump.words + r.jump.warns)
}

func (h *home) row() *homeRow {
	if h.at >= len(h.rows) {
		return nil
	}
	return &h.rows[h.at]
}

// move moves the focus, and reads older meetings where it comes to the end of
// those that are listed.
func (h *home) move(a *app, by int) tea.Cmd {
	meetings := h.group(h.at) == 0
	h.at = max(0, min(len(h.rows)-1, h.at+by))
	if !meetings || !h.older || by < 0 {
		return nil
	}
	for h.group(h.at) != 0 {
		h.at-- // not past the meetings while there are more
	}
	if h.at+1 < len(h.rows) && h.group(h.at+1) == 0 {
		return nil
	}
	h.last += olderPage
	return h.list(a)
}

// group is the lists between which tab steps: the meetings are one.
func (h *home) group(i int) int {
	if i >= len(h.rows) {
		return 0
	}
	return slices.Index([]string{sectionToDo, sectionBodies, sectionBooks}, h.rows[i].section) + 1
}

func (h *home) has(section string) bool {
	return slices.ContainsFunc(h.rows, func(r homeRow) bool { return r.section == section })
}

// nextSection moves to the first row of the list after or before.
func (h *home) nextSection(by int) {
	n := len(h.rows)
	if n == 0 {
		return
	}
	i, from := h.at, h.group(h.at)
	for range n {
		if i = (i + by + n) % n; h.group(i) != from {
			break
		}
	}
	for i > 0 && h.group(i-1) == h.group(i) {
		i--
	}
	h.at = i
}

// enter does to the focused row what the footer says.
func (h *home) enter(a *app) tea.Cmd {
	r := h.row()
	switch {
	case r == nil:
		return nil
	case r.meeting != nil:
		return a.open(r.meeting.Key, r.meeting.Closed != "")
	case r.body != nil:
		return h.setUp(a)
	case r.jump.do == nil:
		return nil
	}
	return r.jump.do(a)
}

// Click focuses the row under the mouse; a click on the focused one takes it.
func (h *home) Click(a *app, x, y int) tea.Cmd {
	side := 0
	if h.split > 0 && x >= h.split {
		side = 1
	}
	if h.empty() || y >= len(h.drawn[side]) || h.drawn[side][y] < 0 {
		return nil
	}
	if h.drawn[side][y] == h.at {
		return h.enter(a)
	}
	h.at = h.drawn[side][y]
	return nil
}

// Wheel moves the focus.
func (h *home) Wheel(a *app, _, _, by int) tea.Cmd {
	if h.empty() {
		return nil
	}
	return h.move(a, by)
}
