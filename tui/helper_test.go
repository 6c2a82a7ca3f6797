package tui

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/store"
)

var update = flag.Bool("update", false, "write the golden frames anew")

// testdata is a whole path, for a test may work in another folder.
var testdata, _ = filepath.Abs("testdata")

// teatime is the clock of all tests of the interface.
var teatime = time.Date(2026, 3, 12, 18, 47, 0, 0, time.UTC)

// dressed is what a test may put between every screen and its book.
var dressed = func(s agenda.Store) agenda.Store { return s }

// newTestApp is the interface on a book, at home, its first answers taken in.
func newTestApp(t testing.TB, book agenda.Store, width, height int) *app {
	t.Helper()
	keys := 0
	a := newApp(Options{
		Store: dressed(book), Book: "northmoor.book", Now: func() time.Time { return teatime },
		Zone:    func() string { return "Europe/London" },
		NewKey:  func() agenda.Key { keys++; return agenda.Key(fmt.Sprintf("key%04d", keys)) },
		Example: func() (agenda.Store, error) { return newTestBook(t), nil },
		Import:  func(string) (string, error) { return "1 meeting of 1 body", nil },
	})
	run(t, a, a.start())
	send(t, a, tea.WindowSizeMsg{Width: width, Height: height})
	return a
}

// send gives the interface a message, runs what it asks for, and feeds the
// answers back until it is quiet.
func send(t testing.TB, a *app, msg tea.Msg) {
	t.Helper()
	run(t, a, a.update(msg))
}

// run runs a command and what follows from it. It reports whether the program
// wanted to end.
func run(t testing.TB, a *app, cmd tea.Cmd) (quit bool) {
	t.Helper()
	if cmd == nil {
		return false
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.QuitMsg:
		return true
	case tea.BatchMsg:
		for _, c := range msg {
			quit = run(t, a, c) || quit
		}
	default:
		quit = run(t, a, a.update(msg))
	}
	return quit
}

// drive presses keys one after another: names such as enter, f2 and ctrl+n, or
// words, which are typed. It reports whether the program wanted to end.
func drive(t testing.TB, a *app, keys ...string) (quit bool) {
	t.Helper()
	for _, k := range keys {
		for _, msg := range keyPresses(k) {
			quit = run(t, a, a.update(msg)) || quit
		}
	}
	return quit
}

// hold presses keys and keeps back what they ask for, so that a test can let the
// answers come late and in any order, with run.
func hold(a *app, keys ...string) (held []tea.Cmd) {
	for _, k := range keys {
		for _, msg := range keyPresses(k) {
			if cmd := a.update(msg); cmd != nil {
				held = append(held, cmd)
			}
		}
	}
	return held
}

// keyPresses is the key of that name, or the keys that type the words.
func keyPresses(name string) []tea.KeyPressMsg {
	named := strings.HasPrefix(name, "ctrl+") || strings.HasPrefix(name, "alt+") || strings.HasPrefix(name, "shift+")
	if _, ok := keyCodes[name]; ok || named {
		b := labelled(newKeymap().Keep, "")
		b.SetKeys(name)
		if msg, ok := pressOf(b); ok {
			return []tea.KeyPressMsg{msg}
		}
	}
	var out []tea.KeyPressMsg
	for _, r := range name {
		out = append(out, tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return out
}

// plainFrame is what the terminal shows, without styles and trailing blanks,
// the cursor's place in the last line.
func plainFrame(a *app) string {
	content, cursor, title := a.frame()
	rows := strings.Split(content, "\n")
	for i, r := range rows {
		rows[i] = strings.TrimRight(bare(r), " ")
	}
	where := "none"
	if cursor != nil {
		where = fmt.Sprintf("column %d, row %d", cursor.X, cursor.Y)
	}
	return strings.Join(rows, "\n") + "\n" + fmt.Sprintf("[%s; cursor: %s]\n", title, where)
}

// golden compares the frame with testdata/NAME-WxH.golden.
func golden(t *testing.T, a *app, name string) {
	t.Helper()
	content, _, _ := a.frame()
	rows := strings.Split(content, "\n")
	if len(rows) != a.height {
		t.Errorf("%s has %d rows, not %d", name, len(rows), a.height)
	}
	for i, r := range rows {
		if n := visible(r); n > a.width {
			t.Errorf("%s: row %d takes %d cells of %d: %q", name, i, n, a.width, bare(r))
		}
	}
	got := plainFrame(a)
	path := filepath.Join(testdata, fmt.Sprintf("%s-%dx%d.golden", name, a.width, a.height))
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; go test ./tui -update writes it", err)
	}
	if got != string(want) {
		t.Errorf("%s differs\ngot:\n%s\nwant:\n%s", path, got, want)
	}
}

// sizes runs a test at the three sizes that count.
func sizes(t *testing.T, test func(t *testing.T, width, height int)) {
	for _, s := range [][2]int{{80, 24}, {120, 40}, {40, 10}} {
		t.Run(fmt.Sprintf("%dx%d", s[0], s[1]), func(t *testing.T) { test(t, s[0], s[1]) })
	}
}

// newTestBook is a book of three bodies and a few meetings around teatime.
func newTestBook(t testing.TB) agenda.Store {
	t.Helper()
	book := store.Memory()
	ctx := context.Background()
	bodies := []agenda.Body{
		{Key: "nhc", Name: "Northmoor Harbour Committee", Code: "NHC", Place: "Guildhall, Northmoor", Time: "18:00", Quorum: "4",
			Seats: []agenda.Seat{{Title: "Cllr", Name: "Asha Verma", Roles: []string{"Chair"}}, {Title: "Cllr", Name: "Tom Pike"},
				{Name: "Sam Rhee", Roles: []string{"Clerk"}, NonVoting: true}},
			Standing: []agenda.Standing{
				{Title: "Apologies for absence", Kind: agenda.KindApologies},
				{Title: "Minutes of the previous meeting", Kind: agenda.KindMinutes},
				{Title: "Date of next meeting", Kind: agenda.KindNext},
			}},
		{Key: "atc", Name: "Aldermere Town Council", Code: "ATC"},
		{Key: "wsg", Name: "Wexholme School Governors", Code: "WSG", Time: "17:30"},
	}
	for _, b := range bodies {
		if err := book.SaveBody(ctx, b); err != nil {
			t.Fatal(err)
		}
	}
	for i, m := range []struct {
		body    int
		start   agenda.Clock
		entries int
		open    bool
		closed  agenda.Clock
	}{
		{0, "2026-03-12T18:00", 5, true, ""},
		{2, "2026-03-17T17:30", 0, false, ""},
		{1, "2026-03-25T19:00", 0, false, ""},
		{0, "2026-04-09T18:00", 0, false, ""},
		{1, "2026-02-25T19:00", 14, false, "2026-02-25T20:41"},
		{0, "2026-01-15T18:00", 9, false, "2026-01-15T19:20"},
		{2, "2025-02-11", 1, false, ""},
	} {
		keep(t, book, bodies[m.body], agenda.Key(fmt.Sprintf("m%d", i)), m.start, m.entries, m.open, m.closed)
	}
	return book
}

// keep puts a meeting into the book, minuted as far as the arguments say.
func keep(t testing.TB, book agenda.Store, b agenda.Body, key agenda.Key, start agenda.Clock, entries int, open bool, closed agenda.Clock) {
	t.Helper()
	r := agenda.NewMeeting(b, key, start, b.Place, nil)
	var err error
	item := r.Open.Items[0].ID
	if len(r.Open.Items) > 1 && open {
		item = r.Open.Items[1].ID
		if r, err = r.Take(item, start); err != nil {
			t.Fatal(err)
		}
	}
	for i := range entries {
		e := agenda.Entry{Kind: agenda.Narrative, Text: fmt.Sprintf("Matter %d was considered at length.", i+1)}
		if r, _, err = r.Add(item, e); err != nil {
			t.Fatal(err)
		}
	}
	if closed != "" {
		e := agenda.Entry{Kind: agenda.Happening, At: closed, Event: &agenda.Event{What: agenda.ClosedUp}}
		if r, _, err = r.Add(item, e); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := book.Save(context.Background(), agenda.Snapshot{Life: agenda.Life{Draft: 1}}, r); err != nil {
		t.Fatal(err)
	}
}
