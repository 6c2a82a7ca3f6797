package exports

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"minutebook/agenda"
)

// body is the Markdown of a meeting under its heading, without the signature.
func body(t *testing.T, m agenda.Meeting) string {
	t.Helper()
	out := string(printed(t, harbour, m))
	_, out, _ = strings.Cut(out, "**Apologies:** Councillor Max Reeve\n\n")
	out, _, _ = strings.Cut(out, "\n\nChair …")
	return out
}

func TestHeading(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		change func(*agenda.Meeting)
		want   string
	}{
		{"no kind, no time, no place", func(m *agenda.Meeting) { m.Kind, m.Start, m.Place = "", "2026-03-12", "" },
			"of the meeting held on Thursday 12 March 2026\n"},
		{"a kind of another language", func(m *agenda.Meeting) { m.Kind = "Ordentliche" }, "of the Ordentliche meeting held"},
		{"noon", func(m *agenda.Meeting) { m.Start = "2026-03-12T12:00" }, "at 12.00 noon in the Guildhall"},
		{"a house", func(m *agenda.Meeting) { m.Place = "Quay House, Northmoor" }, "6.00 pm at Quay House, Northmoor"},
		{"a numbered room", func(m *agenda.Meeting) { m.Place = "Committee Room 2" }, "6.00 pm in Committee Room 2"},
		{"a saint's hall", func(m *agenda.Meeting) { m.Place = "St Anne’s Hall" }, "6.00 pm in St Anne’s Hall"},
		{"words", func(m *agenda.Meeting) { m.Place = "by video conference" }, "6.00 pm by video conference\n"},
		{"one of the public", func(m *agenda.Meeting) { m.Public = "1" }, "Sam Rhee (Clerk) and one member of the public\n"},
		{"more of the public", func(m *agenda.Meeting) { m.Public = "13" }, "Sam Rhee (Clerk) and 13 members of the public\n"},
		{"the public in words", func(m *agenda.Meeting) { m.Public = "about 20 residents" }, "Sam Rhee (Clerk) and about 20 residents\n"},
		{"a quorum", func(m *agenda.Meeting) { m.Quorum = "a third of the members" }, "**Quorum:** a third of the members\n"},
		{"another presides", func(m *agenda.Meeting) {
			m.Items[0].Entries = append(m.Items[0].Entries, event(agenda.Presides, "", pike))
		},
			"**Present:** Councillor Tom Pike in the Chair; Councillors Asha Verma (Chair) and Jo Lunt (as substitute for Councillor Max Reeve)\n"},
		{"remotely", func(m *agenda.Meeting) {
			m.Items[0].Entries = append(m.Items[0].Entries, event(agenda.Remote, "", lunt, rhee))
		},
			"Jo Lunt (as substitute for Councillor Max Reeve, remotely)\n\n**In attendance:** Dana Holt (Harbour Master), Sam Rhee (Clerk, remotely) and"},
		{"several titles", func(m *agenda.Meeting) { m.Roster[pike-1].Title = "Dr" },
			"in the Chair; Dr Tom Pike; Councillor Jo Lunt (as"},
		{"absent", func(m *agenda.Meeting) { m.Items[0].Entries[2].Event.What = agenda.Absent }, "\n\n**Absent without apology:** Councillor Max Reeve\n"},
	}
	for _, tt := range tests {
		m := meeting()
		tt.change(&m)
		if out := string(printed(t, harbour, m)); !strings.Contains(out, tt.want) {
			t.Errorf("%s: %q is not in\n%s", tt.name, tt.want, out)
		}
	}
}

func TestEmptyHeadersPrintNothing(t *testing.T) {
	t.Parallel()
	want := "**DRAFT minutes (subject to approval)** of the meeting\n\nChair …………………………  Date ……………\n"
	var out bytes.Buffer
	if err := Markdown(&out, Build(agenda.Body{}, agenda.Meeting{}, agenda.Life{})); err != nil {
		t.Fatal(err)
	}
	if out.String() != want {
		t.Errorf("got %q", out.String())
	}
}

func TestEvents(t *testing.T) {
	t.Parallel()
	with := func(e *agenda.Entry, how, text string) *agenda.Entry {
		e.Event.How, e.Text = how, text
		return e
	}
	m := meeting()
	tests := []struct {
		entry *agenda.Entry
		want  string
	}{
		{event(agenda.Arrived, "2026-03-12T18:25", lunt), "(Councillor Lunt arrived at 6.25 pm.)"},
		{event(agenda.Arrived, "", lunt, pike, holt), "(Councillors Lunt and Pike and Dana Holt arrived.)"},
		{with(event(agenda.Left, "2026-03-12T19:02", lunt), "interest", ""), "(Councillor Lunt left the meeting at 7.02 pm because of the interest declared.)"},
		{with(event(agenda.Left, "2026-03-12", lunt), "", "unwell."), "(Councillor Lunt left the meeting: unwell.)"},
		{event(agenda.Returned, "2026-03-12T00:00", lunt), "(Councillor Lunt returned to the meeting at 12.00 midnight.)"},
		{event(agenda.Left, "2026-03-12T19:30"), "(The public left the meeting at 7.30 pm.)"},
		{event(agenda.Presides, "", pike), "(Councillor Pike took the Chair.)"},
		{event(agenda.Opened, "2026-03-12T18:03"), "The meeting opened at 6.03 pm."},
		{event(agenda.ClosedUp, "2026-03-12T20:41"), "The meeting closed at 8.41 pm."},
		{event("fell asleep", "", pike), "(Councillor Pike fell asleep.)"},
		{said(agenda.Narrative, "x"), ""},
	}
	for _, tt := range tests {
		if got := Event(agenda.Council(), m, *tt.entry); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
	m.Roster[pike-1].Name = "Max Lunt"
	if got, want := Event(agenda.Council(), m, *event(agenda.Arrived, "", lunt)), "(Councillor Jo Lunt arrived.)"; got != want {
		t.Errorf("two of one name: got %q, want %q", got, want)
	}
}

func TestBy(t *testing.T) {
	t.Parallel()
	known := func(ids ...agenda.ID) (out []agenda.Who) {
		for _, id := range ids {
			out = append(out, agenda.Who{ID: id})
		}
		return out
	}
	tests := []struct {
		by   agenda.By
		want string
	}{
		{agenda.By{Movers: known(verma), Seconders: known(pike), Vote: &agenda.Vote{Method: "all"}}, "(Proposed by Councillor Verma, seconded by Councillor Pike, all in favour)"},
		{agenda.By{Movers: known(verma, pike)}, "(Proposed by Councillors Verma and Pike)"},
		{agenda.By{Movers: []agenda.Who{{Words: "the tenants"}}, Vote: &agenda.Vote{Method: "show of hands", Result: "carried"}}, "(Proposed by the tenants, show of hands, carried)"},
		{agenda.By{Vote: &agenda.Vote{Tallies: []agenda.Tally{{Choice: "for", Count: "6"}, {Choice: "against"}, {Choice: "abstained", Count: "2"}}}}, "(For 6, against not recorded, abstained 2)"},
		{agenda.By{Vote: &agenda.Vote{Method: "unanimous"}}, "(Unanimously)"},
		{agenda.By{}, ""},
	}
	names := newPrinter(agenda.Council(), meeting())
	for _, tt := range tests {
		if got := names.by(tt.by); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestItemTitle(t *testing.T) {
	t.Parallel()
	for want, it := range map[string]agenda.Item{
		"4. Dredging": {Number: "4", Title: "Dredging"}, "196/20. Dredging": {Number: "196/20", Title: "Dredging"},
		"4) Dredging": {Number: "4)", Title: "Dredging"}, "4.4.5iv.": {Number: "4.4.5iv"}, "Dredging": {Title: "Dredging"}, "": {},
	} {
		if got := ItemTitle(&it); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestSubLabel(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		i, depth int
		want     string
	}{{0, 1, "(a)"}, {25, 1, "(z)"}, {26, 1, "(aa)"}, {0, 2, "(i)"}, {3, 2, "(iv)"}, {48, 2, "(xlix)"}, {1, 3, "(B)"}} {
		if got := subLabel(tt.i, tt.depth); got != tt.want {
			t.Errorf("subLabel(%d, %d) = %q, want %q", tt.i, tt.depth, got, tt.want)
		}
	}
}

func TestFullCopySaysSo(t *testing.T) {
	t.Parallel()
	r := agenda.Record{Open: sample()}
	it := r.Open.Items[1]
	note := agenda.ClosedEntry{After: it.Entries[0].ID, Entry: agenda.Entry{ID: 1, Kind: agenda.Note, Text: "the chair **asked** for figures"}}
	stray := agenda.ClosedEntry{After: 999, Entry: agenda.Entry{ID: 2, Kind: agenda.Note, Text: "lost its place"}}
	r.Closed.Items = map[agenda.ID]*agenda.ClosedItem{it.ID: {Entries: []*agenda.ClosedEntry{&note, &stray}}}
	d := BuildFull(harbour, r, agenda.Life{Draft: 1})
	assertReadBack(t, d)
	var out bytes.Buffer
	if err := Markdown(&out, d); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"\n**FULL COPY with private business and the clerk’s notes, not for publication.**\n", "dredging to 2028.\n\n**Clerk’s note:** the chair \\*\\*asked\\*\\* for figures\n",
		"**Clerk’s note:** lost its place\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
}

func BenchmarkExport(b *testing.B) {
	m := sample()
	var entries []*agenda.Entry
	for round := agenda.ID(1); len(entries) < 200; round++ {
		for _, e := range m.Items[1].Entries[1:] {
			c := *e
			c.ID += 1000 * round
			if c.On != 0 {
				c.On += 1000 * round
			}
			entries = append(entries, &c)
		}
	}
	it := *m.Items[1]
	it.Entries = entries[:200]
	m.Items[1] = &it
	b.ReportAllocs()
	for b.Loop() {
		if err := Markdown(io.Discard, Build(harbour, m, agenda.Life{Draft: 1})); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkManyAsterisks(b *testing.B) {
	text := strings.Repeat("*<_", 1<<16)
	for b.Loop() {
		escaped(text, atStart)
	}
}
