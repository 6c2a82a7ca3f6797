package tui

import (
	"slices"
	"strings"

	"minutebook/agenda"
)

// putAway is the message of words that were not kept and are not lost.
func putAway(a *app) string { return "put away: " + a.keys.Vote.Help().Key + " brings it back" }

// putAside puts away what was typed, for this item and this run of the program. It
// says whether anything was.
func (v *vote) putAside() bool {
	if v.editing != nil || v.Pending() == "" {
		return false
	}
	s := v.l.s
	if s.away == nil {
		s.away = map[agenda.ID]*vote{}
	}
	s.away[v.item] = v
	return true
}

// broughtBack is what was put away in the open item, nil where nothing was. A
// vote on a motion that was decided since waits until that is undone.
func broughtBack(l *live) *vote {
	item := l.target()
	v := l.s.away[item]
	if v == nil {
		return nil
	}
	v.l, v.known = l, voteFacts{}
	whole := v.facts().item
	needs := v.motion
	if v.stage == stating {
		needs = v.stated.on
	}
	there := needs == 0 || slices.ContainsFunc(whole.Entries, func(e *agenda.Entry) bool { return e.ID == needs })
	if there && v.stage == voting && needs != 0 {
		there = slices.ContainsFunc(whole.Undecided(), func(s agenda.MotionState) bool { return s.Motion.ID == needs })
	}
	if !there {
		return nil
	}
	delete(l.s.away, item)
	return v
}

// setAside keeps a statement that the clerk turned away from; the key that
// states a motion brings it back. It says whether there was one.
func (v *vote) setAside() bool {
	if v.stated.typed() == "" || v.stated.class != agenda.MainMotion {
		return false
	}
	s := v.stated
	v.aside = &s
	return true
}

// leaveAside puts a statement away that waited while another motion was voted
// on.
func (v *vote) leaveAside() {
	if v.aside == nil {
		return
	}
	rest := &vote{l: v.l, item: v.item, line: newEditor(true), words: newEditor(true), stage: stating, stated: *v.aside}
	v.aside = nil
	rest.putAside()
}

// Pending is what was typed and not kept.
func (v *vote) Pending() string {
	var typed []string
	if v.stage == stating {
		typed = append(typed, v.stated.typed())
	}
	if v.aside != nil {
		typed = append(typed, v.aside.typed())
	}
	if v.said != nil {
		typed = append(typed, v.said.Text)
	}
	typed = append(typed, v.line.Text())
	if v.editing == nil {
		typed = append(typed, v.words.Text())
	}
	return strings.Join(slices.DeleteFunc(typed, func(s string) bool { return strings.TrimSpace(s) == "" }), "\n")
}
