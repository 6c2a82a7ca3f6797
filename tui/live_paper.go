package tui

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// aside is what lies beside the minute, or in its place on a narrow screen.
type aside int

const (
	asideNone  aside = iota
	asidePaper       // the report before the body
	asideLast        // what the last meeting minuted of the same item
)

// sidePane is the paper or the last meeting's minute. Its rows are made once
// for an item and a width.
type sidePane struct {
	what  aside
	top   int // the first row shown
	page  int // rows shown last time
	rows  []string
	item  *agenda.Item // rows are of it
	width int
	drawn aside

	fetched bool            // the last meeting was asked for
	last    *agenda.Meeting // the last meeting; nil: none, or not read yet
	reading bool
}

func (s *sidePane) forget() { s.item = nil }

// sideBeside is whether the pane stands beside the minute at a width.
func (l *live) sideBeside(width int) bool { return l.side.what != asideNone && width >= 120 }

// openAside shows something aside, or closes it where it is shown already.
func (l *live) openAside(a *app, what aside) tea.Cmd {
	if l.side.what == what {
		l.side.what = asideNone
		return nil
	}
	it := l.seen(l.shownItem()).item // as the heading has it
	if what == asidePaper && (it == nil || it.Paper == nil) {
		a.say(l.itemWords(l.shownItem()) + " has no paper")
		return nil
	}
	if what == asidePaper || l.side.last != nil {
		l.side.what, l.side.top = what, 0
	}
	switch {
	case what != asideLast || l.side.last != nil:
		return nil
	case l.side.fetched && !l.side.reading:
		a.say("no earlier meeting of this body was minuted")
		return nil
	}
	l.side.what, l.side.top = what, 0
	return l.fetchLast(a)
}

// lastMsg answers readLast of the screen that asked.
type lastMsg struct {
	live *live
	last *agenda.Meeting // nil: none
	err  error
}

// readLast reads the last meeting of the body before this one that was minuted.
func (l *live) readLast(a *app) tea.Cmd {
	store, body, day := a.store, l.s.body.Key, l.s.meeting().Start.Date()
	return func() tea.Msg {
		ctx := context.Background()
		list, err := store.Meetings(ctx)
		if err != nil {
			return lastMsg{live: l, err: err}
		}
		for _, s := range list {
			if s.Body != body || s.Start.Date() >= day || s.Entries == 0 {
				continue
			}
			snap, err := store.Load(ctx, s.Key)
			m := snap.Record.Open
			return lastMsg{live: l, last: &m, err: err}
		}
		return lastMsg{live: l}
	}
}

// fetchLast reads the meeting before this one, once.
func (l *live) fetchLast(a *app) tea.Cmd {
	if l.side.fetched || l.s.meeting().Start.Date() == "" {
		return nil
	}
	l.side.fetched, l.side.reading = true, true
	return l.readLast(a)
}

// fetchedLast takes the meeting before this one.
func (l *live) fetchedLast(a *app, msg lastMsg) {
	if msg.live != l {
		return
	}
	l.side.reading = false
	l.side.forget()
	switch {
	case msg.err != nil:
		l.side.fetched = false
		l.side.what = asideNone
		a.say(failed("the last meeting could not be read", msg.err))
	case msg.last != nil:
		l.side.last = msg.last
	case l.side.what == asideLast:
		l.side.what = asideNone
		a.say("no earlier meeting of this body was minuted")
	}
}

// turnAside goes a page on or back.
func (l *live) turnAside(a *app, by int) {
	if l.side.what == asideNone {
		a.say(a.keys.Paper.Help().Key + " shows the paper")
		return
	}
	l.side.top = max(0, min(l.side.top+by*max(1, l.side.page-1), len(l.side.rows)-l.side.page))
}

// asideRows is the part of the pane that fits.
func (l *live) asideRows(a *app, it *agenda.Item, width, height int) []string {
	s := &l.side
	if s.item != it || s.width != width || s.drawn != s.what {
		s.item, s.width, s.drawn = it, width, s.what
		if s.what == asidePaper {
			s.rows = paperRows(a, it, width)
		} else {
			s.rows = l.lastRows(a, it, width)
		}
	}
	s.page = height
	s.top = max(0, min(s.top, len(s.rows)-height))
	rows := append([]string(nil), s.rows[s.top:min(len(s.rows), s.top+height)]...)
	if rest := len(s.rows) - s.top - height; rest > 0 && len(rows) > 1 {
		more := fmt.Sprintf("%s %d more rows", glyphDown, rest+1)
		rows[len(rows)-1] = a.st.muted.s(cut(more, width))
	}
	return rows
}

// paperRows is what is known of a paper.
func paperRows(a *app, it *agenda.Item, width int) []string {
	p := it.Paper
	if p == nil {
		return []string{a.st.muted.s(cut("No paper for this item.", width))}
	}
	var rows []string
	put := func(i ink, text string) {
		if strings.TrimSpace(text) != "" {
			rows = append(rows, paint(i, wrap(text, width))...)
		}
	}
	put(a.st.strong, strings.TrimSpace("Paper "+p.Number))
	put(a.st.text, p.Title)
	put(a.st.muted, strings.Join(p.Of, ", "))
	for _, who := range []struct {
		label string
		names []string
	}{{"Lead ", p.Leads}, {"Sponsor ", p.Sponsors}, {"Contact ", p.Contacts}} {
		if len(who.names) > 0 {
			put(a.st.muted, who.label+strings.Join(who.names, ", "))
		}
	}
	for _, list := range []struct {
		label string
		parts []string
	}{{"Recommends", p.Recommends}, {"Asks", p.Asks}} {
		if len(list.parts) == 0 {
			continue
		}
		rows = append(rows, "", a.st.muted.s(list.label))
		for i, part := range list.parts {
			label := ""
			if len(list.parts) > 1 {
				label = fmt.Sprintf("(%d) ", i+1)
			}
			for j, row := range wrap(part, max(8, width-len(label))) {
				if j > 0 {
					label = blanks(len(label))
				}
				rows = append(rows, a.st.text.s(label+shown(row)))
			}
		}
	}
	return rows
}

// lastRows is what the last meeting minuted of the item.
func (l *live) lastRows(a *app, it *agenda.Item, width int) []string {
	last := l.side.last
	if last == nil {
		return []string{a.st.muted.s("Reading the last meeting.")}
	}
	day := string(last.Start)
	if t, _, err := last.Start.Time(); err == nil {
		day = t.Format("2 Jan 2006")
	}
	was, ok := last.Counterpart(it)
	if !ok {
		return paint(a.st.muted, wrap("No such item at the last meeting, "+day+".", width))
	}
	head := day
	if was.Number != "" {
		head += ", item " + was.Number
	}
	rows := append(paint(a.st.strong, wrap(head, width)), paint(a.st.muted, wrap(titleOf(was), width))...)
	d := drawing{st: &a.st, style: agenda.StyleNamed(last.Style.Or(l.s.body.Style)), m: *last, measure: width}
	rows = append(rows, "")
	for i, e := range was.Entries {
		if i > 0 && gapBefore(a.airy(), was.Entries[i-1], e) {
			rows = append(rows, "")
		}
		rows = append(rows, drawEntry(d, e, width-gutter).beside()...)
	}
	if len(was.Entries) == 0 {
		rows = append(rows, a.st.muted.s(cut("Nothing was minuted under it.", width)))
	}
	return rows
}

// lastTime is the last meeting's minute in grey, for an item that is still
// empty.
func (l *live) lastTime(a *app, it *agenda.Item, measure int) []string {
	if l.side.last == nil || !it.Titled() {
		return nil
	}
	was, ok := l.side.last.Counterpart(it)
	if !ok || len(was.Entries) == 0 {
		return nil
	}
	day := ""
	if t, _, err := l.side.last.Start.Time(); err == nil {
		day = ", " + t.Format("2 January")
	}
	rows := []string{blanks(gutter) + a.st.muted.s("Last meeting"+day), ""}
	d := drawing{st: &a.st, style: agenda.StyleNamed(l.side.last.Style.Or(l.s.body.Style)), m: *l.side.last, measure: measure}
	for _, e := range was.Entries[:min(len(was.Entries), 12)] {
		for _, row := range drawEntry(d, e, measure-gutter).beside() {
			rows = append(rows, a.st.muted.s(bare(row)))
		}
	}
	return rows
}

// beside is the rows of an entry with its mark.
func (b *block) beside() []string {
	rows := make([]string, len(b.rows))
	for i, row := range b.rows {
		mark := ""
		if i == 0 {
			mark = b.ink.s(b.mark)
		}
		rows[i] = blanks(b.indent) + pad(mark, gutter) + row
	}
	return rows
}
