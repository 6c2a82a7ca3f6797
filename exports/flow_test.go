package exports

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

// TestReasonsFlow wants a reason that is the rest of a sentence without a
// colon, wherever a reason is printed.
func TestReasonsFlow(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ reason, printed string }{
		{"so that the gallery could be cleared", " so that the gallery could be cleared"},
		{"for the contractor", " for the contractor"},
		{"because the plan was late", " because the plan was late"},
		{"with thanks to the crew", " with thanks to the crew"},
		{"the plan was late", ": the plan was late"},
		{"asked of the contractor", ": asked of the contractor"},
		{"today the plan was late", ": today the plan was late"},
		{"For the contractor", ": For the contractor"},
		{"to", ": to"},
	} {
		left := event(agenda.Left, "2026-03-12T19:00", pike)
		left.Text = c.reason
		one := item("4", "Dredging programme", left, moved(301, 0, agenda.MainMotion, "That it be let.", nil, nil), settledAs(301, agenda.Outcome{Words: "withdrawn", Reason: c.reason}))
		one.Outcome = agenda.Outcome{Words: "deferred", To: "June", Reason: c.reason}
		text := strings.Join(strings.Fields(string(printed(t, harbour, meeting(one)))), " ")
		for _, want := range []string{
			"left the meeting at 7.00 pm" + c.printed + ".)",
			"motion was withdrawn" + c.printed + ".",
			"*Deferred to June" + c.printed + ".*",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is not in\n%s", want, text)
			}
		}
	}
}

// TestAnswersTheQuestion tells a question that the paper of the item asks in
// full, and leaves whatever else was typed as it is.
func TestAnswersTheQuestion(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ kind, to, printed string }{
		{agenda.Answers, "2", "This answers the question “Until when?”"},
		{agenda.Answers, "1", "This answers the question “May the quay be let?”"},
		{agenda.Answers, "3", "This answers 3."},
		{agenda.Answers, "0", "This answers 0."},
		{agenda.Answers, "-1", "This answers -1."},
		{agenda.Answers, "2: until when", "This answers 2: until when."},
		{agenda.Amends, "2", "This amends 2."},
	} {
		e := resolved(agenda.Point{Text: "That the quay be let."})
		e.Resolution.Links = []agenda.Link{{Kind: c.kind, To: c.to}}
		one := item("4", "Dredging programme", e)
		one.Paper = &agenda.Paper{Asks: []string{"May the quay be let?", "Until when?"}}
		if text := string(printed(t, harbour, meeting(one))); !strings.Contains(text, c.printed) {
			t.Errorf("%q is not in\n%s", c.printed, text)
		}
	}
}
