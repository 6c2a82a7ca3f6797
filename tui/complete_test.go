package tui

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// listedNames is what the list above the composer shows now.
func listedNames(l *live) []string {
	var out []string
	if c := l.offer(); c != nil {
		for _, h := range c.hits {
			out = append(out, h.name)
		}
	}
	return out
}

// known gives the screen somebody from the book.
func knownFrom(a *app, l *live) {
	l.Update(a, folkMsg{live: l, known: []agenda.Known{
		{Attendee: agenda.Attendee{Name: "Piers Lumb"}, From: "Wexholme Trust"},
		{Attendee: agenda.Attendee{Title: "Cllr", Name: "Jo Lunt"}, From: "Member"},
	}})
}

func TestCompletedLines(t *testing.T) {
	tests := []struct {
		name string
		keys []string
		want string // of the composer
	}{
		{"speaker", []string{"? @lu", "tab", "What?"}, "? @Lunt What?"},
		{"second of the list", []string{"? @lu", "down", "tab", "What?"}, "? @Lumb What?"},
		{"as typed", []string{"? @lu", "down", "down", "tab", "asked."}, `? @"lu" asked.`},
		{"the office acts", []string{"+ har", "tab", "report"}, "+ Harbour Master: report"},
		{"behind the last field", []string{";thanks", "enter", "lu", "tab", "tab", "the report", "tab", "Thus."},
			"The Chair thanked Cllr Lunt for the report.Thus."},
		{"given name", []string{"@jo", "tab"}, "@Lunt "},
		{"own verb", []string{"?", "wondered @pi", "tab"}, "?wondered @Pike "},
		{"elsewhere", []string{"#6 ? @pi", "tab"}, "#6 ? @Pike "},
		{"owner", []string{"+ lu", "tab", "write"}, "+ Lunt: write"},
		{"owners", []string{"+ lu", "tab", ",pi", "tab", "write"}, "+ Lunt, Pike: write"},
		{"arrival", []string{"/arr", "tab", "lu", "tab", "18:25"}, "/arrive Lunt 18:25"},
		{"movers", []string{"/by ver", "tab", "/ lu", "tab"}, "/by Verma / Lunt "},
		{"item", []string{"#dre", "tab", "? Why?"}, "#4 ? Why?"},
		{"phrase", []string{";that-del", "tab", "Clerk", "tab", "sign the lease"},
			"! That authority be delegated to Clerk to sign the lease."},
		{"phrase, person", []string{";thanks", "enter", "lu", "tab", "tab", "the report"},
			"The Chair thanked Cllr Lunt for the report."},
		{"phrase, back", []string{";that-del", "tab", "tab", "sign", "shift+tab", "Clerk"},
			"! That authority be delegated to Clerk to sign."},
	}
	for _, tt := range tests {
		a, l := openMeeting(t, northmoor, 80, 24)
		knownFrom(a, l)
		drive(t, a, "/take 4", "enter")
		drive(t, a, tt.keys...)
		if got := l.comp.Text(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestListsAndTheirKeys(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	knownFrom(a, l)
	drive(t, a, "/take 4", "enter", "? @lu")
	if got := strings.Join(listedNames(l), "|"); got != "Lunt, Jo|Lumb, Piers|Keep “lu” as typed" {
		t.Errorf("listed %q", got)
	}
	drive(t, a, "esc")
	if got := listedNames(l); got != nil {
		t.Errorf("esc left %q open", got)
	}
	drive(t, a, "nt Had it?", "enter")
	if got, want := texts(l.s.meeting(), "4"), "question: Had it?\n"; got != want {
		t.Errorf("enter kept %q, want %q", got, want)
	}
	drive(t, a, "backspace", "no mark @lu")
	if got := listedNames(l); got != nil {
		t.Errorf("an address in running text opened %q", got)
	}
}

func TestSomebodyFromTheBookJoinsTheRoster(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	knownFrom(a, l)
	drive(t, a, "/take 4", "enter", "? @lum", "tab", "What of the trust?", "enter")
	m := l.s.meeting()
	if !m.Knows(agenda.Attendee{Name: "Piers Lumb"}) || texts(m, "4") != "question: What of the trust?\n" {
		t.Fatalf("roster %v, item 4: %s", m.Roster, texts(m, "4"))
	}
	drive(t, a, "ctrl+z")
	if m = l.s.meeting(); m.Knows(agenda.Attendee{Name: "Piers Lumb"}) || texts(m, "4") != "" {
		t.Errorf("one undo left the person or the question")
	}
}

func TestUnfilledFieldIsPointedAt(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "/take 4", "enter", ";thanks", "tab", "Ada", "enter")
	if got := texts(l.s.meeting(), "4"); got != "" || !strings.Contains(l.problem, "‹what›") || l.comp.words.Selected() != "‹what›" {
		t.Errorf("kept %q, said %q, selected %q", got, l.problem, l.comp.words.Selected())
	}
}

// TestEveryWordDoesSomething types each /word of the table: none is unknown.
func TestEveryWordDoesSomething(t *testing.T) {
	for _, w := range liveWords {
		a, l := openMeeting(t, northmoor, 80, 24)
		drive(t, a, w.text, "enter")
		if strings.Contains(l.problem, "a known word") {
			t.Errorf("%s: %s", w.text, l.problem)
		}
		if w.more != (w.form != "" && !strings.HasPrefix(w.form, "[")) {
			t.Errorf("%s takes %q, needs more: %v", w.text, w.form, w.more)
		}
	}
}

func TestListFrames(t *testing.T) {
	sizes(t, func(t *testing.T, width, height int) {
		for name, keys := range map[string][]string{
			"people":  {"? @lu"},
			"phrases": {";that"},
			"field":   {";that-del", "tab"},
			"words":   {"/a"},
			"items":   {"#"},
		} {
			a, l := openMeeting(t, northmoor, width, height)
			knownFrom(a, l)
			drive(t, a, minuted...)
			drive(t, a, "backspace")
			drive(t, a, keys...)
			golden(t, a, "list-"+name)
		}
	})
}

func TestPastes(t *testing.T) {
	paste := func(text string) (*app, *live) {
		a, l := openMeeting(t, northmoor, 80, 24)
		drive(t, a, "/take 4", "enter", "? Why?", "enter")
		send(t, a, tea.PasteMsg{Content: text})
		return a, l
	}
	const block = "> it was late.\n* a pity.\n> noted."
	a, l := paste(block)
	if _, ok := a.top().(*confirm); !ok {
		t.Fatal("a block of three lines asks nothing")
	}
	sizes(t, func(t *testing.T, width, height int) {
		send(t, a, tea.WindowSizeMsg{Width: width, Height: height})
		golden(t, a, "paste-question")
	})
	drive(t, a, "down", "enter")
	want := "question: Why?\nresponse: it was late.\ncomment: a pity.\nresponse: noted.\n"
	if got := texts(l.s.meeting(), "4"); got != want {
		t.Errorf("as notes: %q, want %q", got, want)
	}
	drive(t, a, "ctrl+z")
	if got := texts(l.s.meeting(), "4"); got != "question: Why?\n" {
		t.Errorf("one undo left %q", got)
	}

	a, l = paste(block)
	ask := a.top().(*confirm)
	a.frame()
	for y, n := range ask.drawn {
		if n == 1 && a.top() == ask {
			run(t, a, ask.Click(a, 10, y))
		}
	}
	if got := texts(l.s.meeting(), "4"); got != want {
		t.Errorf("a click on the second row: %q", got)
	}

	a, l = paste(block)
	drive(t, a, "esc")
	if got := l.comp.words.Text(); a.top() != l || !strings.Contains(got, "a pity.") {
		t.Errorf("esc left %q", got)
	}

	a, l = paste("* fine.\n/arrive Nobody")
	drive(t, a, "down", "enter")
	if got := texts(l.s.meeting(), "4"); got != "question: Why?\n" || !strings.HasPrefix(l.problem, "Line 2") || l.comp.Empty() {
		t.Errorf("a mistake kept %q and said %q", got, l.problem)
	}

	a, l = paste("Year\tCost\n2026\t1|20")
	if got := l.comp.Text(); got != "| Year | Cost |\n| 2026 | 1\\|20 |" || a.message != "a table of 2 rows" {
		t.Errorf("tabs became %q, said %q", got, a.message)
	}
	drive(t, a, "enter")
	if it, _ := l.s.meeting().Item(l.target()); it.Last().Table == nil || it.Last().Table.Rows[1][1] != "1|20" {
		t.Errorf("kept %+v", it.Last())
	}

	a, l = paste("one line\n")
	if a.top() != l {
		t.Error("a paste of one line asks")
	}
	a, l = openMeeting(t, northmoor, 80, 24)
	drive(t, a, "in the middle of ")
	send(t, a, tea.PasteMsg{Content: "a\nb\tc"})
	if a.top() != l || !strings.HasPrefix(l.comp.words.Text(), "in the middle of a\nb") {
		t.Errorf("in running text: %q", l.comp.words.Text())
	}
}

func TestTypingFaults(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "/take 4", "enter", "! That a report be brought:", "enter", "- in June; and", "enter")
	if l.comp.mark != "!-" || !l.comp.predicted {
		t.Errorf("after a sub-point %q is offered", l.comp.mark)
	}
	drive(t, a, "in September.", "enter", "! That it be published.", "enter")
	it, _ := l.s.meeting().Item(l.target())
	if parts := it.Last().Resolution.Parts; len(parts) != 2 || len(parts[0].Points) != 2 {
		t.Errorf("parts %+v", parts)
	}
	drive(t, a, "backspace", "/caption Costs", "enter", "Year | Cost |", "enter")
	it, _ = l.s.meeting().Item(l.target())
	if tb := it.Last().Table; tb == nil || tb.Caption != "Costs" || len(tb.Rows[0]) != 2 {
		t.Errorf("captioned: %+v, %s", it.Last(), l.problem)
	}
	drive(t, a, "backspace", "@Pike The matters were:", "enter", "one", "enter", "  - under it", "enter")
	it, _ = l.s.meeting().Item(l.target())
	if pts := it.Last().Points; len(pts) != 1 || len(pts[0].Points) != 1 || pts[0].Points[0].Text != "under it" {
		t.Errorf("nested: %+v, %s", it.Last(), l.problem)
	}
	drive(t, a, "backspace", "?", "esc")
	if a.message != "" || !l.comp.Empty() {
		t.Errorf("esc on a mark said %q", a.message)
	}
	for keys, want := range map[string]string{
		">>said the dues rose": "further comment, verb “said”", "+ Pike do it": "action, no owner: write Pike: …",
		"/arrive Lunt": "Cllr Lunt arrived 18:47", "/arive": "no command /arive: /arrive?", ";tha": "phrase",
		"/by Verma / Lunt": "command: who proposed and seconded",
	} {
		drive(t, a, "backspace", keys)
		if got := l.understood(a); got != want {
			t.Errorf("%s: %q, want %q", keys, got, want)
		}
		l.comp.Predict("")
	}
	drive(t, a, "! That it be so.", "enter", "/by Verma / Lunt")
	if got := l.understood(a); got != "moved Verma, seconded Lunt" {
		t.Errorf("/by: %q", got)
	}
}

// TestHelpOfTheLineIsWhole proves that no key of the editor is left out of the
// help.
func TestHelpOfTheLineIsWhole(t *testing.T) {
	listed := map[string]bool{}
	for _, r := range editorHelp().rows {
		listed[r[0]] = true
	}
	all := reflect.ValueOf(stdEditorKeys)
	for i := range all.NumField() {
		if b := all.Field(i).Interface().(key.Binding); !listed[b.Help().Key] {
			t.Errorf("%s (%s) is not in the help", b.Help().Key, b.Help().Desc)
		}
	}
}

func TestPeopleAreReadFromTheBook(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	other := agenda.Body{Key: "trust", Name: "Wexholme Trust", Code: "WT", Seats: []agenda.Seat{{Name: "Piers Lumb"}}}
	if err := a.store.SaveBody(context.Background(), other); err != nil {
		t.Fatal(err)
	}
	last := agenda.NewMeeting(l.s.body, "last", "2026-02-12T18:00", "Guildhall", nil)
	last, _ = last.AddAttendee(agenda.Attendee{Name: "Ada Luddock", Roles: []string{"Harbour engineer"}})
	if _, err := a.store.Save(context.Background(), agenda.Snapshot{}, last); err != nil {
		t.Fatal(err)
	}
	run(t, a, l.Init(a))
	drive(t, a, "? @lu")
	if got := strings.Join(listedNames(l), "|"); got != "Lunt, Jo|Luddock, Ada|Lumb, Piers|Keep “lu” as typed" {
		t.Errorf("listed %q", got)
	}
}

func TestSomebodyFromTheBookIsNotForgotten(t *testing.T) {
	for _, keys := range [][]string{
		{"? @lum", "tab", "What?", "ctrl+u", "ctrl+z", "enter"},
		{"? One? Two?", "enter", "alt+up", "enter", "home", "@lum", "tab", "ctrl+right", "alt+s"},
	} {
		a, l := openMeeting(t, northmoor, 80, 24)
		knownFrom(a, l)
		drive(t, a, append([]string{"/take 4", "enter"}, keys...)...)
		it, _ := l.s.meeting().Item(l.target())
		if len(it.Entries) == 0 || l.s.meeting().Call(it.Entries[0].Speaker) != "Piers Lumb" {
			t.Errorf("%q: kept %q, the composer holds %q, the problem is %q", keys, texts(l.s.meeting(), "4"), l.comp.Text(), l.problem)
		}
	}
	a, l := openMeeting(t, northmoor, 80, 24)
	knownFrom(a, l)
	drive(t, a, "/take 4", "enter", "? @lum", "tab", "ctrl+u", "Had Lumb written?", "enter")
	if l.s.meeting().Knows(agenda.Attendee{Name: "Piers Lumb"}) {
		t.Error("a name in the words puts somebody on the roster")
	}
}
