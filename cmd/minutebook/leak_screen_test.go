package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"minutebook/agenda/agendatest"
)

// opens is the interface on the book of a cage.
func (k *cage) opens(program string) *console {
	k.t.Helper()
	cmd := exec.Command(program, "--book", k.book)
	cmd.Env, cmd.Dir = k.environment(), k.dir
	return start(k.t, 120, 40, cmd)
}

// got is what the terminal got from a moment on, to the byte.
func (c *console) got(from int) []byte {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.bytes[from:])
}

// stop is a place on the way through the screens: the keys that lead there and
// what is on the screen then; PUBLIC… is a word of the book. The footer is drawn
// last: with words of it the whole screen is there.
type stop struct{ keys, sees string }

// records are the screens that are reached from home and show what is public.
var records = []stop{
	{"", "Bodies|ctrl+t actions"}, {"ctrl+g", "every resolution of|PUBLICdecision|open in its minute"}, {"esc", "Bodies|ctrl+t actions"}, {"ctrl+t", "PUBLICaction|⊘ Sale of a buoy|ctrl+d done"}, {"esc", "Bodies|ctrl+t actions"},
	{"ctrl+p", "Every resolution"}, {"esc", "Bodies|ctrl+t actions"}, {"f1", "this page|find a key"}, {"esc", "Bodies|ctrl+t actions"}, {"f9", "of this run|f9 back"}, {"esc", "Bodies|ctrl+t actions"},
	{"alt+e", "Standing items|tab into it"}, {"esc", "Bodies|ctrl+t actions"}, {"ctrl+l", "public copy|PUBLICplace|tab full copy"}, {"ctrl+f", "next hit"}, {"esc", "ctrl+f find"}, {"pgdn", "Chair ……"}, {"esc", "Bodies|ctrl+t actions"},
	{"ctrl+x", "preview, page|enter write the file"}, {"esc", "Bodies|ctrl+t actions"},
}

// minuting are the screens of a meeting in public business.
var minuting = []stop{
	{"enter", "pgdn begin|PUBLICtitleshort"}, {"pgdn", "PUBLICwords|esc not now"}, {"esc", "enter keep"}, {"f2", "type to find|enter leaves"}, {"esc", "enter keep"},
	{"f4", "put it to the vote"}, {"esc", "enter keep"}, {"ctrl+l", "public copy|tab full copy"}, {"esc", "enter keep"}, {"ctrl+x", "preview, page|enter write the file"}, {"esc", "enter keep"},
	{"ctrl+p", "enter do it"}, {"esc", "PUBLICwords|enter keep"}, {"f1", "this page|find a key"}, {"esc", "enter keep"},
}

// goes leads through screens. Where a private word is on one, the band is too.
func (k *cage) goes(c *console, way []stop) {
	k.t.Helper()
	for _, s := range way {
		c.pressAll(s.keys)
		var wants []string
		for want := range strings.SplitSeq(s.sees, "|") {
			switch word := k.shown[strings.TrimSuffix(want, "short")]; {
			case strings.HasSuffix(want, "short"): // as the outline cuts it
				wants = append(wants, word[:16])
			case word != "":
				wants = append(wants, word)
			default:
				wants = append(wants, want)
			}
		}
		c.shows(wants...)
		if screen := c.screen(); !strings.Contains(screen, "PRIVATE") {
			k.keeps("the screen behind "+s.keys, []byte(screen))
		}
	}
}

// TestNoScreenLeaks goes through the screens of the real program in a terminal.
// As long as no private item is opened, no byte of its words nor of a clerk's
// note is sent, window title and all; with one open they are under the band,
// and gone with it.
func TestNoScreenLeaks(t *testing.T) {
	t.Parallel()
	k := newCage(t)
	c := k.opens("minutebook")
	k.goes(c, append(records[:len(records):len(records)], minuting...))
	public := c.got(0)
	k.keeps("the terminal", public)
	for _, place := range []string{"PUBLICplace", "PUBLICwords", "PUBLICdecision", "PUBLICaction"} {
		if !strings.Contains(string(public), k.shown[place]) {
			t.Errorf("%s was never shown, so the walk proves nothing", place)
		}
	}
	c.typing("/take 7")
	c.press("enter")
	c.shows("PRIVATE", k.caged["CAGEDwhole"], k.caged["CAGEDtitle"])
	k.caged["what was being typed"] = agendatest.NewCanary()
	c.typing(k.caged["what was being typed"])
	c.shows(k.caged["what was being typed"])
	c.press("enter")
	c.shows("● saved")
	c.press("esc")
	c.shows("esc again") // the meeting stays open
	c.press("esc")
	c.shows("Bodies")
	from := len(c.got(0))
	k.goes(c, records)
	k.keeps("the terminal after private business", c.got(from))
	c.press("ctrl+q")
	if status := c.ends(); status != 0 || c.alternate() {
		t.Errorf("it ended with %d", status)
	}
	k.keeps("the end", c.got(from))
	k.keepsFiles()
}

// TestNoPanicLeaks has the program make a mistake with private words in hand:
// the terminal is given back, and none of them is on it.
func TestNoPanicLeaks(t *testing.T) {
	t.Parallel()
	k := newCage(t)
	c := k.opens("minutebook-stumbles")
	c.shows("Bodies")
	var words []string
	for _, word := range k.caged {
		words = append(words, word)
	}
	if err := os.WriteFile(filepath.Join(k.dir, "stumble"), []byte(strings.Join(words, " ")), 0o600); err != nil {
		t.Fatal(err)
	}
	c.pressAll("enter pgdn")
	if status := c.ends(); status != 3 || c.alternate() {
		t.Errorf("it ended with %d", status)
	}
	all := c.got(0)
	if !strings.Contains(string(all), "a mistake in Minutebook") {
		t.Errorf("it says nothing of the mistake:\n%s", c.screen())
	}
	k.keeps("the terminal", all)
	k.keepsFiles()
}
