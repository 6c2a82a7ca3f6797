package tui

import (
	"context"
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
	"minutebook/store"
)

// hugeBook is a book of one body with 300 seats, whose meeting has 100 people,
// 500 items and, in the one that is taken, 5,000 entries.
func hugeBook(t testing.TB) agenda.Store {
	t.Helper()
	r, body := longMeeting(t, 5000, 500)
	for i := range 300 {
		body.Seats = append(body.Seats, agenda.Seat{Title: "Cllr", Name: fmt.Sprintf("Person Number%d", i)})
	}
	r.Open.Roster = nil
	for i := range 100 {
		r, _ = r.AddAttendee(agenda.Attendee{Title: "Cllr", Name: fmt.Sprintf("Person Number%d", i), Voting: i < 60})
	}
	book := store.Memory()
	if err := book.SaveBody(context.Background(), body); err != nil {
		t.Fatal(err)
	}
	if _, err := book.Save(context.Background(), agenda.Snapshot{Life: agenda.Life{Draft: 1}}, r); err != nil {
		t.Fatal(err)
	}
	return book
}

// BenchmarkScreens is a key with its frame on every screen at the size of the
// largest body there is: each is to take less than a millisecond.
func BenchmarkScreens(b *testing.B) {
	for _, s := range []struct {
		name       string
		open, keys []string
	}{
		{"minute", []string{"enter"}, []string{"x"}},
		{"choose", []string{"enter", "alt+up"}, []string{"alt+up"}},
		{"find", []string{"enter", "ctrl+f", "wint"}, []string{"e", "backspace"}},
		{"find-anew", []string{"enter", "ctrl+f"}, []string{"t", "backspace"}},
		{"room", []string{"enter", "f2"}, []string{"down"}},
		{"room-typing", []string{"enter", "f2"}, []string{"p", "backspace"}},
		{"body", []string{"alt+e", "enter"}, []string{"down"}},
		{"body-typing", []string{"alt+e", "enter", "enter"}, []string{"x"}},
		{"agenda", []string{"alt+a", "pgdn"}, []string{"x"}},
		{"meeting", []string{"ctrl+n"}, []string{"x"}},
		{"reader", []string{"ctrl+l"}, []string{"down"}},
		{"export", []string{"ctrl+x"}, []string{"x"}},
		{"export-left", []string{"ctrl+x", "tab"}, []string{"down"}},
		{"home", nil, []string{"down"}},
	} {
		b.Run(s.name, func(b *testing.B) {
			a := newTestApp(b, hugeBook(b), 120, 40)
			drive(b, a, s.open...)
			var keys []tea.KeyPressMsg
			for _, k := range s.keys {
				keys = append(keys, keyPresses(k)...)
			}
			a.frame()
			for n := 0; b.Loop(); n++ {
				a.update(keys[n%len(keys)])
				a.frame()
			}
		})
	}
}

// BenchmarkRoom is a key with its frame in the room among 300 members.
func BenchmarkRoom(b *testing.B) {
	for name, keys := range map[string][]string{"choose": {"down"}, "typing": {"b", "backspace"}} {
		b.Run(name, func(b *testing.B) {
			a, _ := openMeeting(b, council(300), 120, 40)
			drive(b, a, "pgdown", "f2")
			var press []tea.KeyPressMsg
			for _, k := range keys {
				press = append(press, keyPresses(k)...)
			}
			b.ReportAllocs()
			for n := 0; b.Loop(); n++ {
				a.update(press[n%len(press)])
				a.frame()
			}
		})
	}
}
