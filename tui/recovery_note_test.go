package tui

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

func TestWordsKeptAsANoteSaySo(t *testing.T) {
	a, _ := afterwards(t, minutedBefore(t), 80, 24, agenda.Draft{Item: itemFour(t).ID, Text: channel})
	if got := plainFrame(a); !strings.Contains(got, "Keep as your note") || !strings.Contains(got, "never public; alt+h shows it") {
		t.Errorf("the choice does not say so:\n%s", got)
	}
	if drive(t, a, "down", "enter"); a.message != "kept as your note; alt+h shows it" {
		t.Errorf("the message is %q", a.message)
	}
}
