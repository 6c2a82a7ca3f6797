package notes

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// inLabels is what ends the label of a motion, or parts it.
const inLabels = ` ;:"#`

// noMotion is the label of no motion: a vote of which no motion is known.
const noMotion = "m0"

// A label is what a motion is called: "m1", "a1.1", "m1#9" of item 9; for a vote
// that is not the latest, "m1/2" is the second on it.
type label struct {
	at   frag
	name string
	nth  int    // -1: not said
	item string // as typed; empty: this item
}

var labelForm = regexp.MustCompile(`^([mapMAP]\d{1,9}(?:\.\d{1,9})*)(?:/(\d{1,9}))?$`)

// labelled is whether words begin with the label of a motion.
func labelled(words string) bool {
	_, _, ok := cutLabel(frag{s: words})
	return ok
}

// cutLabel takes the label of a motion off the front of f.
func cutLabel(f frag) (l label, rest frag, ok bool) {
	end, mark := len(f.s), -1
	for i := 0; i < len(f.s); i++ {
		if f.s[i] == '\\' {
			i++
		} else if f.s[i] == '#' && mark < 0 {
			mark = i
		} else if strings.IndexByte(" \n;:", f.s[i]) >= 0 {
			end = i
			break
		}
	}
	l = label{at: f.to(end), nth: -1}
	name := l.at.s
	if mark >= 0 {
		name, l.item = name[:mark], unescape(name[mark+1:], inLabels)
	}
	m := labelForm.FindStringSubmatch(name)
	if m == nil || mark >= 0 && l.item == "" {
		return label{}, f, false
	}
	if l.name = strings.ToLower(m[1]); m[2] != "" {
		l.nth, _ = strconv.Atoi(m[2])
	}
	return l, f.from(end).trim(), true
}

// said is the label without the vote.
func (l label) said() string {
	if l.item == "" {
		return l.name
	}
	return l.name + "#" + l.item
}

// motion is the motion that a label means, or zero where it is the one of none.
// Where the item has no such motion the problem says which it has.
func (s *scribe) motion(l label) (agenda.ID, *Problem) {
	item := s.item
	if l.item != "" {
		var ok bool
		if item, ok = s.r.Open.ItemCalled(l.item); !ok {
			return 0, &Problem{Found: l.said() + ", and there is no item " + l.item, Expected: "the number of an item on this agenda", Nearest: Nearest(l.item, itemNumbers(&s.r.Open))}
		}
	}
	if l.name == noMotion {
		return 0, nil
	}
	var known []string
	for _, m := range s.seen() {
		it, ok := m.Item(item)
		if !ok {
			continue
		}
		if id, ok := s.docketOf(it).Called(l.name); ok {
			return id, nil
		}
		if !s.own || s.atEnd {
			known = motionLabels(it)
		}
	}
	p := Problem{Found: l.said() + ", and the item has no such motion", Expected: "one of " + strings.Join(known, ", ")}
	if len(known) == 0 {
		p.Found, p.Expected = l.said()+", and the item has no motion", "a motion (/motion) before it"
	}
	return 0, &p
}

// seen is the meeting as the line that is read sees it, and then all of it where
// the record ends above the line. A public line sees what is public, so that it
// means the same in a public copy.
func (s *scribe) seen() []*agenda.Meeting {
	closed := s.private()
	if s.reads != nil {
		closed = s.reads.ID.Closed()
	}
	out := []*agenda.Meeting{s.meeting(s.r, closed)}
	if s.full != nil {
		out = append(out, s.meeting(*s.full, closed))
	}
	return out
}

func (s *scribe) meeting(r agenda.Record, closed bool) *agenda.Meeting {
	switch m := r.Open; {
	case !closed:
		return &m
	case !s.own:
		m = clerks(r)
		return &m
	default:
		m.Items = slices.Clone(m.Items)
		for i, it := range m.Items {
			if whole := s.wholes[it.ID]; whole != nil {
				m.Items[i] = whole
			}
		}
		return &m
	}
}

func motionLabels(it *agenda.Item) (known []string) {
	for _, m := range it.Motions() {
		known = append(known, m.Label)
	}
	return known
}
