package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// inside is the room as it is now, worked out once for each change of the
// meeting: it walks all that was minuted.
type inside struct {
	change          int
	known           bool
	scene           agenda.Scene
	present, places int
	quorum          string // as stated
	strength        agenda.Strength
	short           string // "quorum lost: 3 of 4"; empty: there is one, or nobody knows
	presides        agenda.ID
	chairs          []string // the roles that preside
}

// room is what is known of the room.
func (s *session) room() *inside {
	n := &s.inside
	if n.known && n.change == s.change {
		return n
	}
	m := s.meeting()
	*n = inside{change: s.change, known: true, scene: m.Scene(), quorum: cmp.Or(m.Quorum, s.body.Quorum), chairs: n.chairs}
	if n.chairs == nil {
		n.chairs = agenda.StyleNamed(m.Style.Or(s.body.Style)).Chairs
	}
	n.present, n.places = n.scene.Count()
	n.strength = n.scene.Strength(n.quorum)
	n.presides = n.scene.Presides(n.chairs)
	if n.strength.Short() && m.Begun() && m.ClosedAt() == "" {
		word := "no quorum"
		if len(m.Turns(n.quorum)) > 0 {
			word = "quorum lost"
		}
		n.short = fmt.Sprintf("%s: %d of %d", word, n.strength.Present, n.strength.Need)
	}
	return n
}

// said is the quorum as it is stated, or, where that takes many words, how many
// it asks for.
func (n *inside) said() string {
	const short = 12
	switch {
	case n.quorum == "":
		return ""
	case cells(n.quorum) > short && n.strength.Need > 0:
		return fmt.Sprintf("%d needed", n.strength.Need)
	}
	return "quorum " + n.quorum
}

// minding does something and says at once where the meeting has lost its quorum
// by it, or has it again. Nothing is ever held up for that.
func (s *session) minding(a *app, do func() tea.Cmd) tea.Cmd {
	before, chair := s.room().short, s.room().presides
	cmd := do()
	now := s.room()
	s.chairing(a, chair)
	words := now.short
	switch {
	case now.short == before:
		return cmd
	case now.short == "" && s.meeting().ClosedAt() != "":
		return cmd
	case now.short == "":
		words = fmt.Sprintf("quorum again: %d of %d", now.strength.Present, now.strength.Need)
	}
	if a.message != "" { // what was done comes first: the quorum stands elsewhere too
		words = a.message + " " + glyphDot + " " + words
	}
	a.say(words)
	return cmd
}

// chairing says who presides now, where who did has gone.
func (s *session) chairing(a *app, was agenda.ID) {
	now, m := s.room(), s.meeting()
	if was == 0 || now.presides == was || !m.Begun() || m.ClosedAt() != "" || now.scene.Place(was).Here() {
		return
	}
	words := "nobody presides: /chair NAME"
	if p, ok := m.Attendee(now.presides); ok {
		words = p.Surname() + " presides"
		if p.Deputises(now.chairs) {
			words += ", as " + p.Roles[slices.IndexFunc(p.Roles, func(role string) bool {
				return agenda.Attendee{Roles: []string{role}}.Deputises(now.chairs)
			})]
		}
	}
	if a.message != "" {
		words = a.message + " " + glyphDot + " " + words
	}
	a.say(words)
}

// saying is how a message is painted: one that says there are too few is to be
// minded.
func (s *session) saying(a *app, message string) ink {
	if short := s.room().short; short != "" && strings.HasSuffix(message, short) {
		return a.st.caution
	}
	return a.st.text
}

// eventWords is an event in three words: "Lunt arrived", "Farrant, apologies".
func eventWords(m agenda.Meeting, v *agenda.Event) string {
	who := "the public"
	switch brief := m.Brief(first(v.Who)); {
	case v.What == agenda.Opened || v.What == agenda.ClosedUp || v.What == agenda.Adjourned || v.What == agenda.Resumed:
		who = "meeting"
	case brief != "":
		who = brief
	}
	if n := len(v.Who); n == 2 {
		who += " and 1 other"
	} else if n > 2 {
		who += fmt.Sprintf(" and %d others", n-1)
	}
	switch v.What {
	case agenda.Present, agenda.Remote, agenda.Apologies, agenda.Absent:
		return who + ", " + v.What
	case agenda.Attending:
		return who + ", in attendance"
	case agenda.Presides:
		return who + " takes the chair"
	case agenda.Substitutes, agenda.Proxy:
		words := " substitutes"
		if v.What == agenda.Proxy {
			words = " holds a proxy"
		}
		if whom := m.Brief(v.For); whom != "" {
			words += " for " + whom
		}
		return who + words
	}
	return who + " " + v.What
}

// comings is whether an event tells who is in the room, or whether the meeting
// goes on.
func comings(v *agenda.Event) bool {
	switch v.What {
	case agenda.Opened, agenda.ClosedUp, agenda.Adjourned, agenda.Resumed, agenda.Presides, agenda.Left,
		agenda.Present, agenda.Remote, agenda.Apologies, agenda.Absent, agenda.Substitutes, agenda.Proxy,
		agenda.Attending, agenda.Arrived, agenda.Returned:
		return true
	}
	return false
}
