package tui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/store"
)

// heldBook is a book of one meeting: item 2 is minuted and has a sub-item, item
// 3 has a paper.
func heldBook(t *testing.T) agenda.Store {
	t.Helper()
	book := store.Memory()
	ctx := context.Background()
	r := agenda.New(agenda.Meeting{Key: "m", Body: "b", Kind: "Ordinary", Start: "2026-03-12T18:00", Place: "Pier House", Items: []*agenda.Item{
		{Title: "Apologies", Number: "1", Level: 1},
		{Title: "Fares", Number: "2", Level: 1, Entries: []*agenda.Entry{{Kind: agenda.Narrative, Text: "Noted."}}},
		{Title: "Children", Number: "2.1", Level: 2},
		{Title: "Slipway", Number: "3", Level: 1, Paper: &agenda.Paper{Number: "SFB 7", Leads: []string{"Engineer"}}},
	}})
	if err := errors.Join(book.SaveBody(ctx, agenda.Body{Key: "b", Name: "Skerry Ferry Board", Code: "SFB"})); err != nil {
		t.Fatal(err)
	}
	if _, err := book.Save(ctx, agenda.Snapshot{Life: agenda.Life{Draft: 1}}, r); err != nil {
		t.Fatal(err)
	}
	return book
}

// inBook is the agenda of the meeting in the book.
func inBook(t *testing.T, book agenda.Store) (agenda.Meeting, string) {
	t.Helper()
	snap, err := book.Load(context.Background(), "m")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, it := range snap.Record.Open.Items[1:] {
		out = append(out, fmt.Sprintf("%s %s(%d)", it.Number, it.Title, it.ID))
	}
	return snap.Record.Open, strings.Join(out, "; ")
}

func TestChangeAMeetingThatIsNotOpen(t *testing.T) {
	book := heldBook(t)
	before, was := inBook(t, book)
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "alt+a", "ctrl+n", "Urgent", "down", "ctrl+d")
	if got := plainFrame(a); !strings.Contains(got, "“Fares” cannot be dropped: it has minutes") {
		t.Errorf("an item with minutes:\n%s", got)
	}
	drive(t, a, "down", "down", "ctrl+d")
	if got := plainFrame(a); !strings.Contains(got, "Drop “Slipway”?") || !strings.Contains(got, "its paper goes with it") {
		t.Errorf("an item with a paper:\n%s", got)
	}
	drive(t, a, "enter") // the safe choice
	wantOutline(t, a, "1 Apologies; 1a Urgent; 2 Fares; ›2.1 Children; 3 Slipway")
	if _, now := inBook(t, book); now != was {
		t.Errorf("the book has changed before anything was kept: %s", now)
	}
	drive(t, a, "esc", "down", "down", "Town Hall", "enter")
	m, now := inBook(t, book)
	if want := strings.Replace(was, "; 2 Fares", fmt.Sprintf("; 1a Urgent(%d); 2 Fares", before.Next), 1); now != want {
		t.Errorf("agenda\n got %s\nwant %s", now, want)
	}
	if m.Place != "Town Hall" || m.Start != before.Start || len(m.Items[3].Entries) != 1 || len(m.Items[5].Paper.Leads) != 1 {
		t.Errorf("meeting %+v", m)
	}
	if _, ok := a.top().(*home); !ok {
		t.Errorf("not at home again:\n%s", plainFrame(a))
	}
}

func TestChangeTheOpenMeeting(t *testing.T) {
	book := heldBook(t)
	a := newTestApp(t, book, 80, 24)
	_, was := inBook(t, book)
	drive(t, a, "enter", "alt+a", "ctrl+d", "esc", "enter")
	_, now := inBook(t, book)
	if !strings.HasPrefix(now, "2 Fares(") {
		t.Errorf("agenda %s: the item that was minuted keeps its number", now)
	}
	if got := plainFrame(a); !strings.Contains(got, "kept: date, place and agenda") {
		t.Errorf("not said:\n%s", got)
	}
	drive(t, a, "ctrl+z")
	if _, now = inBook(t, book); now != was {
		t.Errorf("undone in one step\n got %s\nwant %s", now, was)
	}
	drive(t, a, "alt+a", "esc", "enter")
	if _, ok := a.top().(*live); !ok || !strings.Contains(plainFrame(a), "● saved") {
		t.Errorf("nothing was changed, but:\n%s", plainFrame(a))
	}
}

func TestLeaveAChangedAgenda(t *testing.T) {
	book := heldBook(t)
	_, was := inBook(t, book)
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "alt+a", " quay", "esc", "esc")
	if got := plainFrame(a); !strings.Contains(got, "Leave these changes?") {
		t.Fatalf("left without a question:\n%s", got)
	}
	drive(t, a, "enter")
	if quit := drive(t, a, "ctrl+q"); quit || !strings.Contains(plainFrame(a), "Leave with words that are not kept?") {
		t.Fatalf("quit without a question:\n%s", plainFrame(a))
	}
	drive(t, a, "esc", "esc", "down", "down", "enter")
	if _, now := inBook(t, book); now != was {
		t.Errorf("changes that were left are in the book: %s", now)
	}
	drive(t, a, "alt+a", " quay", "esc", "esc", "down", "enter")
	if _, now := inBook(t, book); !strings.Contains(now, "Apologies quay") {
		t.Errorf("changes that were to be kept are not in the book: %s", now)
	}
}

// A save that fails leaves what was typed on the screen.
func TestASetUpThatIsNotKept(t *testing.T) {
	book := heldBook(t)
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "alt+a", "ctrl+n", "Urgent")
	snap, err := book.Load(context.Background(), "m")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := book.Save(context.Background(), snap, snap.Record.EditMeeting(func(m *agenda.Meeting) { m.Place = "elsewhere" })); err != nil {
		t.Fatal(err)
	}
	drive(t, a, "esc", "enter")
	if got := plainFrame(a); !strings.Contains(got, "The meeting was not kept") || !strings.Contains(got, "Urgent") {
		t.Errorf("a conflict:\n%s", got)
	}
}

// An answer of the book that comes while help lies over the sheet is not lost.
func TestKeptUnderHelp(t *testing.T) {
	a := newTestApp(t, ferryBook(t), 80, 24)
	drive(t, a, "skerry", "ctrl+n")
	answer := a.update(keyPresses("enter")[0])
	drive(t, a, "f1")
	run(t, a, answer)
	if _, ok := a.top().(*help); !ok {
		t.Errorf("the help is gone:\n%s", plainFrame(a))
	}
	drive(t, a, "esc")
	inMinutes(t, a)

	book := heldBook(t)
	a = newTestApp(t, book, 80, 24)
	drive(t, a, "alt+a", " quay", "esc")
	answer = a.update(keyPresses("enter")[0])
	drive(t, a, "f1")
	run(t, a, answer)
	drive(t, a, "esc", "esc", "esc")
	if _, ok := a.top().(*home); !ok {
		t.Errorf("what was kept is asked about:\n%s", plainFrame(a))
	}
	if _, now := inBook(t, book); !strings.Contains(now, "Apologies quay") {
		t.Errorf("not in the book: %s", now)
	}
}

func TestDatesAndKindsByArrows(t *testing.T) {
	a := newTestApp(t, ferryBook(t), 80, 24)
	drive(t, a, "skerry", "ctrl+n", "right", "right", "left")
	s := sheetOf(t, a)
	if got := s.date.text(); got != "Tue 21 Apr 2026" {
		t.Errorf("→ → ← leads to %s", got)
	}
	drive(t, a, "up", "right", "right", "right", "right", "left")
	if got := s.kind.text(); got != "Special" {
		t.Errorf("kind %s", got)
	}
	drive(t, a, "Seaside", "left", "x")
	if got := s.kind.text(); got != "Seasidxe" {
		t.Errorf("kind %s: arrows move the cursor in what was typed", got)
	}
	drive(t, a, "down", "9 June", "left", "enter")
	if m := inMinutes(t, a); m.Start != "2026-06-09T14:00" || m.Kind != "Seasidxe" {
		t.Errorf("meeting of %s, %s", m.Start, m.Kind)
	}
}

// A date before the last meeting takes over from the one before that.
func TestAnEarlierDateTakesOverFromBefore(t *testing.T) {
	a := newTestApp(t, ferryBook(t), 80, 24)
	drive(t, a, "alder", "ctrl+n")
	if got := plainFrame(a); !strings.Contains(got, "Minutes (25 February 2026)") {
		t.Fatalf("the last meeting:\n%s", got)
	}
	drive(t, a, "2026-02-11")
	if got := plainFrame(a); !strings.Contains(got, "Minutes (28 January 2026)") || strings.Contains(got, "Police") {
		t.Errorf("the meeting before 11 February:\n%s", got)
	}
}

// A second meeting on one day is pointed at, not refused.
func TestADayThatIsTaken(t *testing.T) {
	a := newTestApp(t, ferryBook(t), 80, 24)
	drive(t, a, "skerry", "ctrl+n", "17 Feb 2026")
	if got := plainFrame(a); !strings.Contains(got, "Tue 17 Feb 2026 · there is a meeting on that day already") {
		t.Errorf("not said:\n%s", got)
	}
	drive(t, a, "enter")
	if m := inMinutes(t, a); m.Start != "2026-02-17T14:00" {
		t.Errorf("meeting of %s", m.Start)
	}
}

func TestSetUpWithTheMouse(t *testing.T) {
	a := newTestApp(t, ferryBook(t), 80, 24)
	drive(t, a, "skerry", "ctrl+n")
	row := func(text string) int {
		t.Helper()
		for y, l := range strings.Split(plainFrame(a), "\n") {
			if strings.Contains(l, text) {
				return y
			}
		}
		t.Fatalf("no %s in:\n%s", text, plainFrame(a))
		return 0
	}
	click := func(text string) { send(t, a, tea.MouseClickMsg{Button: tea.MouseLeft, X: 20, Y: row(text)}) }
	click("Winter timetable")
	drive(t, a, "!")
	click("Pier House")
	drive(t, a, "Slip")
	send(t, a, tea.MouseWheelMsg{Button: tea.MouseWheelDown, X: 20, Y: 20})
	drive(t, a, "?")
	s := sheetOf(t, a)
	if s.place.text() != "Slip" || s.list.rows[2].item.Title != "Winter timetable!" || s.list.rows[3].item.Title != "Actions from previous meetings?" {
		t.Errorf("place %s, rows %s", s.place.text(), outlineOf(&s.list))
	}
}

func TestPasteAnAgenda(t *testing.T) {
	for text, want := range map[string]string{
		"1. Apologies\n2. Fares\n\n3. Slipway":                                 "1 Apologies; 2 Fares; 3 Slipway",
		"1 Apologies\n2 Fares\n2.1 Children\n3 2026 plans":                     "1 Apologies; 2 Fares; ›2.1 Children; 3 2026 plans",
		"Apologies\r\nFares\r\n  Children\r\n    Under 5\r\n  Dogs\r\nSlipway": "1 Apologies; 2 Fares; ›2.1 Children; ››2.1.1 Under 5; ›2.2 Dogs; 3 Slipway",
		"• Apologies\n• 21 March fair":                                         "1 Apologies; 2 21 March fair",
		"196/20\tApologies\n197/20\tFares":                                     "196/20 Apologies; 197/20 Fares",
		"1) Apologies\n1a) Welcome\n2) Fares":                                  "1 Apologies; 1a Welcome; 2 Fares",
		"Only a title":                                                         "1 Only a title",
		"   - Far in\n   - As far":                                             "1 Far in; 2 As far",
	} {
		a := newTestApp(t, newTestBook(t), 80, 24)
		drive(t, a, "wexholme", "ctrl+n", "ctrl+n")
		send(t, a, tea.PasteMsg{Content: text})
		wantOutline(t, a, want)
		drive(t, a, "ctrl+z")
		wantOutline(t, a, "")
	}
}

func TestDetailsOfAnItem(t *testing.T) {
	a := newTestApp(t, ferryBook(t), 80, 24)
	drive(t, a, "skerry", "ctrl+n", "ctrl+n", "Slipway", "enter", "tab", "12", "tab", "tab", "For decision", "tab", "SFB 8", "tab", "tab",
		"Engineer; Treasurer", "tab", "tab", "That it be mended.", "enter", "That it be paid.", "esc")
	it := sheetOf(t, a).list.rows[4].item
	if it.Number != "12" || it.Purpose != "For decision" || it.Paper == nil || it.Paper.Number != "SFB 8" ||
		len(it.Paper.Of) != 2 || len(it.Paper.Recommends) != 2 {
		t.Errorf("item %+v, paper %+v", it, it.Paper)
	}
	wantOutline(t, a, "1 Apologies for absence; 2 Minutes (17 February 2026); 3 Winter timetable; 4 Actions from previous meetings; 12 Slipway; 13 Date of next meeting")
	drive(t, a, "enter", "tab", "ctrl+u", "esc")
	if got := outlineOf(&sheetOf(t, a).list); !strings.HasSuffix(got, "5 Slipway; 6 Date of next meeting") {
		t.Errorf("without a number of its own: %s", got)
	}
	drive(t, a, "ctrl+z", "ctrl+z")
	if r := sheetOf(t, a).list.rows[4]; r.item.Paper != nil || r.item.Title != "Slipway" {
		t.Errorf("details are not undone: %+v", r.item)
	}
}

// However an agenda is edited, a row is at most one deeper than the one above
// it, items of the book go only by being dropped, and undo brings back what was.
func TestEditingAnAgenda(t *testing.T) {
	a := newTestApp(t, newTestBook(t), 80, 24)
	keys := []string{"ctrl+n", "tab", "shift+tab", "ctrl+up", "ctrl+down", "up", "down", "pgdn", "x", "8a | y ", "ctrl+z", "ctrl+y", "backspace"}
	rapid.Check(t, func(rt *rapid.T) {
		var g agendaList
		var rows []agendaRow
		for i := range rapid.IntRange(0, 6).Draw(rt, "rows") {
			rows = append(rows, agendaRow{item: agenda.Item{ID: agenda.ID(i + 1), Title: fmt.Sprint("t", i), Level: 1 + i%2}})
		}
		g.set(rows, false)
		begin := outlineOf(&g)
		for range rapid.IntRange(0, 20).Draw(rt, "keys") {
			for _, msg := range keyPresses(rapid.SampledFrom(keys).Draw(rt, "key")) {
				g.key(a, msg)
			}
			ids := map[agenda.ID]bool{}
			for i, r := range g.rows {
				ids[r.item.ID] = true
				if r.item.Level < 1 || i == 0 && r.item.Level > 1 || i > 0 && r.item.Level > g.rows[i-1].item.Level+1 {
					rt.Fatalf("row %d is of level %d in %s", i, r.item.Level, outlineOf(&g))
				}
			}
			for i := range rows {
				if !ids[agenda.ID(i+1)] {
					rt.Fatalf("item %d is gone from %s", i+1, outlineOf(&g))
				}
			}
		}
		for g.turn(&g.past, &g.future) {
		}
		if got := outlineOf(&g); got != begin {
			rt.Fatalf("undone to %s, not %s", got, begin)
		}
	})
}

func TestAPathInOnesOwnFolder(t *testing.T) {
	t.Setenv("HOME", "/home/clerk")
	for path, want := range map[string]string{"~/minutes.notes": "/home/clerk/minutes.notes", "minutes.notes": "minutes.notes", "~clerk/x": "~clerk/x"} {
		if got := atHome(path); got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
}

// BenchmarkAgendaKey is a key typed into an agenda of 500 items, and its frame.
func BenchmarkAgendaKey(b *testing.B) {
	a := newTestApp(b, manyItems(b), 120, 40)
	drive(b, a, "alt+a", "pgdn")
	press := keyPresses("x")[0]
	for b.Loop() {
		a.update(press)
		a.frame()
	}
}

// While the book has not answered, nothing can be typed that would be lost.
func TestHeldMeetingTakesNoWordsWhileItIsKept(t *testing.T) {
	book := &failing{Store: heldBook(t)}
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "alt+a", "ctrl+n", "Urgent", "esc")
	held := hold(a, "enter")
	if a.mayQuit() {
		t.Error("the program may end before the meeting is saved")
	}
	drive(t, a, "ctrl+n", "Second thoughts")
	send(t, a, tea.PasteMsg{Content: "Pasted"})
	book.broken = errors.New("the disk is full")
	run(t, a, held[0])
	if got := plainFrame(a); !strings.Contains(got, "Urgent") || strings.Contains(got, "Second thoughts") || !strings.Contains(got, "still here") {
		t.Errorf("not as it was kept:\n%s", got)
	}
	held = hold(a, "enter", "esc")
	book.broken = nil
	run(t, a, held[0])
	if _, now := inBook(t, book); !strings.Contains(now, "Urgent") || !strings.Contains(plainFrame(a), "kept: date, place and agenda") {
		t.Errorf("%s\n%s", now, plainFrame(a))
	}
}
