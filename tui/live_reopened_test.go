package tui

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

func TestAPublicItemReadsBackWhatIsPublic(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "/take 6", "enter", "One.", "enter")
	amend(t, a, l, closing("6"))
	amend(t, a, l, adding("6",
		agenda.Entry{Kind: agenda.Moved, Text: "That " + secretWords + " be sued.", Motion: &agenda.Motion{}},
		agenda.Entry{Kind: agenda.Resolved, Resolution: &agenda.Resolution{Parts: []agenda.Point{{Text: "That " + secretWords + " be told."}}}}))
	drive(t, a, "f5")
	if !strings.Contains(plainFrame(a), secretWords) {
		t.Fatalf("private business is not read back in private:\n%s", plainFrame(a))
	}
	drive(t, a, "esc", "f7", "f5")
	if a.top() != l || !strings.HasPrefix(a.message, "nothing to read back") {
		t.Errorf("f5 reads back:\n%s", plainFrame(a))
	}
	drive(t, a, "f4")
	if strings.Contains(plainFrame(a), secretWords) {
		t.Errorf("f4 shows a private motion:\n%s", plainFrame(a))
	}
	drive(t, a, "esc", "ctrl+r")
	if strings.Contains(l.comp.Text(), secretWords) {
		t.Errorf("ctrl+r offers %q", l.comp.Text())
	}
}

func TestThePrivatePaperIsShownInPrivate(t *testing.T) {
	a, l := openMeeting(t, northmoor, 120, 40)
	lease(t, a, l)
	drive(t, a, "/take 5", "enter", "f3")
	if l.side.what != asidePaper || !strings.Contains(plainFrame(a), "Paper NHC 26/"+secretWords) {
		t.Errorf("%q:\n%s", a.message, plainFrame(a))
	}
}

func TestThePublicIsAskedAboutOnce(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "/take 5", "enter", "/exempt 3", "enter", "/leave public 18:52", "enter")
	if frame := plainFrame(a); !strings.Contains(frame, "ublic left") || !strings.Contains(frame, "18:52.") {
		t.Errorf("the band does not say that the public left:\n%s", frame)
	}
	drive(t, a, "pgdown")
	if q := l.question(); q == nil || q.title != "Is the public back in the room?" {
		t.Fatalf("nothing asks about the public: %+v", q)
	}
	drive(t, a, "Words.", "enter", "esc", "/take 4", "enter")
	if q := l.question(); q != nil {
		t.Errorf("it is asked again: %q", q.title)
	}
	drive(t, a, "/take 6", "enter", "down", "enter")
	if l.s.room().scene.Public().What != agenda.Returned {
		t.Errorf("the public is %q", l.s.room().scene.Public().What)
	}
}

func TestAWholeItemIsSaidToBePublicAgain(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "/take 5", "enter", "/exempt 3: a lease", "enter")
	if !strings.Contains(plainFrame(a), "No public title: type public title: …") {
		t.Errorf("no public title is asked for:\n%s", plainFrame(a))
	}
	drive(t, a, "public title: A lease", "enter", "Of "+secretWords+".", "enter", "f7")
	if l.private(l.target()) || !strings.Contains(plainFrame(a), "Item 5, exempt, paragraph 3, is public again: you write in public.") {
		t.Errorf("the band is wrong:\n%s", plainFrame(a))
	}
}
