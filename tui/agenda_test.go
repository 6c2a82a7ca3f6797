package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/store"
)

// ferryBook is a book of a body with a cadence, whose last meeting deferred an
// item and left an action, and of a body that was only imported.
func ferryBook(t *testing.T) agenda.Store {
	t.Helper()
	book := store.Memory()
	ctx := context.Background()
	ferry := agenda.Body{Key: "sfb", Name: "Skerry Ferry Board", Code: "SFB", Place: "Pier House", Time: "14:00", Cadence: "third Tuesday",
		Seats: []agenda.Seat{{Name: "Nell Ashdown", Roles: []string{"Chair"}}},
		Standing: []agenda.Standing{
			{Title: "Apologies for absence", Kind: agenda.KindApologies},
			{Title: "Minutes", Kind: agenda.KindMinutes},
			{Title: "Fares", Every: 3, Lead: "Treasurer"},
			{Title: "Date of next meeting", Kind: agenda.KindNext},
		}}
	for _, b := range []agenda.Body{ferry, {Key: "atc", Name: "Aldermere Town Council", Code: "ATC"},
		{Key: "feq", Name: "Friends of the East Quay", Code: "FEQ"}} {
		if err := book.SaveBody(ctx, b); err != nil {
			t.Fatal(err)
		}
	}
	last := agenda.NewMeeting(ferry, "s1", "2026-02-17T14:00", ferry.Place, nil).Open
	last.Items = append(last.Items, &agenda.Item{Title: "Winter timetable", Level: 1, Number: "5", Paper: &agenda.Paper{Number: "SFB 7"},
		Outcome: agenda.Outcome{Words: "Deferred"}, Entries: []*agenda.Entry{{Kind: agenda.ToDo, Text: "bring figures", Action: &agenda.Action{}}}})
	imported := func(key agenda.Key, day agenda.Clock, titles ...string) agenda.Meeting {
		m := agenda.Meeting{Key: key, Body: "atc", Kind: "Regular", Start: day, Place: "Town Hall, Aldermere",
			Roster: []agenda.Attendee{{Title: "Cllr", Name: "Tom Pike", Roles: []string{"Chair"}, Voting: true}}}
		for i, title := range titles {
			m.Items = append(m.Items, &agenda.Item{Title: title, Number: fmt.Sprint(i + 1), Level: 1,
				Entries: []*agenda.Entry{{Kind: agenda.Narrative, Text: "Taken as read."}}})
		}
		return m
	}
	for _, m := range []agenda.Meeting{last,
		imported("t1", "2026-01-28T19:00", "Apologies", "Minutes of the meeting held on 17 December 2025", "Police report", "Benches"),
		imported("t2", "2026-02-25T19:00", "Apologies", "Minutes of the meeting held on 28 January 2026", "Police report", "Allotments"),
	} {
		if _, err := book.Save(ctx, agenda.Snapshot{Life: agenda.Life{Draft: 1}}, agenda.New(m)); err != nil {
			t.Fatal(err)
		}
	}
	return book
}

// manyItems is a book whose one meeting has 500 items.
func manyItems(t testing.TB) agenda.Store {
	t.Helper()
	book := store.Memory()
	m := agenda.Meeting{Key: "m", Body: "b", Start: "2026-03-12T18:00", Place: "Guildhall"}
	for i := range 500 {
		m.Items = append(m.Items, &agenda.Item{Title: fmt.Sprintf("Application %d", i+1), Number: fmt.Sprint(i + 1), Level: 1})
	}
	if err := book.SaveBody(context.Background(), agenda.Body{Key: "b", Name: "Planning Board", Code: "PB"}); err != nil {
		t.Fatal(err)
	}
	if _, err := book.Save(context.Background(), agenda.Snapshot{Life: agenda.Life{Draft: 1}}, agenda.New(m)); err != nil {
		t.Fatal(err)
	}
	return book
}

func TestSetUpFrames(t *testing.T) {
	sizes(t, func(t *testing.T, w, h int) {
		at := func(book agenda.Store, keys ...string) *app {
			a := newTestApp(t, book, w, h)
			drive(t, a, keys...)
			return a
		}
		golden(t, at(ferryBook(t), "skerry", "ctrl+n"), "setup-new")
		golden(t, at(ferryBook(t), "friends", "ctrl+n"), "setup-first")
		golden(t, at(ferryBook(t), "alder", "ctrl+n"), "setup-imported")
		golden(t, at(ferryBook(t), "skerry", "ctrl+n", "ctrl+n", "Slipway", "ctrl+n", "tab", "Repairs", "ctrl+n", "9a | Paint "), "setup-rows")
		golden(t, at(ferryBook(t), "skerry", "ctrl+n", "up", "up", "up", "ctrl+n", "up", "enter"), "setup-item")
		golden(t, at(newTestBook(t), "alt+a"), "setup-held")
		golden(t, at(manyItems(t), "alt+a", "pgdn", "pgdn", "down"), "setup-many")
	})
}

// sheetOf is the sheet on the screen.
func sheetOf(t *testing.T, a *app) *sheet {
	t.Helper()
	switch s := a.top().(type) {
	case *newMeeting:
		return &s.sheet
	case *heldMeeting:
		return &s.sheet
	}
	t.Fatalf("no sheet on the screen:\n%s", plainFrame(a))
	return nil
}

// outline is the rows of an agenda with their numbers, a dot for each level.
func outlineOf(g *agendaList) string {
	var out []string
	for i, n := range g.numbers() {
		r := g.rows[i]
		out = append(out, strings.TrimSpace(strings.Repeat("›", max(0, r.item.Level-1))+n+" "+r.item.Title))
	}
	return strings.Join(out, "; ")
}

func wantOutline(t *testing.T, a *app, want string) {
	t.Helper()
	if got := outlineOf(&sheetOf(t, a).list); got != want {
		t.Errorf("agenda\n got %s\nwant %s", got, want)
	}
}

// A meeting of a body that says when it meets is two keys; an item more is its
// words and one key, and one to leave the agenda.
func TestAMeetingIsSetUpInUnderAMinute(t *testing.T) {
	book := ferryBook(t)
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "skerry")
	drive(t, a, "ctrl+n", "enter")
	m := inMinutes(t, a)
	if m.Start != "2026-03-17T14:00" || m.Place != "Pier House" || m.Kind != "Ordinary" || len(m.Roster) != 1 {
		t.Errorf("meeting %+v", m)
	}
	want := "1 Apologies for absence; 2 Minutes (17 February 2026); 3 Winter timetable; 4 Actions from previous meetings; 5 Date of next meeting"
	if got := numberedTitles(m); got != want {
		t.Errorf("agenda\n got %s\nwant %s", got, want)
	}

	drive(t, a, "esc")
	drive(t, a, "ctrl+n", "ctrl+n", "Slipway", "ctrl+n", "Moorings", "esc", "enter")
	m = inMinutes(t, a)
	want = "2026-04-21T14:00: 1 Apologies for absence; 2 Minutes (17 March 2026); 3 Actions from previous meetings; 4 Slipway; 5 Moorings; 6 Date of next meeting"
	if got := string(m.Start) + ": " + numberedTitles(m); got != want {
		t.Errorf("the second meeting\n got %s\nwant %s", got, want)
	}
}

func numberedTitles(m agenda.Meeting) string {
	var out []string
	for _, it := range m.Items[1:] {
		out = append(out, it.Number+" "+it.Title)
	}
	return strings.Join(out, "; ")
}

// inMinutes is the meeting in the live screen.
func inMinutes(t *testing.T, a *app) agenda.Meeting {
	t.Helper()
	l, ok := a.top().(*live)
	if !ok {
		t.Fatalf("not in the live screen:\n%s", plainFrame(a))
	}
	return l.s.meeting()
}
