package tui

import (
	"context"
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/exports"
	"minutebook/store"
)

func TestFrames(t *testing.T) {
	sizes(t, func(t *testing.T, w, h int) {
		full := func(keys ...string) *app {
			a := newTestApp(t, newTestBook(t), w, h)
			drive(t, a, keys...)
			return a
		}
		golden(t, newTestApp(t, store.Memory(), w, h), "first")
		golden(t, full(), "home")
		golden(t, full("down", "down", "down"), "home-down")
		golden(t, full("wex"), "home-found")
		golden(t, full("dredgng"), "home-nothing")
		golden(t, full("alt+n"), "newbody")
		golden(t, full("alt+n", "Skerry Fell Parish Council", "up", "up"), "newbody-named")
		golden(t, full("ctrl+n"), "newmeeting")
		golden(t, full("ctrl+o"), "import")
		golden(t, full("f1"), "help")
		golden(t, full("f1", "body"), "help-found")
		golden(t, full("ctrl+p"), "palette")
		golden(t, full("ctrl+l"), "reader")
		golden(t, full("ctrl+l", "ctrl+f", "matter"), "reader-found")
	})
}

func TestEmptyBookWithABody(t *testing.T) {
	book := store.Memory()
	if err := book.SaveBody(context.Background(), agenda.Body{Key: "b", Name: "Skerry Fell Parish Council", Code: "SFPC"}); err != nil {
		t.Fatal(err)
	}
	a := newTestApp(t, book, 80, 24)
	golden(t, a, "home-body")
}

func TestTooSmall(t *testing.T) {
	a := newTestApp(t, newTestBook(t), 32, 8)
	if got := plainFrame(a); !strings.Contains(strings.ReplaceAll(got, "\n", " "), "this window is 32 × 8. Everything is kept.") {
		t.Errorf("got %q", got)
	}
	drive(t, a, "wex")
	send(t, a, tea.WindowSizeMsg{Width: 80, Height: 24})
	if got := plainFrame(a); !strings.Contains(got, "Find  wex") {
		t.Errorf("what was typed into a small window is gone:\n%s", got)
	}
}

func TestMakeABodyAndItsMeeting(t *testing.T) {
	book := store.Memory()
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "enter", "Skerry Fell Parish Council", "enter", "enter", "Reading Room", "enter", "7.30 pm", "enter")
	drive(t, a, "Europe/Lyonesse") // in place of what is proposed
	for a.top().(*newBody).field() != a.top().(*newBody).done {
		drive(t, a, "tab")
	}
	drive(t, a, "enter")
	if got := plainFrame(a); !strings.Contains(got, "No zone is called that") {
		t.Fatalf("a zone that is none was taken:\n%s", got)
	}
	drive(t, a, "ctrl+u", "Europe/London", "tab", "3", "tab", "tab",
		"Mrs Nell Ashdown (Chair)", "enter", "Mr Col Dunmore", "tab", "Sam Rhee (Clerk)")
	for a.top().(*newBody).field() != a.top().(*newBody).done {
		drive(t, a, "tab")
	}
	drive(t, a, "enter")
	bodies, err := book.Bodies(context.Background())
	if err != nil || len(bodies) != 1 {
		t.Fatalf("bodies %v, %v\n%s", bodies, err, plainFrame(a))
	}
	b := bodies[0]
	if b.Code != "SFPC" || b.Place != "Reading Room" || b.Time != "19:30" || b.Zone != "Europe/London" || b.Quorum != "3" {
		t.Errorf("body %+v", b)
	}
	if len(b.Seats) != 3 || b.Seats[0].NonVoting || !b.Seats[2].NonVoting || len(b.Standing) != len(usual) {
		t.Errorf("seats %+v, standing %+v", b.Seats, b.Standing)
	}
	if b.Standing[0].Kind != agenda.KindApologies || b.Standing[len(usual)-1].Kind != agenda.KindNext {
		t.Errorf("standing %+v", b.Standing)
	}
	made := makeMeeting(t, a, book)
	if made.Body != b.Key || made.Start != "2026-03-12T19:30" || made.Place != "Reading Room" || len(made.Roster) != 3 {
		t.Errorf("meeting %+v", made)
	}
}

// makeMeeting makes a meeting of the body in the book with the form, its agenda
// changed in every way.
func makeMeeting(t *testing.T, a *app, book agenda.Store) agenda.Meeting {
	t.Helper()
	drive(t, a, "ctrl+n")
	made := a.top().(*newMeeting)
	for !made.inList {
		drive(t, a, "tab")
	}
	drive(t, a, "down", "down", "down", "ctrl+d", "ctrl+n", "7a | Flagstaff", "ctrl+up", "esc", "enter")
	if _, ok := a.top().(*live); !ok {
		t.Fatalf("not in the live screen:\n%s", plainFrame(a))
	}
	list, err := book.Meetings(context.Background())
	if err != nil || len(list) != 1 {
		t.Fatalf("meetings %v, %v", list, err)
	}
	snap, err := book.Load(context.Background(), list[0].Key)
	if err != nil {
		t.Fatal(err)
	}
	m := snap.Record.Open
	var titles []string
	for _, it := range m.Items {
		titles = append(titles, it.Number+" "+it.Title)
	}
	want := " |1 Apologies for absence|2 Declarations of interest|3 Minutes of the previous meeting|7a Flagstaff|4 Public questions|5 Urgent business|6 Date of next meeting"
	if got := strings.Join(titles, "|"); got != want {
		t.Errorf("agenda\n got %s\nwant %s", got, want)
	}
	return m
}

// TestReaderSetsEverything lays out each kind of block at narrow and wide
// measures: nothing may be wider than the page, and nothing may be missing.
func TestReaderSetsEverything(t *testing.T) {
	doc := exports.Document{Blocks: []exports.Block{
		exports.Heading{Level: 1, Text: "Northmoor Harbour Committee"},
		exports.Paragraph{{Text: "Present:", Emphasis: exports.Bold}, {Text: " Councillor Asha Verma in the Chair"}},
		exports.List{{exports.Paragraph{{Text: "What effect would the winter tides have on the second phase? In response it was stated that the contractor had allowed for it."}},
			exports.List{{exports.Paragraph{{Text: "an inner point"}}}}}},
		exports.Table{Head: []string{"Year", "Tonnes", "Note"}, Rows: [][]string{{"2024", "1,200", "the inner basin and all of the approach channel as far as the second buoy"}}, Right: []bool{false, true, false}},
		exports.Resolution{Number: "17", Verb: "RESOLVED", Parts: []exports.Part{{Label: "(1)", Text: []string{"That the programme be approved."}}, {Depth: 1, Label: "(a)", Text: []string{"in June."}}}, By: "(Proposed by Councillor Pike)"},
		exports.Resolution{Verb: "NOTED"},
		exports.Signature("Chair …………"),
	}}
	for _, measure := range []int{38, 60, 76} {
		text := newReadText(doc, measure)
		var all []string
		for _, row := range text.layOut(measure) {
			if row.para < 0 {
				continue
			}
			words := text[row.para].text[row.from:row.to]
			if n := row.indent + cells(words); n > measure {
				t.Errorf("at %d: %d cells: %q", measure, n, words)
			}
			all = append(all, strings.Fields(words)...)
		}
		got := strings.Join(all, " ")
		for _, want := range []string{"Northmoor Harbour Committee Present: Councillor", "had allowed for it. an inner point", "Year Tonnes Note",
			"17 RESOLVED – (1) That the programme be approved. (a) in June. (Proposed by Councillor Pike) NOTED Chair …………"} {
			if !strings.Contains(got, want) {
				t.Errorf("at %d, %q is not in %q", measure, want, got)
			}
		}
		if hits := text.find("THE programme  be"); len(hits) != 1 {
			t.Errorf("found %v", hits)
		}
	}
}

func TestExampleTakesTheBooksPlace(t *testing.T) {
	a := newTestApp(t, store.Memory(), 80, 24)
	drive(t, a, "down", "enter")
	if got := plainFrame(a); !strings.Contains(got, "example, nothing is kept") || !strings.Contains(got, "Wexholme School Governors") {
		t.Errorf("got\n%s", got)
	}
}

func TestImport(t *testing.T) {
	a := newTestApp(t, newTestBook(t), 80, 24)
	a.imports = func(path string) (string, error) {
		if path == "good.notes" {
			return "3 meetings of 1 body", nil
		}
		return "", errors.New(path + ":3:1: found a tail; expected a head")
	}
	drive(t, a, "ctrl+o", "bad.notes", "enter")
	if got := plainFrame(a); !strings.Contains(got, "Nothing was taken in") || !strings.Contains(got, "bad.notes:3:1: found a tail") {
		t.Errorf("got\n%s", got)
	}
	drive(t, a, "ctrl+u", "good.notes", "enter")
	if got := plainFrame(a); !strings.Contains(got, "3 meetings of 1 body") {
		t.Errorf("got\n%s", got)
	}
	drive(t, a, "down")
	if got := plainFrame(a); strings.Contains(got, "3 meetings of 1 body") {
		t.Errorf("the message outlived a key:\n%s", got)
	}
}

func TestPaletteDoesIt(t *testing.T) {
	a := newTestApp(t, newTestBook(t), 80, 24)
	drive(t, a, "ctrl+p", "new body", "enter")
	if _, ok := a.top().(*newBody); !ok || len(a.stack) != 2 {
		t.Errorf("the palette led to %T, %d screens deep", a.top(), len(a.stack))
	}
}

func TestEnterOpensOrReads(t *testing.T) {
	a := newTestApp(t, newTestBook(t), 80, 24)
	drive(t, a, "15 Jan", "enter")
	if _, ok := a.top().(*reader); !ok {
		t.Errorf("a closed meeting opened in %T", a.top())
	}
	drive(t, a, "esc", "esc", "pgup", "enter")
	if _, ok := a.top().(*live); !ok {
		t.Errorf("the open meeting opened in %T", a.top())
	}
}

// refusing is a store whose lists cannot be read.
type refusing struct{ agenda.Store }

func (refusing) Sittings(context.Context, agenda.Query) (agenda.Page[agenda.Summary], error) {
	return agenda.Page[agenda.Summary]{}, errors.New("input/output error")
}

func TestBookThatCannotBeRead(t *testing.T) {
	a := newTestApp(t, refusing{store.Memory()}, 80, 24)
	if got := plainFrame(a); !strings.Contains(got, "The book could not be read: input/output error.") || strings.Contains(got, "is empty") {
		t.Errorf("got\n%s", got)
	}
}
