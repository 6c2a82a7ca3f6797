package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// pageAhead is how many rows of a list are read at a time: a few screens, so
// that scrolling rarely waits, however long the book is.
const pageAhead = 200

// recordList is what the register and the actions share: a find field, filters
// to step through, and a window over rows that stay in the book.
type recordList[T any] struct {
	find    *editor
	filters []recordFilter
	filter  int
	bodies  []agenda.Body
	counts  agenda.Counts

	page  agenda.Page[T] // the rows from number from on
	from  int
	known bool
	stale bool // what is listed is not yet what was asked for: nothing is done to it
	asked int  // the newest question; an answer to an older one is dropped

	at, top int
	fit     int   // rows of a page
	lines   []int // the row on each line of the screen; -1: none
	trouble string

	base func(a *app) []recordFilter
	read func(context.Context, agenda.Store, agenda.Query) (agenda.Page[T], error)
}

// recordFilter is a choice of rows with its name.
type recordFilter struct {
	name string
	set  func(*agenda.Query)
}

// recordsMsg answers load.
type recordsMsg[T any] struct {
	of     *recordList[T]
	asked  int
	from   int
	page   agenda.Page[T]
	bodies []agenda.Body
	counts agenda.Counts
	err    error
}

// query is what the field and the filter ask for.
func (l *recordList[T]) query() agenda.Query {
	q := agenda.ReadQuery(l.find.Text())
	if l.filter < len(l.filters) {
		l.filters[l.filter].set(&q)
	}
	return q
}

// filtered is whether anything is left out on purpose.
func (l *recordList[T]) filtered() bool { return l.filter > 0 || !l.find.Empty() }

// load reads the rows around the focused one.
func (l *recordList[T]) load(a *app) tea.Cmd {
	if l.filters == nil {
		l.filters = l.base(a)
	}
	l.asked++
	q, m := l.query(), recordsMsg[T]{of: l, asked: l.asked, from: max(0, l.at-pageAhead/2)}
	q.Offset, q.Limit = m.from, pageAhead
	store, read, today := a.store, l.read, iso(a.now())
	return func() tea.Msg {
		ctx := context.Background()
		if m.page, m.err = read(ctx, store, q); m.err != nil {
			return m
		}
		if m.bodies, m.err = store.Bodies(ctx); m.err == nil {
			m.counts, m.err = store.Counts(ctx, today)
		}
		return m
	}
}

// loaded takes an answer in.
func (l *recordList[T]) loaded(a *app, m recordsMsg[T]) tea.Cmd {
	if m.of != l || m.asked != l.asked {
		return nil
	}
	if l.trouble = ""; m.err != nil {
		l.trouble = failed("The book could not be read", m.err)
		return nil // what is listed is still not what was asked for
	}
	l.stale = false
	l.page, l.from, l.bodies, l.counts, l.known = m.page, m.from, m.bodies, m.counts, true
	l.filters = l.base(a)
	for _, b := range m.bodies {
		if b.Code != "" {
			l.filters = append(l.filters, recordFilter{b.Name, func(q *agenda.Query) { q.Bodies = append(q.Bodies, b.Code) }})
		}
	}
	l.at = max(0, min(l.at, l.page.Hits-1))
	if l.page.Hits > 0 && (l.at < m.from || l.at >= m.from+pageAhead) {
		return l.load(a) // the list has become shorter; a row that was asked for and did not come is not asked for again
	}
	return nil
}

// row is a row of the list, where it has been read.
func (l *recordList[T]) row(i int) (*T, bool) {
	if i < l.from || i-l.from >= len(l.page.Rows) {
		return nil, false
	}
	return &l.page.Rows[i-l.from], true
}

// chosen is the focused row, where a key may act on it.
func (l *recordList[T]) chosen() (*T, bool) {
	if l.stale {
		return nil, false
	}
	return l.row(l.at)
}

// move moves the focus, and reads on where it comes near the end of what has
// been read.
func (l *recordList[T]) move(a *app, by int) tea.Cmd {
	l.at = max(0, min(l.page.Hits-1, l.at+by))
	from, to := l.from, l.from+len(l.page.Rows)
	if l.at-l.fit < from && from > 0 || l.at+l.fit >= to && to < l.page.Hits {
		return l.load(a)
	}
	return nil
}

// anew reads from the first row, after the query changed.
func (l *recordList[T]) anew(a *app) tea.Cmd {
	l.at, l.top, l.stale = 0, 0, true
	return l.load(a)
}

// key takes what both screens have in common.
func (l *recordList[T]) key(a *app, msg tea.KeyPressMsg) tea.Cmd {
	k := &a.keys
	switch {
	case matches(msg, k.Up):
		return l.move(a, -1)
	case matches(msg, k.Down):
		return l.move(a, 1)
	case matches(msg, k.NextItem):
		return l.move(a, max(1, l.fit-1))
	case matches(msg, k.PrevItem):
		return l.move(a, -max(1, l.fit-1))
	case matches(msg, k.Kind):
		return l.turn(a, 1)
	case matches(msg, k.KindBack):
		return l.turn(a, -1)
	case matches(msg, k.Back):
		if !l.filtered() {
			return a.pop()
		}
		l.filter = 0
		l.find.SetText("")
		return l.anew(a)
	}
	if _, changed := l.find.Update(msg); changed {
		return l.anew(a)
	}
	return nil
}

func (l *recordList[T]) turn(a *app, by int) tea.Cmd {
	n := len(l.filters)
	if n == 0 {
		return nil
	}
	l.filter = (l.filter + by + n) % n
	return l.anew(a)
}

// paste puts words into the field.
func (l *recordList[T]) paste(a *app, text string) tea.Cmd {
	l.find.Insert(text)
	return l.anew(a)
}

// click moves the focus to the row on a line; hit is whether it was there
// already.
func (l *recordList[T]) click(y int) (hit bool) {
	if y < 0 || y >= len(l.lines) || l.lines[y] < 0 {
		return false
	}
	hit = l.at == l.lines[y]
	l.at = l.lines[y]
	return hit
}

// findRow is the field, with a word in grey behind it.
func (l *recordList[T]) findRow(a *app, width int, hint string) (string, *tea.Cursor) {
	m := margin(a.width)
	var row line
	row.to(m).add(a.st.muted, "Find").to(m + 6)
	wide := min(41, width-m-row.n)
	l.find.SetWidth(wide - 2)
	_, col := l.find.Cursor()
	cursor := tea.NewCursor(row.n+1+col, 0)
	row.put(a.st.field.over(pad(" "+shown(l.find.Rows(0, 1)[0]), wide)))
	if room := width - m - row.n - 3; room >= cells(hint) {
		row.to(row.n+3).add(a.st.muted, hint)
	}
	return row.String(), cursor
}

// begin is the rows above the list: the field, and below it that the book could
// not be read, where rows of before still stand there.
func (l *recordList[T]) begin(a *app, p *page, width int, hint string) {
	field, cursor := l.findRow(a, width, hint)
	below := ""
	if m := margin(a.width); l.trouble != "" && l.page.Hits > 0 {
		below = blanks(m+2) + a.st.caution.s(cut(shown(l.trouble), width-2*m-2))
	}
	p.Rows, p.Cursor = []string{field, below}, cursor
	if a.airy() {
		p.Rows = []string{"", field, below}
		cursor.Y++
	}
}

// filterName is the filter that is on; empty: none.
func (l *recordList[T]) filterName() string {
	if l.filter == 0 || l.filter >= len(l.filters) {
		return ""
	}
	return l.filters[l.filter].name
}

// nothing says why the list is empty: what was looked for, among how many, and
// which filter is on.
func (l *recordList[T]) nothing(a *app, width, among int, of, empty string) []string {
	measure, indent := min(76, width-2*margin(a.width)-2), blanks(margin(a.width)+2)
	words := empty
	if l.trouble != "" {
		words = l.trouble
	} else if typed := agenda.CleanLine(l.find.Text()); typed != "" {
		words = "Nothing for “" + typed + "” in " + thousands(among) + " " + of + "."
	} else if l.filter > 0 {
		words = "Nothing of these in " + thousands(among) + " " + of + "."
	}
	var rows []string
	for _, r := range wrap(shown(words), measure) {
		rows = append(rows, indent+a.st.text.s(r))
	}
	if name := l.filterName(); name != "" && l.trouble == "" {
		rows = append(rows, indent+a.st.muted.s(cut(shown("Only "+name+". esc shows all."), measure)))
	}
	return rows
}

// scroll brings the focused row into rows lines; heads says how many lines a
// row takes beside its own.
func (l *recordList[T]) scroll(rows int, heads func(i, top int) int) {
	l.fit = max(1, rows)
	l.top = max(0, min(l.top, l.at))
	for l.top < l.at {
		n := 0
		for i := l.top; i <= l.at && n <= rows; i++ {
			n += 1 + heads(i, l.top)
		}
		if n <= rows {
			return
		}
		l.top = max(l.top+1, l.at-rows)
	}
}
