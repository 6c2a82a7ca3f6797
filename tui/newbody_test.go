package tui

import "testing"

// A body that was just made has the focus at home, so that the next key makes
// its first meeting.
func TestNewBodyHasTheFocus(t *testing.T) {
	t.Parallel()
	book := newTestBook(t)
	a := newTestApp(t, book, 80, 24)
	drive(t, a, "alt+n", "Skerry Fell Parish Council", "tab", "sfp", "up", "up")
	if _, ok := a.top().(*newBody); !ok {
		t.Fatalf("no form:\n%s", plainFrame(a))
	}
	for n := a.top().(*newBody); n.field() != n.done; {
		drive(t, a, "tab")
	}
	drive(t, a, "enter")
	h, ok := a.top().(*home)
	if !ok || h.row() == nil || h.row().body == nil || h.row().body.Code != "SFP" {
		t.Fatalf("the focus is elsewhere:\n%s", plainFrame(a))
	}
	drive(t, a, "ctrl+n")
	if n, ok := a.top().(*newMeeting); !ok || n.body.text() != "Skerry Fell Parish Council" {
		t.Errorf("ctrl+n makes another meeting:\n%s", plainFrame(a))
	}
}
