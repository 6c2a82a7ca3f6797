package exports

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

// A class of motion that is none is named, with those there are.
func TestAMotionOfNoClassIsRefused(t *testing.T) {
	for _, class := range append([]string{"", "Motion", "petition"}, agenda.Classes...) {
		err := shape(&agenda.Entry{Kind: agenda.Moved, Motion: &agenda.Motion{Class: class}})
		if known := class != "" && strings.Contains(strings.Join(agenda.Classes, " "), class); known != (err == nil) {
			t.Errorf("%q: %v", class, err)
		}
	}
}
