package tui

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

// TestWordsBehindTheKeyOfPrivacyAreNotPublished: an entry that is typed where the
// ground belongs is kept nowhere, and other words only after they were shown.
func TestWordsBehindTheKeyOfPrivacyAreNotPublished(t *testing.T) {
	entry := func(words ...string) []string { return append([]string{"f7"}, append(words, "enter")...) }
	for name, test := range map[string]struct {
		keys []string
		says string
	}{
		"a question":      {entry("? ", secretWords), notGround},
		"a response":      {entry("> ", secretWords), notGround},
		"an action":       {entry("+ Pike: ", secretWords), notGround},
		"a point":         {entry("- ", secretWords), notGround},
		"a resolution":    {entry("down", "enter", "! That ", secretWords), notGround},
		"a /word":         {entry("/motion ", secretWords), notGround},
		"a speaker":       {entry("@Pike ", secretWords), notGround},
		"of the whole":    {entry("down", "down", "enter", "* ", secretWords), notGround},
		"plain words":     {entry(secretWords, " is 5000"), "Enter again"},
		"typed by itself": {[]string{"/exempt ? " + secretWords, "enter"}, notGround},
	} {
		t.Run(name, func(t *testing.T) {
			a, l := openMeeting(t, northmoor, 80, 24)
			drive(t, a, "/take 5", "enter", "First.", "enter")
			drive(t, a, test.keys...)
			it, _ := l.s.meeting().Item(l.target())
			if it.Exempt != nil || strings.Contains(publicText(l), secretWords) || strings.Contains(publicGround(it), secretWords) {
				t.Errorf("it is public: %q, %q", publicText(l), it.Ground())
			}
			if !strings.Contains(l.problem, test.says) || !strings.Contains(l.comp.Text(), secretWords) {
				t.Errorf("said %q, the composer holds %q", l.problem, l.comp.Text())
			}
		})
	}
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "/take 5", "enter", "First.", "enter", "f7", "by its nature", "enter", "enter")
	if it, _ := l.s.meeting().Item(l.target()); it.Ground() != "by its nature" || !it.Private() {
		t.Errorf("the second enter left %+v, %q", it.Exempt, l.problem)
	}
}

func publicGround(it *agenda.Item) string {
	if it.Exempt == nil {
		return it.Ground()
	}
	return it.Ground() + it.Exempt.Reason
}
