package tui

import (
	"fmt"
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// secretWords is a canary: it stands in every closed field and nowhere else.
const secretWords = "heronwick"

// amend makes a change of the record as another screen would.
func amend(t testing.TB, a *app, l *live, by func(agenda.Record) (agenda.Record, error)) {
	t.Helper()
	next, err := by(l.s.record())
	if err != nil {
		t.Fatal(err)
	}
	run(t, a, l.s.do(next, "a change"))
	l.afterTurn()
}

// adding is a change that adds entries to an item.
func adding(number string, entries ...agenda.Entry) func(agenda.Record) (agenda.Record, error) {
	return func(r agenda.Record) (agenda.Record, error) {
		id, _ := r.Open.ItemCalled(number)
		var err error
		for _, e := range entries {
			if r, _, err = r.Add(id, e); err != nil {
				return r, err
			}
		}
		return r, nil
	}
}

// closing is a change that makes an item private business from where it is.
func closing(number string) func(agenda.Record) (agenda.Record, error) {
	return func(r agenda.Record) (agenda.Record, error) {
		id, _ := r.Open.ItemCalled(number)
		return r.CloseFrom(id, "3", "")
	}
}

// lease makes item 5 private business, taken, with minutes of its own.
func lease(t testing.TB, a *app, l *live) {
	t.Helper()
	amend(t, a, l, func(r agenda.Record) (agenda.Record, error) {
		id, _ := r.Open.ItemCalled("5")
		r, err := r.EditItem(id, func(it *agenda.Item) {
			it.Title, it.Paper = "Lease of the "+secretWords+" quay", &agenda.Paper{Number: "NHC 26/" + secretWords}
		})
		if err != nil {
			return r, err
		}
		return r.CloseFrom(id, "3", "")
	})
	l.outAsked, _ = l.s.meeting().ItemCalled("5") // whether the public is back was asked
	amend(t, a, l, func(r agenda.Record) (agenda.Record, error) {
		id, _ := r.Open.ItemCalled("5")
		return r.PublicTitle(id, "A lease")
	})
	amend(t, a, l, adding("5",
		agenda.Entry{Kind: agenda.Happening, At: "2026-03-12T18:52", Event: &agenda.Event{What: agenda.Left}},
		agenda.Entry{Kind: agenda.Narrative, Text: "The Treasurer reported the terms on which " + secretWords + " had offered to renew."},
		agenda.Entry{Kind: agenda.Question, Text: "How did the rent of " + secretWords + " compare?"},
		agenda.Entry{Kind: agenda.Response, Text: "it was four per cent below the mean."},
		agenda.Entry{Kind: agenda.Resolved, Resolution: &agenda.Resolution{Parts: []agenda.Point{{Text: "That the terms of " + secretWords + " be agreed."}}}},
	))
}

// debtor makes what comes behind a public paragraph of item 6 private.
func debtor(t testing.TB, a *app, l *live) {
	t.Helper()
	amend(t, a, l, adding("6", agenda.Entry{Kind: agenda.Narrative, Text: "The dues of visitors were considered."}))
	amend(t, a, l, closing("6"))
	amend(t, a, l, adding("6", agenda.Entry{Kind: agenda.Comment, Text: "one " + secretWords + " debtor had not paid."}))
}

func reopened(r agenda.Record) (agenda.Record, error) {
	id, _ := r.Open.ItemCalled("6")
	r, err := r.Reopen(id)
	if err != nil {
		return r, err
	}
	return adding("6", agenda.Entry{Kind: agenda.Resolved, Resolution: &agenda.Resolution{Parts: []agenda.Point{{Text: "That the dues be kept."}}}})(r)
}

func TestPrivateFrames(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 10}} {
		for name, keys := range map[string][]string{
			"whole":       {"/take 5", "enter", "+ Harbour Master: draw up the deed"},
			"looking":     {"/take 4", "enter", "down"},
			"looked-from": {"/take 5", "enter", "up"},
			"untaken":     {"/take 4", "enter"},
			"part":        {"/take 6", "enter"},
			"asked":       {"/take 4", "enter", "One.", "enter", "f7"},
		} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), func(t *testing.T) {
				a, l := openMeeting(t, northmoor, size[0], size[1])
				lease(t, a, l)
				debtor(t, a, l)
				drive(t, a, keys...)
				golden(t, a, "secret-"+name)
				if name == "part" {
					amend(t, a, l, reopened)
					golden(t, a, "secret-part-over")
				}
			})
		}
	}
}

// What is private is on the live screen alone, and there only while its item is
// minuted or looked at.
func TestPrivateWordsAreNowhereElse(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 10}} {
		a, l := openMeeting(t, northmoor, size[0], size[1])
		a.stack = append([]screen{newHome()}, a.stack...)
		run(t, a, a.stack[0].Init(a))
		lease(t, a, l)
		debtor(t, a, l)
		amend(t, a, l, reopened)
		amend(t, a, l, adding("5", task("write to "+secretWords, secretWords, "2026-03-01", secretWords)))
		drive(t, a, "/take 5", "enter")
		l.letGo()
		seen := func(where string, mayShow bool) {
			t.Helper()
			content, _, title := a.frame()
			if shows := strings.Contains(bare(content), secretWords); shows && !mayShow {
				t.Errorf("%s shows what is private:\n%s", where, plainFrame(a))
			} else if mayShow && !shows {
				t.Errorf("%s lacks what it must show:\n%s", where, plainFrame(a))
			}
			if strings.Contains(title, secretWords) {
				t.Errorf("the window is called %q in %s", title, where)
			}
		}
		seen("the item", true)
		for _, keys := range [][]string{
			{"alt+up", "ctrl+d"}, {"ctrl+z"}, {"alt+up", "ctrl+up"}, {"alt+up", "alt+up", "tab"}, {"alt+up", "alt+j"}, {"esc"},
			{"@" + secretWords + " spoke.", "enter"}, {"alt+up", "alt+up", "> late", "enter"}, {"ctrl+z"}, {"ctrl+y"},
			{"half of " + secretWords},
		} {
			drive(t, a, keys...)
		}
		for name, keys := range map[string][]string{
			"room": {"f2"}, "agenda": {"alt+a"}, "item sheet": {"alt+a", "enter"}, "reader": {"ctrl+l"}, "export": {"ctrl+x"}, "register": {"ctrl+g"},
			"actions": {"ctrl+t"}, "its minutes": {"ctrl+t", "enter"}, "body": {"alt+e"}, "messages": {"f9"},
		} {
			drive(t, a, keys...)
			seen(name, false)
			for a.top() != l {
				drive(t, a, "esc")
			}
		}
		drive(t, a, "f2", "ctrl+q")
		seen("the question in the room", false)
		drive(t, a, "esc", "esc", "ctrl+u", "backspace")
		drive(t, a, "/take 4", "enter")
		seen("another item", false)
		drive(t, a, "ctrl+f", secretWords)
		if len(l.finding.hits) > 0 {
			t.Error("what is private is found from another item")
		}
		drive(t, a, "esc", "down")
		seen("looking", true)
		drive(t, a, "esc", "/take 5", "enter", "f7", "enter", "up")
		seen("looking away from what is public again", false)
		drive(t, a, "esc", "ctrl+z", "/take 4", "enter", "ctrl+p", "take")
		seen("the palette", false)
		drive(t, a, "esc", "/take l")
		seen("the list of items", false)
		drive(t, a, "ctrl+u", "f9")
		seen("the messages", false)
	}
}

func TestPrivateEntriesAreMinutedLikeOthers(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	lease(t, a, l)
	drive(t, a, "/take 5", "enter")
	inside := func() string {
		var b strings.Builder
		id, _ := l.s.meeting().ItemCalled("5")
		for _, e := range l.s.record().Closed.Items[id].Entries {
			fmt.Fprintf(&b, "%s ", e.Kind)
		}
		return strings.TrimSpace(b.String())
	}
	was := inside()
	step := func(want string, keys ...string) {
		t.Helper()
		drive(t, a, keys...)
		if got := inside(); got != want {
			t.Fatalf("after %q: %s, want %s (%s)", keys, got, want, l.problem)
		}
	}
	if l.comp.mark != "!" || l.destination() != "item 5" || !l.secretly() {
		t.Errorf("behind a private resolution %q is predicted", l.comp.mark)
	}
	step(was+" narrative", "backspace", "Noted.", "enter")
	step(was+" question", "alt+up", "tab")
	step("narrative question response question resolution", "ctrl+up")
	step("narrative question response resolution", "ctrl+d")
	step("narrative question response question resolution", "ctrl+z")
	if public := texts(l.s.meeting(), "5"); strings.TrimSpace(public) != "event:" {
		t.Errorf("the public minutes of the item hold %q", public)
	}
	drive(t, a, "esc", "alt+up", "alt+up", "alt+up", "alt+up", "alt+up", "enter")
	if !strings.HasPrefix(l.comp.Text(), "The Treasurer reported") || !l.secretly() {
		t.Fatalf("the composer holds %q", l.comp.Text())
	}
	if _, err := notes.Edit(l.s.record(), l.editing.id, l.comp.Text()); err != nil {
		t.Skip("the notation does not change private business yet")
	}
	drive(t, a, " It was long.", "enter")
	_, e, _ := l.s.record().Find(l.picks()[1].id)
	if !strings.HasSuffix(e.Text, "It was long.") || a.message != "changed" {
		t.Errorf("changed, it is %q; %s", e.Text, a.message)
	}
}

func TestPrivateBusinessByItsKey(t *testing.T) {
	a, l := openMeeting(t, northmoor, 80, 24)
	drive(t, a, "f7")
	if _, asks := a.top().(*confirm); asks || a.message == "" {
		t.Fatal("the opening can be private")
	}
	drive(t, a, "/take 5", "enter", "First.", "enter", "f7", "enter")
	if a.top() != l || l.s.meeting().Items[5].Exempt != nil {
		t.Fatal("the first row is not the safe one")
	}
	drive(t, a, "f7", "down", "enter")
	if l.comp.Text() != "/exempt " || !l.s.meeting().Items[5].Titled() {
		t.Fatalf("the composer holds %q", l.comp.Text())
	}
	drive(t, a, "ctrl+u", "f7", "down", "down", "enter", "3", "enter")
	it := l.s.meeting().Items[5]
	if it.Title != "" || !it.Private() || it.Ground() != "3" || texts(l.s.meeting(), "5") != "" {
		t.Fatalf("after closing all of it the item is %+v", it)
	}
	if frame := plainFrame(a); !strings.Contains(frame, "PRIVATE  Item 5 is exempt, paragraph 3.") || !strings.Contains(frame, "item 5 is private now, all of it") || !strings.Contains(frame, "First.") {
		t.Errorf("the screen does not say so:\n%s", frame)
	}
	drive(t, a, "/leave public 18:52", "enter", "f7")
	if it = l.s.meeting().Items[5]; it.Private() || a.message == "" {
		t.Fatal("f7 does not make it public again")
	}
	drive(t, a, "down", "enter")
	if l.s.room().scene.Public().What != agenda.Returned || a.top() != l {
		t.Errorf("the public is %q", l.s.room().scene.Public().What)
	}
	drive(t, a, "ctrl+z", "ctrl+z")
	if it = l.s.meeting().Items[5]; !it.Private() {
		t.Error("two undos do not bring it back")
	}
}

func TestGroundsInWords(t *testing.T) {
	for ground, want := range map[string]string{"3": "paragraph 3", "1, 3": "paragraphs 1 and 3", "1,2,7": "paragraphs 1, 2 and 7",
		"": "", "commercial terms": "commercial terms", ",": ","} {
		if got := groundWords(ground); got != want {
			t.Errorf("%q is %q, not %q", ground, got, want)
		}
	}
}
