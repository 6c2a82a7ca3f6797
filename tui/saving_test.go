package tui

import "testing"

// TestNeitherBandHidesTheOther: what is private is said to be while nothing can
// be saved, and the other way round.
func TestNeitherBandHidesTheOther(t *testing.T) {
	private := &band{Word: "PRIVATE", Text: "The vote is private business.", kind: bandPrivate}
	for _, c := range []struct {
		why        string
		private    *band
		word, text string
	}{
		{"", private, "PRIVATE", "The vote is private business."},
		{"The disk is full.", private, "NOT SAVED · PRIVATE", "The disk is full. The vote is private business."},
		{"The disk is full.", nil, "NOT SAVED", "The disk is full."},
	} {
		if b := bandOf(c.why, c.private); b.Word != c.word || b.Text != c.text {
			t.Errorf("%q, %v: %+v", c.why, c.private, b)
		}
	}
	if b := bandOf("", nil); b != nil {
		t.Errorf("nothing to say: %+v", b)
	}
}
