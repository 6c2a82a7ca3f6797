package tui

import (
	"fmt"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// longMeeting is a meeting whose one taken item has n entries.
func longMeeting(t testing.TB, n, items int) (agenda.Record, agenda.Body) {
	t.Helper()
	body := agenda.Body{Key: "b", Name: "Northmoor Harbour Committee", Code: "NHC", Quorum: "4"}
	m := agenda.Meeting{Key: "m", Body: "b", Kind: "Ordinary", Start: "2026-03-12T18:00", Place: "Guildhall"}
	for _, name := range []string{"Asha Verma", "Tom Pike", "Jo Lunt"} {
		m.Roster = append(m.Roster, agenda.Attendee{Title: "Cllr", Name: name, Voting: true})
	}
	for i := range items {
		m.Items = append(m.Items, &agenda.Item{Level: 1, Number: fmt.Sprint(i + 1), Title: fmt.Sprintf("Subject of item %d", i+1)})
	}
	r := agenda.New(m)
	item := r.Open.Items[1].ID
	r, err := r.Take(item, "2026-03-12T18:05")
	if err != nil {
		t.Fatal(err)
	}
	var asked agenda.ID
	for i := range n {
		e := agenda.Entry{Kind: agenda.Question, Text: fmt.Sprintf("What effect would the winter tides of year %d have on the second phase of the works?", i)}
		if i%2 == 1 {
			e = agenda.Entry{Kind: agenda.Response, On: asked, Text: "the contractor had allowed four weeks of slack, and the contract carried a penalty for overrun."}
		}
		if r, asked, err = r.Add(item, e); err != nil {
			t.Fatal(err)
		}
	}
	return r, body
}

// liveApp is the interface with a meeting open, at a fixed time and size.
func liveApp(t testing.TB, store agenda.Store, snap agenda.Snapshot, body agenda.Body, width, height int) (*app, *live) {
	t.Helper()
	now := time.Date(2026, 3, 12, 18, 47, 0, 0, time.UTC)
	a := newApp(Options{Store: store, Book: "northmoor.book", Now: func() time.Time { return now }})
	a.width, a.height = width, height
	l := newLive(a, snap, body).(*live)
	a.push(l)
	return a, l
}

// BenchmarkKey is one key through Update and View in meetings of 50 and of
// 2,000 entries: the two must cost the same.
func BenchmarkKey(b *testing.B) {
	for _, size := range []struct{ entries, items int }{{50, 10}, {2000, 10}, {2000, 500}} {
		b.Run(fmt.Sprintf("%dentries%ditems", size.entries, size.items), func(b *testing.B) {
			r, body := longMeeting(b, size.entries, size.items)
			a, l := liveApp(b, nil, agenda.Snapshot{Record: r, Revision: "1"}, body, 100, 30)
			a.frame()
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				if n++; n%60 == 0 {
					l.comp.Predict("")
				}
				a.update(tea.KeyPressMsg{Code: 'x', Text: "x"})
				a.frame()
			}
		})
	}
}
