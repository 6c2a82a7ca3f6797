package tui

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// BenchmarkKeyWithList is a key while a list is open, among 60 people and 500
// items.
func BenchmarkKeyWithList(b *testing.B) {
	for _, begun := range []string{"? @", "/arrive ", "#", "/take ", ";"} {
		b.Run(begun, func(b *testing.B) {
			r, body := longMeeting(b, 2000, 500)
			for i := range 57 {
				r, _ = r.AddAttendee(agenda.Attendee{Name: fmt.Sprintf("Ann%d Lunt%d", i, i)})
			}
			a, l := liveApp(b, nil, agenda.Snapshot{Record: r, Revision: "1"}, body, 100, 30)
			a.frame()
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				if n++; n%3 == 1 {
					l.comp.Predict("")
					l.comp.SetText(begun)
				}
				a.update(tea.KeyPressMsg{Code: '1', Text: "1"})
				a.frame()
			}
		})
	}
}
