package tui

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// kept is the body as the book holds it.
func kept(t testing.TB, book agenda.Store) agenda.Body {
	t.Helper()
	b, err := book.Body(context.Background(), "nhc")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestBodySeats(t *testing.T) {
	t.Parallel()
	a, book := bodyApp(t, harbourBody(), 120, 40)
	drive(t, a, "enter", "ctrl+n", "Dr Ann Moss [AM]", "tab", "up", "up", "up", "tab", "tab", "june 2026", "enter")
	want := agenda.Seat{Title: "Dr", Name: "Ann Moss", Initials: "AM", Roles: []string{"In attendance"}, NonVoting: true, From: "2026-06-01"}
	drive(t, a, "esc", "enter") // nothing of this changes the row
	b := kept(t, book)
	if len(b.Seats) != 7 || b.Seats[1].Name != "Ann Moss" {
		t.Fatalf("seats %+v\n%s", b.Seats, plainFrame(a))
	}
	want.Roles = b.Seats[1].Roles
	if got := b.Seats[1]; got.Title != want.Title || got.Initials != "AM" || got.From != want.From || got.NonVoting != (got.Roles[0] == "Clerk" || got.Roles[0] == "In attendance") {
		t.Errorf("seat %+v", got)
	}
	if !strings.Contains(plainFrame(a), "● saved") {
		t.Errorf("not saved:\n%s", plainFrame(a))
	}
}

func TestBodyEndsASeat(t *testing.T) {
	t.Parallel()
	a, book := bodyApp(t, harbourBody(), 80, 24, "enter", "down", "ctrl+d")
	if got := kept(t, book).Seats[1].To; got != "2026-03-12" {
		t.Fatalf("the seat ends %q", got)
	}
	if got := plainFrame(a); !strings.Contains(got, "the seat of Cllr Tom Pike ends today") || !strings.Contains(got, "to 12 Mar 2026") {
		t.Errorf("it does not say so:\n%s", got)
	}
	drive(t, a, "ctrl+d")
	if got := kept(t, book).Seats[1].To; got != "" {
		t.Errorf("the seat still ends %q", got)
	}
	drive(t, a, "ctrl+z", "ctrl+z")
	if got := kept(t, book); got.Seats[1].To != "" || len(a.top().(*bodyScreen).past) != 0 {
		t.Errorf("undone to %+v", got.Seats[1])
	}
	drive(t, a, "ctrl+y")
	if got := kept(t, book).Seats[1].To; got != "2026-03-12" {
		t.Errorf("done again, the seat ends %q", got)
	}
}

// Each change and each undo of it is in the book as it is on the screen.
func TestBodyUndoWalksBack(t *testing.T) {
	t.Parallel()
	a, book := bodyApp(t, harbourBody(), 80, 24, "enter")
	states := []agenda.Body{kept(t, book)}
	for _, keys := range [][]string{
		{"ctrl+d"}, {"ctrl+down"}, {"ctrl+n", "Jo Lunt", "enter"}, {"esc", "down", "enter", "ctrl+d", "down", "enter"},
		{"enter", " of all", "enter"}, {"esc", "down", "down", "enter", "ctrl+u", "Harbour Board", "enter"}, {"down", "enter", "right", "enter"},
		{"down", "enter", "ctrl+n", "thanks", "tab", "Thanks to <name>.", "enter"},
	} {
		drive(t, a, keys...)
		states = append(states, kept(t, book))
	}
	for i := 1; i < len(states); i++ {
		if differ := !sameBody(states[i], states[i-1]); !differ {
			t.Errorf("step %d changed nothing\n%s", i, plainFrame(a))
		}
	}
	if got := states[len(states)-1]; got.Phrases[1].Text != "Thanks to ‹name›." && !slices.Contains(got.Phrases, agenda.Phrase{Name: "thanks", Text: "Thanks to ‹name›."}) {
		t.Errorf("phrases %+v", got.Phrases)
	}
	for i := len(states) - 2; i >= 0; i-- {
		drive(t, a, "ctrl+z")
		if got := kept(t, book); !sameBody(got, states[i]) {
			t.Fatalf("undo to step %d gave\n%+v\nwant\n%+v", i, got, states[i])
		}
	}
	for i := 1; i < len(states); i++ {
		drive(t, a, "ctrl+y")
		if got := kept(t, book); !sameBody(got, states[i]) {
			t.Fatalf("redo to step %d gave\n%+v\nwant\n%+v", i, got, states[i])
		}
	}
}

func sameBody(a, b agenda.Body) bool {
	return a.Name == b.Name && a.Style == b.Style && slices.Equal(a.Phrases, b.Phrases) &&
		slices.EqualFunc(a.Seats, b.Seats, func(x, y agenda.Seat) bool {
			return x.Name == y.Name && x.To == y.To && slices.Equal(x.Roles, y.Roles)
		}) &&
		slices.EqualFunc(a.Standing, b.Standing, func(x, y agenda.Standing) bool { return x.Title == y.Title && x.Every == y.Every })
}

func TestBodyDropAsks(t *testing.T) {
	t.Parallel()
	a, book := bodyApp(t, harbourBody(), 80, 24, "down", "enter", "down", "ctrl+d")
	if got := plainFrame(a); !strings.Contains(got, "Drop the item “Harbour Master’s report”?") {
		t.Fatalf("no question:\n%s", got)
	}
	drive(t, a, "enter")
	if got := len(kept(t, book).Standing); got != 5 {
		t.Fatalf("the safe row dropped it: %d left", got)
	}
	drive(t, a, "ctrl+d", "down", "enter")
	if got := kept(t, book).Standing; len(got) != 4 || got[1].Title != "Berth fees" {
		t.Errorf("left are %+v", got)
	}
	// A seat without a name is asked about too.
	a, book = bodyApp(t, harbourBody(), 80, 24, "enter", "enter", "ctrl+u", "enter")
	if got := plainFrame(a); !strings.Contains(got, "Drop the seat “Cllr Asha Verma”?") {
		t.Errorf("no question:\n%s", got)
	}
	drive(t, a, "esc", "esc")
	if got := kept(t, book).Seats[0].Name; got != "Asha Verma" {
		t.Errorf("the seat is now of %q", got)
	}
}

func TestBodyStanding(t *testing.T) {
	t.Parallel()
	a, book := bodyApp(t, harbourBody(), 80, 24, "down", "enter", "ctrl+n", "Declarations of interest", "tab", "down", "down", "tab", "Clerk",
		"tab", "tab", "None were declared.", "alt+enter", "Or some were.", "tab", "That it be noted.", "alt+enter", "That it be filed.", "enter")
	got := kept(t, book).Standing[1]
	if got.Title != "Declarations of interest" || got.Kind != agenda.KindInterests || got.Every != 3 || got.Lead != "Clerk" ||
		got.Wording != "None were declared.\nOr some were." || !slices.Equal(got.Recommends, []string{"That it be noted.", "That it be filed."}) {
		t.Errorf("item %+v\n%s", got, plainFrame(a))
	}
	drive(t, a, "enter", "tab", "ctrl+u", "now and then", "enter")
	if got := plainFrame(a); !strings.Contains(got, "Every meeting, every 3rd meeting, or first of the year.") {
		t.Errorf("words that say no turn were taken:\n%s", got)
	}
	drive(t, a, "ctrl+u", "yearly", "enter", "ctrl+up")
	if got := kept(t, book).Standing[0]; got.Title != "Declarations of interest" || !got.Yearly || got.Every != 0 {
		t.Errorf("item %+v", got)
	}
}

func TestBodyCalendarChecksTheZone(t *testing.T) {
	t.Parallel()
	a, book := bodyApp(t, harbourBody(), 80, 24, "down", "down", "enter", "shift+tab", "ctrl+u", "Europe/Lyonesse", "enter")
	if got := plainFrame(a); !strings.Contains(got, "No zone is called that") {
		t.Fatalf("taken:\n%s", got)
	}
	drive(t, a, "ctrl+u", "Europe/Paris", "tab", "ctrl+u", "first Monday", "tab", "ctrl+u", "7 pm", "enter")
	if b := kept(t, book); b.Zone != "Europe/Paris" || b.Cadence != "first Monday" || b.Time != "19:00" {
		t.Errorf("body %+v\n%s", b, plainFrame(a))
	}
}

func TestBodyStyle(t *testing.T) {
	t.Parallel()
	a, book := bodyApp(t, harbourBody(), 80, 24, "down", "down", "down", "down", "enter", "right", "right", "tab", "n")
	if got := plainFrame(a); !strings.Contains(got, "Question: (Councillor Pike) What") && !strings.Contains(got, "not named") {
		t.Errorf("the sample does not follow:\n%s", got)
	}
	drive(t, a, "right", "tab", "< raised:-", "tab", "-", "enter")
	want := agenda.StyleRef{Rendering: agenda.Labelled, Names: agenda.NamesShown, LeadIn: "%s raised:-", LeadInReport: agenda.NoLeadIn}
	if got := kept(t, book).Style; got != want {
		t.Errorf("style %+v, want %+v", got, want)
	}
	if got := plainFrame(a); !strings.Contains(got, "Question: (Councillor Pike)") {
		t.Errorf("the sample does not follow:\n%s", got)
	}
}

func TestBodyCodeIsOnesOwn(t *testing.T) {
	t.Parallel()
	book := newTestBook(t)
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "alt+e", "down", "down", "down", "enter", "tab", "ctrl+u", "atc", "enter")
	if got := plainFrame(a); !strings.Contains(got, "Another body has this code.") {
		t.Fatalf("taken:\n%s", got)
	}
	drive(t, a, "esc", "esc")
	if _, ok := a.top().(*home); !ok {
		t.Errorf("not at home:\n%s", plainFrame(a))
	}
}

// fullDisk is a book that keeps no body.
type fullDisk struct {
	agenda.Store
	err error
}

func (r *fullDisk) SaveBody(ctx context.Context, b agenda.Body) error {
	if r.err != nil {
		return r.err
	}
	return r.Store.SaveBody(ctx, b)
}

func TestBodySaysNotSavedAndTriesAgain(t *testing.T) {
	t.Parallel()
	book := &fullDisk{Store: newTestBook(t), err: errors.New("no space left on device")}
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "alt+e", "enter", "ctrl+d")
	if got := plainFrame(a); !strings.Contains(got, "NOT SAVED") || !strings.Contains(got, "No space left") {
		t.Fatalf("it does not say so:\n%s", got)
	}
	if a.mayQuit() {
		t.Error("the program may end without the body")
	}
	drive(t, a, "esc", "esc")
	if got := plainFrame(a); !strings.Contains(got, "Leave with changes that are not in the book?") {
		t.Fatalf("it leaves without a word:\n%s", got)
	}
	book.err = nil
	drive(t, a, "enter", "f9", "enter", "esc")
	if _, ok := a.top().(*home); !ok || !a.mayQuit() {
		t.Errorf("not saved and left:\n%s", plainFrame(a))
	}
	if got := kept(t, book).Seats[0].To; got == "" {
		t.Error("the seat has no end in the book")
	}
}

// A meeting that is open gets the new style at once, and keeps its own names.
func TestBodyChangesUnderAnOpenMeeting(t *testing.T) {
	t.Parallel()
	book := newTestBook(t)
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "enter")
	open, ok := a.top().(*live)
	if !ok {
		t.Fatal("not minuting")
	}
	drive(t, a, "alt+e", "enter", "enter", "ctrl+u", "Cllr Nell Ashdown", "enter", "esc", "up", "down", "down", "down", "down", "enter", "tab", "right", "enter", "esc")
	if a.top() != open || a.session != guarded(open.s) {
		t.Fatalf("not back in the meeting:\n%s", plainFrame(a))
	}
	if open.s.body.Style.Names != agenda.NamesShown || open.s.meeting().Roster[0].Name != "Asha Verma" {
		t.Errorf("style %+v, roster %+v", open.s.body.Style, open.s.meeting().Roster)
	}
}

func TestBodyPastedNamesAreSeats(t *testing.T) {
	t.Parallel()
	a, book := bodyApp(t, harbourBody(), 80, 24)
	send(t, a, tea.PasteMsg{Content: "Cllr Jo Lunt [JL]\r\n\r\nMax Reeve (Substitute)\r\nthe Treasurer (non-voting)"})
	got := kept(t, book).Seats[6:]
	if len(got) != 3 || got[0].Initials != "JL" || got[1].Roles[0] != "Substitute" || got[2].Office != "Treasurer" || !got[2].NonVoting {
		t.Errorf("seats %+v\n%s", got, plainFrame(a))
	}
	send(t, a, tea.PasteMsg{Content: "Jo Lunt\nMax Reeve (from 2026-13-45)"})
	if got := kept(t, book).Seats; len(got) != 9 || !strings.Contains(plainFrame(a), "nothing was kept") {
		t.Errorf("seats %+v\n%s", got, plainFrame(a))
	}
}

// What nobody changed stays in the words a file gave it.
func TestBodyKeepsWhatItDoesNotUnderstand(t *testing.T) {
	t.Parallel()
	b := harbourBody()
	b.Seats[0].From, b.Seats[0].Roles = "the start", []string{"Chair, acting", "Member"}
	b.Standing[0].Every, b.Standing[0].Yearly, b.Standing[0].Recommends = 3, true, []string{"One\nof two lines."}
	b.Time = "late"
	a, book := bodyApp(t, b, 80, 24, "enter", "enter", "tab", "tab", "n", "enter")
	if got := kept(t, book).Seats[0]; !got.NonVoting || got.From != "the start" || !slices.Equal(got.Roles, b.Seats[0].Roles) {
		t.Errorf("seat %+v\n%s", got, plainFrame(a))
	}
	drive(t, a, "esc", "down", "enter", "enter", " of members", "enter")
	if got := kept(t, book).Standing[0]; got.Every != 3 || !got.Yearly || !slices.Equal(got.Recommends, b.Standing[0].Recommends) || got.Title != "Apologies for absence of members" {
		t.Errorf("item %+v\n%s", got, plainFrame(a))
	}
	drive(t, a, "esc", "down", "enter", " or so", "enter")
	if got := kept(t, book); got.Time != "late" || got.Cadence != "second Thursday or so" {
		t.Errorf("body %+v\n%s", got, plainFrame(a))
	}
}

func TestBodyRowsNeedTheirWords(t *testing.T) {
	t.Parallel()
	a, book := bodyApp(t, harbourBody(), 80, 24, "down", "ctrl+n", "tab", "tab", "Clerk", "enter")
	if got := plainFrame(a); !strings.Contains(got, "“Title” is empty. esc leaves the item out.") || !strings.Contains(got, "Clerk") {
		t.Errorf("what was typed is gone, or an item has no title:\n%s", got)
	}
	drive(t, a, "ctrl+d", "esc")
	// A phrase goes by its text, and needs no name.
	drive(t, a, "esc", "down", "down", "down", "down", "enter", "ctrl+n", "tab", "Agreed by <who>.", "enter")
	if got := kept(t, book); len(got.Standing) != 5 || got.Phrases[1] != (agenda.Phrase{Text: "Agreed by ‹who›."}) {
		t.Errorf("body %+v\n%s", got, plainFrame(a))
	}
	drive(t, a, "enter", "tab", "ctrl+u", "enter")
	if got := plainFrame(a); !strings.Contains(got, "Drop the phrase “Agreed by ‹who›.”?") {
		t.Errorf("no question:\n%s", got)
	}
}

func TestBodyLeavingWithARowInHandAsks(t *testing.T) {
	t.Parallel()
	a, book := bodyApp(t, harbourBody(), 80, 24, "enter", "enter", " OBE")
	if drive(t, a, "ctrl+q") {
		t.Fatal("the program ended with words in hand")
	}
	if got := plainFrame(a); !strings.Contains(got, "“Cllr Asha Verma OBE”") {
		t.Errorf("no question:\n%s", got)
	}
	drive(t, a, "enter", "enter")
	if got := kept(t, book).Seats[0].Name; got != "Asha Verma OBE" {
		t.Errorf("kept %q", got)
	}
}

// The program ends while a save is under way: what was kept is in the book.
func TestBodySettles(t *testing.T) {
	t.Parallel()
	a, book := bodyApp(t, harbourBody(), 80, 24, "enter")
	for _, msg := range keyPresses("ctrl+d") {
		a.update(msg) // the save is asked for and not run
	}
	if a.mayQuit() {
		t.Error("the program may end before the body is saved")
	}
	if err := a.settle(); err != nil {
		t.Fatal(err)
	}
	if got := kept(t, book).Seats[0].To; got != "2026-03-12" {
		t.Errorf("the seat ends %q", got)
	}
}

// Whatever a file put into a body, nothing of it drives the terminal.
func TestBodyWithHostileText(t *testing.T) {
	t.Parallel()
	evil := "E\x1b]0;owned\x07vil\u202e\x1b[2JName\nand more"
	b := agenda.Body{
		Key: "nhc", Name: evil, Code: evil, Parent: evil, Zone: evil, Quorum: evil, Place: evil, Time: evil, Cadence: evil,
		Style:    agenda.StyleRef{Profile: evil, Rendering: agenda.Rendering(evil), LeadIn: evil, LeadInReport: evil},
		Seats:    []agenda.Seat{{Title: evil, Name: evil, Office: evil, Roles: []string{evil}, Initials: evil, From: evil, To: evil}},
		Standing: []agenda.Standing{{Title: evil, Kind: evil, Lead: evil, Wording: evil, Recommends: []string{evil}}},
		Phrases:  []agenda.Phrase{{Name: evil, Text: evil}},
	}
	for section := range 6 {
		for _, w := range []int{120, 80, 40} {
			a, _ := bodyApp(t, b, w, 24)
			for range section {
				drive(t, a, "down")
			}
			for _, k := range []string{"enter", "enter", "tab", "tab", "enter", "ctrl+d"} {
				drive(t, a, k)
				content, _, title := a.frame()
				for _, r := range bare(content) + title {
					if r != '\n' && unsafe(r) {
						t.Fatalf("%q reaches the terminal in section %d", r, section)
					}
				}
			}
		}
	}
}

func TestBodyMouse(t *testing.T) {
	t.Parallel()
	a, _ := bodyApp(t, harbourBody(), 120, 40)
	s := a.top().(*bodyScreen)
	click := func(word string, nth int) {
		t.Helper()
		content, _, _ := a.frame()
		for y, row := range strings.Split(bare(content), "\n") {
			if at := strings.Index(row, word); at >= 0 && y >= frameRows-1 {
				if nth--; nth < 0 {
					send(t, a, tea.MouseClickMsg{X: cells(row[:at]), Y: y, Button: tea.MouseLeft})
					return
				}
			}
		}
		t.Fatalf("no %q in\n%s", word, plainFrame(a))
	}
	click("Co-opted", 0)
	if !s.inside || s.at != 2 || s.edit != nil {
		t.Fatalf("a click on a row: inside %v, at %d", s.inside, s.at)
	}
	click("Col Dunmore", 0)
	if s.edit == nil {
		t.Fatal("a click on the focused row does not take it in hand")
	}
	click("15 Jan", 0)
	if s.edit.at != seatFrom {
		t.Errorf("a click on a field: %d", s.edit.at)
	}
	click("Phrases", 0)
	if s.section != 5 || s.edit != nil || s.inside {
		t.Errorf("a click on a section: %d", s.section)
	}
	send(t, a, tea.MouseWheelMsg{X: 50, Y: 9, Button: tea.MouseWheelDown})
	if s.at != 1 {
		t.Errorf("the wheel: row %d", s.at)
	}
}

func TestSince(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		typed, day string
		last       bool
		shown      string
	}{
		{"", "", false, ""}, {"May 2023", "2023-05-01", false, "May 2023"}, {"february 2024", "2024-02-29", true, "Feb 2024"},
		{"2023-05", "2023-05-31", true, "May 2023"}, {"14 May 2026", "2026-05-14", false, "14 May 2026"}, {"2025", "2025-12-31", true, "Dec 2025"},
		{"today", "2026-03-12", true, "12 Mar 2026"},
	} {
		day, ok := readSince(tt.typed, teatime, tt.last)
		if !ok || day != tt.day || sinceWords(day, tt.last) != tt.shown {
			t.Errorf("%q is %q, shown %q; want %q, %q", tt.typed, day, sinceWords(day, tt.last), tt.day, tt.shown)
		}
		if again, ok := readSince(sinceWords(day, tt.last), teatime, tt.last); !ok || again != day {
			t.Errorf("%q read again is %q", sinceWords(day, tt.last), again)
		}
	}
	if _, ok := readSince("whenever", teatime, false); ok {
		t.Error("“whenever” is a date")
	}
}

func TestTypingTakesThePlaceOfAChoice(t *testing.T) {
	t.Parallel()
	a, book := bodyApp(t, harbourBody(), 120, 40)
	drive(t, a, "enter", "ctrl+n", "Dr Ann Moss", "tab", "Highways lead", "enter")
	if got := kept(t, book).Seats[1].Roles; len(got) != 1 || got[0] != "Highways lead" {
		t.Errorf("roles %q", got)
	}
}
