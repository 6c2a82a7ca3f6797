package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// slot is a ‹field› of a phrase: what it asks for, and where it begins.
type slot struct {
	name string
	from spot
}

// fieldsIn is the first bytes and the ends of the ‹fields› of a text.
func fieldsIn(text string) (out [][2]int) {
	for at := 0; ; {
		from := strings.Index(text[at:], "‹")
		if from < 0 {
			return out
		}
		to := strings.Index(text[at+from:], "›")
		if to < 0 {
			return out
		}
		from, to = at+from, at+from+to+len("›")
		if !strings.Contains(text[from:to], "\n") {
			out = append(out, [2]int{from, to})
		}
		at = to
	}
}

// PutPhrase puts a phrase in place of the words and stands in its first field.
// A mark at its beginning becomes the kind; "That …" goes on with a resolution.
func (c *composer) PutPhrase(text string) {
	if mark := c.mark; mark == "" {
		if text = c.unmarked(text); c.mark == "" && c.was == "!" && strings.HasPrefix(text, "That ") {
			c.mark, c.glued = "!", false
		}
	} else if text = c.unmarked(text); c.mark != mark {
		c.glued = false
	}
	c.words.ReplaceAll(text)
	c.predicted, c.phrased = false, len(fieldsIn(text)) > 0
	if c.phrased {
		c.words.settle(spot{})
		c.NextField(1)
	}
}

// unfilled is whether a field of a phrase still waits.
func (c *composer) unfilled() bool { return c.phrased && len(fieldsIn(c.words.Text())) > 0 }

// NextField selects the next field that is not filled, or the one before.
func (c *composer) NextField(by int) {
	type place struct{ from, to spot }
	var all []place
	for i, line := range strings.Split(c.words.Text(), "\n") {
		for _, f := range fieldsIn(line) {
			all = append(all, place{spot{i, f[0]}, spot{i, f[1]}})
		}
	}
	if len(all) == 0 {
		return
	}
	before := func(a, b spot) bool { return a.para < b.para || a.para == b.para && a.at < b.at }
	from, to := c.words.span()
	at := slices.IndexFunc(all, func(p place) bool { return !before(p.from, to) })
	if at < 0 {
		at = 0
	}
	if by < 0 {
		at = len(all) - 1
		for i, p := range all {
			if before(p.from, from) {
				at = i
			}
		}
	}
	c.words.selectTo(all[at].from, all[at].to)
	name := strings.TrimSuffix(strings.TrimPrefix(c.words.Selected(), "‹"), "›")
	c.stand = slot{name, all[at].from}
}

// personal are the fields that ask for somebody.
var personal = []string{"name", "names", "person", "who", "whom", "speaker", "member", "proposer", "seconder", "chair", "officer"}

// fieldAsked is the letters typed into a field that asks for somebody.
func (c *composer) fieldAsked() (asking, bool) {
	e := c.words
	if !c.phrased || !slices.Contains(personal, strings.ToLower(c.stand.name)) || e.cur.para != c.stand.from.para {
		return asking{}, false
	}
	if e.Selected() == "‹"+c.stand.name+"›" {
		return asking{list: listField}, true
	}
	before := e.Before()
	if c.stand.from.at >= len(before) {
		return asking{}, false
	}
	typed := before[c.stand.from.at:]
	if len(typed) > 40 || strings.ContainsAny(typed, ".,;:‹›") || strings.HasSuffix(typed, " ") {
		return asking{}, false
	}
	return asking{list: listField, typed: typed, n: len(typed)}, true
}

// fieldKey goes from field to field, and keeps no line with one unfilled.
func (l *live) fieldKey(a *app, msg tea.KeyPressMsg) (tea.Cmd, bool) {
	k := &a.keys
	switch {
	case l.comp.phrased && !l.comp.unfilled() && matches(msg, k.Kind):
		l.comp.phrased = false // the tab behind the last field leaves it
		l.comp.words.MoveEnd()
	case !l.comp.unfilled():
		return nil, false
	case matches(msg, k.Kind):
		l.comp.NextField(1)
	case matches(msg, k.KindBack):
		l.comp.NextField(-1)
	case matches(msg, k.Keep):
		l.comp.words.settle(spot{})
		l.comp.NextField(1)
		l.problem = fmt.Sprintf("‹%s› is not filled yet. Type over it, or backspace takes it out.", l.comp.stand.name)
	default:
		return nil, false
	}
	return nil, true
}

// phraseHits is the phrases whose name, or whose text, begins with or holds
// what was typed: those of the body first.
func (l *live) phraseHits(q asking) []hit {
	var hits []hit
	typed := strings.ToLower(strings.TrimSpace(q.typed))
	for _, p := range agenda.Phrases(l.s.body) {
		h := hit{name: p.Name, does: p.Text, put: p.Text}
		switch at := typedIn(p.Name, typed); {
		case at >= 0:
			h.bold, h.to = at, at+len(typed)
			h.rank = min(at, 1)
		case strings.Contains(strings.ToLower(p.Text), typed):
			h.rank = 2
		default:
			continue
		}
		hits = append(hits, h)
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return a.rank - b.rank })
	return hits
}
