package tui

import (
	"fmt"
	"strings"
	"testing"
)

func TestLiveFindFrames(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 10}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			a, _ := openMeeting(t, northmoor, size[0], size[1])
			drive(t, a, minuted...)
			drive(t, a, "half a thought", "ctrl+f", "dredging")
			golden(t, a, "live-find")
		})
	}
}

func TestLiveFindsAndGoesBack(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, minuted...)
	open := l.s.meeting().Current()
	drive(t, a, "/take 5", "enter", "half a thought")
	text := l.comp.Text()
	if drive(t, a, "ctrl+f", "fishing FLEET"); len(l.finding.hits) != 1 || !strings.Contains(plainFrame(a), "1 of 1") || l.look != open {
		t.Fatalf("hits %v, looks at %d:\n%s", l.finding.hits, l.look, plainFrame(a))
	}
	content, _, _ := a.frame()
	if !strings.Contains(content, underlineOn) {
		t.Error("the found text is not underlined")
	}
	if drive(t, a, "esc"); l.look != 0 || !l.chosen.none() || l.comp.Text() != text {
		t.Errorf("back at %d, chosen %v, words %q", l.look, l.chosen, l.comp.Text())
	}
	drive(t, a, "ctrl+f", "the", "enter", "down", "up")
	if l.finding.at != 1 || len(l.finding.hits) < 4 {
		t.Errorf("at %d of %d", l.finding.at, len(l.finding.hits))
	}
	if drive(t, a, "tab"); l.finding.on || l.chosen.none() || l.s.meeting().Current() == open {
		t.Error("tab does not stay, or an item was taken")
	}
	if drive(t, a, "ctrl+f", "nowhere at all"); !strings.Contains(plainFrame(a), "not in this meeting") {
		t.Errorf("no word of no hit:\n%s", plainFrame(a))
	}
}

func TestUnderlinedIn(t *testing.T) {
	for row, want := range map[string]string{
		"The Fleet":                "The " + underlineOn + "Fleet" + underlineOff,
		"\x1b[1mfl\x1b[meet":       "\x1b[1m" + underlineOn + "fl\x1b[m" + underlineOn + "eet" + underlineOff,
		"\x1b[1mnone\x1b[m":        "\x1b[1mnone\x1b[m",
		"fleet \x1b[1mfleet\x1b[m": underlineOn + "fleet" + underlineOff + " \x1b[1m" + underlineOn + "fleet" + underlineOff + "\x1b[m",
	} {
		if got := underlinedIn(row, "fleet"); got != want {
			t.Errorf("%q", got)
		}
	}
}

func TestFindHasItsKeysWhateverWaits(t *testing.T) {
	for _, waits := range []string{"+ Pi", "! That", ";"} {
		a, l := openMeeting(t, northmoor, 80, 24)
		drive(t, a, "/take 4", "enter", "dredging one.", "enter", "dredging two.", "enter", waits, "ctrl+f")
		typed := l.comp.Text()
		if l.offer() != nil || !sameKeys(l.Keys(a)[0], a.keys.Keep) || l.Keys(a)[0].Help().Desc != "next hit" {
			t.Errorf("%q: the list stays open", waits)
		}
		drive(t, a, "one", "ctrl+u", "dredging", "down")
		if l.finding.at != 1 {
			t.Errorf("%q: down goes to hit %d", waits, l.finding.at)
		}
		drive(t, a, "esc")
		if l.finding.on || l.comp.Text() != typed {
			t.Errorf("%q: the composer holds %q", waits, l.comp.Text())
		}
	}
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "/take 4", "enter", ";deferred", "tab", "ctrl+f", "enter")
	if l.problem != "" || !l.finding.on {
		t.Errorf("enter went to the field of a phrase: %q", l.problem)
	}
}

func TestUnderlinedInASequenceThatDoesNotEnd(t *testing.T) {
	if got := underlinedIn("fleet \x1b[38;5", "fleet"); got != underlineOn+"fleet"+underlineOff+" \x1b[38;5" {
		t.Errorf("%q", got)
	}
}

// Everything an entry shows can be found, however it is kept.
func TestFindsEveryWordThatIsShown(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "/take 4", "enter", "/motion Pike / Lunt: That the berths be let.", "enter", "/vote m1 for: Lunt, Verma; against: Pike; narrowly carried", "enter",
		"/interest Lunt (pecuniary) on 5: tenant of a shed; left", "enter", "/nominate Verma for Warden by Pike / Lunt", "enter",
		"/ballot Warden: Verma 2 elected; Pike 1", "enter", "/correct 4 of 15 January: delete “nine”, insert “ten”", "enter",
		"! That it be let.", "enter", "backspace", "/reasons it was the lowest tender", "enter", "/strike m1 Pike: he had gone", "enter")
	if n := len(l.s.meeting().Items[4].Entries); l.problem != "" || n != 8 {
		t.Fatalf("%d entries: %q", n, l.problem)
	}
	for words, want := range map[string]string{
		"asha": "", "tom pike": "", "m1": "", "narrowly": "", "against": "", "pecuniary": "", "tenant of": "", "warden": "",
		"elected": "", "insert": "", "lowest tender": "", "he had gone": "", "seconded by": "not in this meeting",
	} {
		drive(t, a, "ctrl+f", words)
		if frame := plainFrame(a); (want == "") != (len(l.finding.hits) > 0) || want != "" && !strings.Contains(frame, want) {
			t.Errorf("%q: %d hits\n%s", words, len(l.finding.hits), frame)
		}
		drive(t, a, "esc")
	}
}
