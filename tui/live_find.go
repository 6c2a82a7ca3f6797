package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// finding is the search through all items of the meeting. What was being typed
// waits, and so does the place one came from.
type finding struct {
	on    bool
	words *editor
	hits  []*found
	at    int

	all    []*found // all there is to find, of this change of the meeting
	change int
	noted  bool
	near   agenda.ID // the item that was on the screen: its private business is found too
	last   string    // the words that hits hold

	look   agenda.ID // where one was
	chosen pick
	behind agenda.ID
}

// found is an entry, or an item by its title, with all its words in small
// letters.
type found struct {
	item  agenda.ID
	pick  pick
	place int // of the item among the items
	text  string
}

// find opens the line to search with.
func (l *live) find() {
	if l.editing.none() {
		l.finding = finding{on: true, words: newEditor(true), look: l.look, chosen: l.chosen, behind: l.behind}
	}
}

// findKey takes a key while the search is open.
func (l *live) findKey(a *app, msg tea.KeyPressMsg) {
	f, k := &l.finding, &a.keys
	switch {
	case matches(msg, k.Back):
		l.look, l.chosen, l.behind = f.look, f.chosen, f.behind
		f.on = false
		l.afterTurn()
	case matches(msg, k.Kind):
		f.on = false
		l.aim()
	case matches(msg, k.Down), matches(msg, k.Keep), matches(msg, k.Find), matches(msg, k.NextItem):
		l.goToHit(f.at + 1)
	case matches(msg, k.Up), matches(msg, k.PrevItem):
		l.goToHit(f.at - 1)
	default:
		if _, changed := f.words.Update(msg); changed {
			l.search()
		}
	}
}

// search finds the words and goes to the first hit from the item one was at.
// What holds more letters is among what held fewer.
func (l *live) search() {
	f := &l.finding
	l.passages()
	words := strings.ToLower(agenda.CleanLine(f.words.Text()))
	among := f.all
	if f.last != "" && strings.Contains(words, f.last) {
		among = f.hits
	}
	f.hits, f.at, f.last = f.hits[:0], 0, words
	if words == "" {
		return
	}
	from := l.target()
	if f.look != 0 {
		from = f.look
	}
	place := slices.IndexFunc(l.s.record().Open.Items, func(it *agenda.Item) bool { return it.ID == from })
	first := -1
	for _, p := range among {
		if !strings.Contains(p.text, words) {
			continue
		}
		if first < 0 && p.place >= place {
			first = len(f.hits)
		}
		f.hits = append(f.hits, p)
	}
	l.goToHit(max(0, first))
}

// passages lowers the words of the meeting, once for as long as it does not
// change.
func (l *live) passages() {
	f := &l.finding
	if f.all != nil && f.change == l.s.change && f.noted == l.noted && f.near == l.nearFound() {
		return
	}
	f.all, f.change, f.noted, f.near, f.last = nil, l.s.change, l.noted, l.nearFound(), ""
	r := l.s.record()
	for place, it := range r.Open.Items {
		put := func(p pick, text string) {
			f.all = append(f.all, &found{it.ID, p, place, strings.ToLower(text)})
		}
		shown := l.drawnItem(r, it)
		near := it.ID == f.near
		d := drawing{st: &styles{}, style: l.house(), m: r.Open, bearings: bearingsIn(r.Open, shown)}
		if put(pick{}, it.Number+" "+it.Title); near && shown.Title != it.Title {
			put(pick{}, shown.Title)
		}
		for _, e := range shown.Entries {
			if note := e.Kind == agenda.Note; note || near || !e.ID.Closed() {
				put(pick{e.ID, note}, sought(d, e))
			}
		}
	}
}

// nearFound is the item that was on the screen as the search began. Of the
// others only what is public is found: a hit brings its item onto the screen,
// which may be on the wall.
func (l *live) nearFound() agenda.ID {
	if l.finding.look != 0 {
		return l.finding.look
	}
	return l.target()
}

// goToHit looks at the item of a hit, without taking it, and chooses the entry.
func (l *live) goToHit(at int) {
	f := &l.finding
	if len(f.hits) == 0 {
		return
	}
	f.at = (at + len(f.hits)) % len(f.hits)
	if l.look = f.hits[f.at].item; l.look == l.target() {
		l.look = 0
	}
	l.pickUp(f.hits[f.at].pick)
}

// findLine stands in place of the composer while the search is open.
func (l *live) findLine(a *app, lay layout, width int) ([]string, *tea.Cursor) {
	f := &l.finding
	right := ""
	switch {
	case len(f.hits) > 0:
		right = fmt.Sprintf("%d of %d", f.at+1, len(f.hits))
	case !f.words.Empty():
		right = "not in this meeting"
	}
	textWidth := lay.measure - gutter
	f.words.SetWidth(textWidth)
	rows := []string{l.ruled(a, lay, width, "find", right, a.st.muted), blanks(gutter) + shown(f.words.Rows(0, 1)[0]), ""}
	if !l.comp.Empty() {
		rows[2] = blanks(gutter) + a.st.muted.s(cut("Your words wait: "+shown(agenda.CleanLine(l.comp.Text())), textWidth))
	}
	_, col := f.words.Cursor()
	cursor := tea.NewCursor(lay.mark+gutter+col, 1)
	cursor.Shape, cursor.Blink = tea.CursorBar, false
	return rows, cursor
}

func (l *live) findKeys(a *app) []key.Binding {
	k := &a.keys
	return []key.Binding{labelled(k.Keep, "next hit"), both(k.Up, k.Down, "hits"), labelled(k.Back, "back"),
		labelled(k.Kind, "stay here"), k.Commands}
}

// underline marks words in a styled row wherever they are, in any case.
func (l *live) underline(rows []string) {
	words := agenda.CleanLine(l.finding.words.Text())
	if words == "" {
		return
	}
	for i, row := range rows {
		rows[i] = underlinedIn(row, words)
	}
}

// The sequences that begin and end an underline and leave every other style.
const underlineOn, underlineOff = "\x1b[4m", "\x1b[24m"

// underlinedIn underlines words in a styled row. A sequence inside them would
// end the underline, so it begins again behind each.
func underlinedIn(row, words string) string {
	plain := bare(row)
	var spans [][2]int
	for at := 0; at < len(plain); {
		if n := prefixFold(plain[at:], words); n > 0 {
			spans = append(spans, [2]int{at, at + n})
			at += n
			continue
		}
		at++
	}
	if len(spans) == 0 {
		return row
	}
	var b strings.Builder
	for at, i := 0, 0; i < len(row); {
		if row[i] == '\x1b' {
			end := i + strings.IndexByte(row[i:], 'm') + 1
			if end == i {
				end = len(row) // a sequence that does not end
			}
			b.WriteString(row[i:end])
			if i = end; len(spans) > 0 && at > spans[0][0] && at < spans[0][1] {
				b.WriteString(underlineOn)
			}
			continue
		}
		if len(spans) > 0 && at == spans[0][0] {
			b.WriteString(underlineOn)
		}
		b.WriteByte(row[i])
		i++
		if at++; len(spans) > 0 && at == spans[0][1] {
			b.WriteString(underlineOff)
			spans = spans[1:]
		}
	}
	return b.String()
}
