package tui

import (
	"slices"
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

// caged opens northmoor with a canary in every text of an exempt item, of a part
// of one, and in a clerk's note of each item.
func caged(t *testing.T, canary string) (*app, *live) {
	t.Helper()
	a, l := openMeeting(t, northmoor, 120, 40)
	lease(t, a, l)
	debtor(t, a, l)
	amend(t, a, l, func(r agenda.Record) (agenda.Record, error) {
		for id, c := range r.Closed.Items {
			kept := *c
			if kept.Title != "" {
				kept.Title = canary
			}
			if kept.Paper != nil {
				kept.Paper = &agenda.Paper{Number: canary, Title: canary}
			}
			kept.Outcome = agenda.Outcome{}
			kept.Entries = nil
			for _, e := range c.Entries {
				e := *e
				e.Text = canary
				if e.Resolution != nil {
					e.Resolution = &agenda.Resolution{Parts: []agenda.Point{{Text: canary}}}
				}
				kept.Entries = append(kept.Entries, &e)
			}
			r.Closed.Items = mapWith(r.Closed.Items, id, &kept)
		}
		var err error
		for _, it := range r.Open.Items {
			if r, _, err = r.Add(it.ID, agenda.Entry{Kind: agenda.Note, Text: "a note: " + canary}); err != nil {
				return r, err
			}
		}
		return r, nil
	})
	return a, l
}

func mapWith[K comparable, V any](m map[K]V, k K, v V) map[K]V {
	out := map[K]V{}
	for key, value := range m {
		out[key] = value
	}
	out[k] = v
	return out
}

// TestCanaryOnEveryScreen goes to every place there is in a meeting full of
// private words: but under the band that says PRIVATE, none of them is on the
// screen, and none is in the window's title or among the messages anywhere.
func TestCanaryOnEveryScreen(t *testing.T) {
	canary := agendatest.NewCanary()
	shown := 0
	look := func(t *testing.T, a *app) {
		t.Helper()
		content, _, title := a.frame()
		private := strings.Contains(bare(content), "PRIVATE")
		if found := agendatest.Leaks(canary, []byte(bare(content))); len(found) > 0 {
			shown++
			if !private {
				t.Errorf("%v is on a screen without the band:\n%s", found, bare(content))
			}
		}
		if found := agendatest.Leaks(canary, []byte(title)); len(found) > 0 {
			t.Errorf("%v is in the window's title", found)
		}
		for _, told := range a.told {
			if found := agendatest.Leaks(canary, []byte(told.words)); len(found) > 0 {
				t.Errorf("%v is among the messages", found)
			}
		}
	}
	ways := [][]string{{"/take 5", "enter"}, {"/take 6", "enter"}} // the private ones, for the control
	for _, p := range allPlaces {
		if (p.from == "live" || p.from == "secret") && !slices.Contains(p.keys, "alt+h") { // own notes: asked for
			ways = append(ways, p.keys)
		}
	}
	for _, keys := range [][]string{{"esc"}, {"esc", "ctrl+g"}, {"esc", "ctrl+t"}, {"esc", "ctrl+l"}, {"esc", "ctrl+p"}, {"f9"}, {"f1"}, {"alt+e"}, {"ctrl+l"}} {
		ways = append(ways, keys, append([]string{"/take 5", "enter", "up"}, keys...))
	}
	for _, keys := range ways {
		t.Run(strings.Join(keys, " "), func(t *testing.T) {
			a, _ := caged(t, canary)
			look(t, a)
			for _, k := range keys {
				drive(t, a, k)
				look(t, a)
			}
		})
	}
	if shown == 0 {
		t.Error("the private words are on no screen at all, so the test proves nothing")
	}
}
