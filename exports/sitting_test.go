package exports

import (
	"testing"

	"minutebook/agenda"
)

// What begins or ends a sitting of another day than the one in the heading says
// of which; what happens in between has its time alone.
func TestSittingOfAnotherDay(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		what string
		at   agenda.Clock
		to   agenda.Clock
		want string
	}{
		{agenda.Resumed, "2026-03-12T19:31", "", "The meeting resumed at 7.31 pm."},
		{agenda.Resumed, "2026-03-19T18:05", "", "The meeting resumed on Thursday 19 March 2026 at 6.05 pm."},
		{agenda.Resumed, "2026-03-19", "", "The meeting resumed on Thursday 19 March 2026."},
		{agenda.Resumed, "", "", "The meeting resumed."},
		{agenda.ClosedUp, "2026-03-13T00:20", "", "The meeting closed on Friday 13 March 2026 at 12.20 am."},
		{agenda.Adjourned, "2026-03-19T21:00", "2026-03-26T18:00", "The meeting adjourned on Thursday 19 March 2026 at 9.00 pm until Thursday 26 March 2026 at 6.00 pm."},
		{agenda.Arrived, "2026-03-19T18:25", "", "(Councillor Pike arrived at 6.25 pm.)"},
	} {
		e := agenda.Entry{Kind: agenda.Happening, At: tt.at, Event: &agenda.Event{What: tt.what, To: tt.to}}
		if tt.what == agenda.Arrived {
			e.Event.Who = []agenda.ID{pike}
		}
		if got := Event(agenda.Council(), meeting(), e); got != tt.want {
			t.Errorf("%s at %q: %q, want %q", tt.what, tt.at, got, tt.want)
		}
	}
}
