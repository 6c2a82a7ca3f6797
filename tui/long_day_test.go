package tui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/agenda/notes"
	"minutebook/store"
)

// openLongDay is the interface on the book of the long day, its meeting open.
func openLongDay(t testing.TB) (*app, *session) {
	t.Helper()
	source, err := os.ReadFile(filepath.Join(testdata, "long-day.notes"))
	if err != nil {
		t.Fatal(err)
	}
	file, err := notes.Parse("long-day.notes", string(source))
	if err != nil {
		t.Fatal(err)
	}
	ctx, book := context.Background(), store.Memory()
	for i, m := range file.Meetings {
		body, r := m.Body, m.Record
		body.Key, r.Open.Key, r.Open.Body = "body", agenda.Key(fmt.Sprint("meeting", i)), "body"
		if i == 0 {
			if err := book.SaveBody(ctx, body); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := book.Save(ctx, agenda.Snapshot{}, r); err != nil {
			t.Fatal(err)
		}
	}
	a := newTestApp(t, book, 100, 32)
	run(t, a, a.open("meeting1", false))
	drive(t, a, "pgdn")
	if a.session == nil {
		t.Fatalf("the meeting is not open:\n%s", plainFrame(a))
	}
	return a, a.session
}

// longDayKeys is a walk as keys, the lines that wait for a screen left out: here
// every key is answered before the next.
func longDayKeys(t testing.TB, walk string) (keys []tea.KeyPressMsg) {
	t.Helper()
	for step := range strings.Lines(walk) {
		verb, rest, _ := strings.Cut(strings.TrimRight(step, "\n"), " ")
		switch verb {
		case "type":
			keys = append(keys, keyPresses(rest)...)
		case "line":
			keys = append(append(keys, keyPresses(rest)...), keyPresses("enter")...)
		case "press":
			for name := range strings.FieldsSeq(rest) {
				name, times, _ := strings.Cut(name, "×")
				n, _ := strconv.Atoi(times)
				for range max(1, n) {
					keys = append(keys, keyPresses(name)...)
				}
			}
		case "", "#", "see":
		default:
			t.Fatalf("no step is called %q", verb)
		}
	}
	return keys
}
