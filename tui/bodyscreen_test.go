package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/store"
)

// harbourBody is a body with something in every section.
func harbourBody() agenda.Body {
	b := agenda.Body{
		Key: "nhc", Name: "Northmoor Harbour Committee", Code: "NHC", Zone: "Europe/London", Quorum: "4",
		Place: "Guildhall, Northmoor", Time: "18:00", Cadence: "second Thursday",
		Seats: []agenda.Seat{
			{Title: "Cllr", Name: "Asha Verma", Initials: "AV", Roles: []string{"Chair"}, From: "2023-05-01"},
			{Title: "Cllr", Name: "Tom Pike", Initials: "TP", Roles: []string{"Vice-Chair"}, From: "2023-05-01"},
			{Name: "Wyn Hobday", Roles: []string{"Chair"}, From: "2019-05-01", To: "2023-05-31"},
			{Name: "Col Dunmore", Roles: []string{"Co-opted"}, From: "2026-01-15"},
			{Office: "Harbour Master", Roles: []string{"In attendance"}, NonVoting: true},
			{Name: "Sam Rhee", Roles: []string{"Clerk"}, NonVoting: true},
		},
		Standing: []agenda.Standing{
			{Title: "Apologies for absence", Kind: agenda.KindApologies},
			{Title: "Harbour Master’s report", Lead: "Harbour Master", Wording: "The Harbour Master submitted a report (copies of which had been circulated).",
				Recommends: []string{"That the report be noted."}},
			{Title: "Berth fees", Yearly: true},
			{Title: "Safety review", Every: 3},
			{Title: "Date of next meeting", Kind: agenda.KindNext},
		},
		Phrases: []agenda.Phrase{
			{Name: "noted", Text: "The report was noted."},
			{Name: "deferred", Text: "Consideration was deferred to the meeting on ‹date› because ‹reason›."},
		},
	}
	return b
}

// hugeBody is the same with too much of everything.
func hugeBody() agenda.Body {
	b := harbourBody()
	b.Name = "Northmoor, Skerry Fell and Aldermere Joint Harbour, Tides and Lights Standing Consultative Committee"
	b.Place = "The Upper Room of the Old Customs House, Long Quay, Northmoor, by the second door on the left"
	for i := range 40 {
		b.Seats = append(b.Seats, agenda.Seat{
			Title: "Alderman", Name: fmt.Sprintf("Bartholomew Featherstonehaugh-Cholmondeley the %s", ordinal(i+1)),
			Roles: []string{"Representative of the inshore fishing fleet"}, Initials: "BFC", From: "1998-11-17", To: "2042-12-24",
		})
		b.Standing = append(b.Standing, agenda.Standing{
			Title: fmt.Sprintf("Report %d on the matters that were left over from all the meetings before this one", i), Every: i + 2, Kind: "a kind of its own", Lead: "The Assistant Deputy Harbour Master",
			Wording: "It was considered at length and in all its parts.\nThen it was considered again, because a quorum had by then been found, and the words were read aloud.",
		})
		b.Phrases = append(b.Phrases, agenda.Phrase{Name: fmt.Sprintf("a phrase with a long name %d", i), Text: "A sentence that goes on for longer than any table has room for, with ‹a field› and ‹another field that is long›, and more."})
	}
	b.Style = agenda.StyleRef{Rendering: agenda.Paragraphs, Names: agenda.NamesShown, LeadIn: "%s asked, at some length and not without repeating themselves, about these matters among others:-"}
	return b
}

// bodyApp is the body screen of a body in a book of its own.
func bodyApp(t testing.TB, b agenda.Body, w, h int, keys ...string) (*app, agenda.Store) {
	t.Helper()
	book := store.Memory()
	if err := book.SaveBody(context.Background(), b); err != nil {
		t.Fatal(err)
	}
	a := newTestApp(t, book, w, h)
	drive(t, a, append([]string{"alt+e"}, keys...)...)
	return a, book
}

func TestBodyFrames(t *testing.T) {
	bodies := map[string]agenda.Body{"": harbourBody(), "-empty": {Key: "nhc", Name: "Northmoor Harbour Committee"}, "-huge": hugeBody()}
	names := []string{"seats", "standing", "calendar", "name", "style", "phrases"}
	sizes(t, func(t *testing.T, w, h int) {
		for which, b := range bodies {
			var down []string
			for _, name := range names {
				a, _ := bodyApp(t, b, w, h, down...)
				golden(t, a, "body-"+name+which)
				down = append(down, "down")
			}
		}
		a, _ := bodyApp(t, harbourBody(), w, h, "enter", "down", "down", "tab", "tab")
		golden(t, a, "body-seat-in-hand")
		a, _ = bodyApp(t, harbourBody(), w, h, "down", "enter", "down", "enter", "tab", "tab", "tab", "tab", " It was considered.")
		golden(t, a, "body-item-in-hand")
		a, _ = bodyApp(t, hugeBody(), w, h, "enter", "pgdn", "ctrl+n", "Cllr")
		golden(t, a, "body-new-seat-huge")
		a, _ = bodyApp(t, harbourBody(), w, h, "down", "down", "down", "down", "enter", "right", "tab", "right")
		golden(t, a, "body-style-in-hand")
	})
}

// The rows of a section are made anew when the body changes, not for each key.
func TestSeatsAreMadeOncePerChange(t *testing.T) {
	t.Parallel()
	a, _ := bodyApp(t, harbourBody(), 120, 40)
	a.frame()
	s := a.top().(*bodyScreen)
	made, rows := 0, s.sections[0].rows
	s.sections[0].rows = func(b *agenda.Body, today string) []bodyRow { made++; return rows(b, today) }
	for _, k := range []string{"enter", "down", "up", "enter", "x", "esc"} {
		drive(t, a, k)
		a.frame()
	}
	if made > 0 {
		t.Errorf("the rows were made %d times though nothing changed", made)
	}
	drive(t, a, "ctrl+d")
	if got := plainFrame(a); made == 0 || !strings.Contains(got, "Former") && !strings.Contains(got, "Mar 2026") {
		t.Errorf("made %d times:\n%s", made, got)
	}
}
