package notes

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// A meeting that was minuted live knows in which order its items were taken and
// from when to when each was open: "taken: 1 18:02-18:20; 8 18:20-18:40; 7 18:40-…".
// A public copy tells the order alone, and only where it is not that of the file.

// A clock of a span is a time of the day of the meeting, a day with or without a
// time, or ? where nobody stated it; … is the end of a span that is open.
const spanClock = `(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?|\d{2}:\d{2}|\?|)`

var (
	spanTimes  = regexp.MustCompile(`^(.*?) ` + spanClock + `-(?:` + spanClock + `|…)$`)
	plainItem  = regexp.MustCompile(`^[\p{L}\d./()-]+$`)
	itemOfFile = regexp.MustCompile(`^#(\d{1,9})$`)
)

// takenInOrder reads the "taken:" line when every item is known.
func (s *section) takenInOrder() (taken []agenda.Span) {
	if s.taken == nil {
		return nil
	}
	s.scribe.unit = s.taken
	m := &s.scribe.r.Open
	for _, f := range s.order.split(';') {
		if span, ok := s.span(m, f); ok {
			taken = append(taken, span)
		}
	}
	return taken
}

func (s *section) span(m *agenda.Meeting, f frag) (agenda.Span, bool) {
	words, span := f.s, agenda.Span{To: cmp.Or(m.Start, agenda.Unknown)}
	if at := spanTimes.FindStringSubmatch(f.s); at != nil {
		words, span.From, span.To = at[1], clockOf(at[2], m), clockOf(at[3], m)
	}
	var ok bool
	if span.Item, ok = fileItem(m, words); !ok {
		s.wrong(f, Problem{Found: quoted(f.s) + ", which is no item of this file", Expected: "an item and its times, like 8 18:25-18:40, with ; between",
			Nearest: Nearest(words, itemNumbers(m))})
	}
	return span, ok
}

func clockOf(s string, m *agenda.Meeting) agenda.Clock {
	if len(s) == len("18:25") {
		s = m.Start.Date() + "T" + s
	}
	return agenda.Clock(strings.Replace(s, " ", "T", 1))
}

// fileItem is the item with a number or a title, or the one that "#3" counts:
// the third item of the file, where #0 is the opening.
func fileItem(m *agenda.Meeting, words string) (agenda.ID, bool) {
	if n := itemOfFile.FindStringSubmatch(words); n != nil {
		i, err := strconv.Atoi(n[1])
		if err != nil || i >= len(m.Items) {
			return 0, false
		}
		return m.Items[i].ID, true
	}
	if id, ok := m.ItemCalled(words); ok {
		return id, true
	}
	if ids := itemsCalled(m, words); len(ids) > 0 {
		return ids[0], true
	}
	return 0, false
}

// taken writes in which order the items were taken that are written.
func (w *writer) taken(written []*agenda.Item, times bool) {
	if !times && !outOfOrder(*w.m) {
		return
	}
	var spans []string
	for _, s := range w.m.Taken {
		i := slices.IndexFunc(written, func(it *agenda.Item) bool { return it.ID == s.Item })
		if i < 0 {
			continue
		}
		words := "#" + strconv.Itoa(i)
		if id, ok := w.m.ItemCalled(written[i].Number); ok && id == s.Item && plainItem.MatchString(written[i].Number) {
			words = written[i].Number
		}
		if times {
			words += " " + writeClock(s.From, w.m) + "-" + cmp.Or(writeClock(s.To, w.m), "…")
		}
		spans = append(spans, words)
	}
	w.head("taken", strings.Join(spans, "; "))
}

// outOfOrder is whether the minutes would be printed in another order if nobody
// knew when which item was taken.
func outOfOrder(m agenda.Meeting) bool {
	printed := m.Ordered()
	m.Taken = nil
	return !slices.Equal(printed, m.Ordered())
}

func writeClock(at agenda.Clock, m *agenda.Meeting) string {
	if at == agenda.Unknown {
		return string(at)
	}
	return strings.TrimLeft(when(at, m.Start.Date()), " ")
}
