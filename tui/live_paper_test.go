package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

const withPaper = `body: Northmoor Harbour Committee
code: NHC
quorum: 3
meeting: Ordinary, 2026-03-12 18:00, Guildhall, Northmoor
present: Cllr Asha Verma (Chair); Cllr Tom Pike; Cllr Jo Lunt

== 1 | Apologies for absence
== 2 | Declarations of interest
== 3 | Minutes of 15 January
kind: minutes
== 4 | Dredging programme 2026–28
paper: NHC 26/04 | Dredging of the inner basin and the approach channel
report of: Harbour Master
contact: Dana Holt
recommends: That the programme be approved.
recommends: That a progress report be brought in June and September.
== 5 | A lease
`

const lastJanuary = `body: Northmoor Harbour Committee
code: NHC
meeting: Ordinary, 2026-01-15 18:00, Guildhall, Northmoor
present: Cllr Asha Verma (Chair)

== 4 | Minutes of 11 December
kind: minutes
! That the minutes of the meeting held on 11 December 2025 be signed as a correct record.
+ Clerk: put the slipway survey into the file
`

// withLastTime adds the January meeting to the book of an open one.
func withLastTime(t *testing.T, a *app) {
	t.Helper()
	file, err := notes.Parse("test", lastJanuary)
	if err != nil {
		t.Fatal(err)
	}
	r := file.Meetings[0].Record
	r.Open.Key, r.Open.Body = "january", "body"
	if _, err := a.store.Save(context.Background(), agenda.Snapshot{}, r); err != nil {
		t.Fatal(err)
	}
}

func TestLivePaperFrames(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 10}, {160, 45}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			a, _ := openMeeting(t, withPaper, size[0], size[1])
			withLastTime(t, a)
			drive(t, a, minuted[:len(minuted)-12]...)
			drive(t, a, "f3")
			golden(t, a, "live-paper")
			drive(t, a, "f3", "up", "f6")
			golden(t, a, "live-last")
			drive(t, a, "esc")
			golden(t, a, "live-empty-last")
		})
	}
}

func TestLivePaperOpensAndCloses(t *testing.T) {
	a, l := openMeeting(t, withPaper, 80, 24)
	drive(t, a, "/take 4", "enter", "f3", "words typed")
	if frame := plainFrame(a); !strings.Contains(frame, "Contact Dana Holt") || !strings.Contains(frame, "words typed") {
		t.Errorf("no paper, or no composer:\n%s", frame)
	}
	if drive(t, a, "esc"); strings.Contains(plainFrame(a), "Contact Dana Holt") || l.comp.Text() != "words typed" {
		t.Errorf("esc left %q", l.comp.Text())
	}
	drive(t, a, "ctrl+z", "ctrl+z", "down", "f3")
	if a.message != "item 5 has no paper" {
		t.Errorf("said %q", a.message)
	}
	if drive(t, a, "f6"); a.message != "no earlier meeting of this body was minuted" || l.side.what != asideNone {
		t.Errorf("said %q", a.message)
	}
}

func TestLivePaperTurns(t *testing.T) {
	a, _ := openMeeting(t, withPaper, 40, 10)
	drive(t, a, "/take 4", "enter", "f3")
	first := plainFrame(a)
	if drive(t, a, "alt+pgdown"); plainFrame(a) == first {
		t.Error("the paper does not turn")
	}
	if drive(t, a, "alt+pgup"); plainFrame(a) != first {
		t.Error("the paper does not turn back")
	}
}

func TestTheLastMeetingIsForTheScreenThatAsked(t *testing.T) {
	a, l := openMeeting(t, withPaper, 80, 24)
	withLastTime(t, a)
	other := *l
	other.side.reading = true
	answer := l.readLast(a)().(lastMsg)
	other.Update(a, answer)
	if other.side.last != nil {
		t.Error("another screen took the answer")
	}
	if l.Update(a, answer); l.side.last == nil || l.side.last.Key != "january" {
		t.Error("the screen that asked has no answer")
	}
}
