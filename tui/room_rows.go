package tui

import (
	"strings"

	"minutebook/agenda"
)

// roomRow is a row of the list: a person by their place in it, or, with -1,
// other words.
type roomRow struct {
	who  int
	text string
}

// list is the people in their groups.
func (r *room) list(a *app, people []agenda.Attendee, width int) (out []roomRow) {
	r.at = min(r.at, max(0, len(people)-1))
	c := roomColumnsFor(width)
	if words := r.nobody(a, people); words != "" {
		for _, w := range wrap(words, c.end-c.name) {
			out = append(out, roomRow{-1, blanks(c.name) + a.st.muted.s(w)})
		}
	}
	group := -1
	for i, p := range people {
		if g := groupOf(p, r.place(p)); g != group && !(g == groupPublic && group >= 0) {
			if group >= 0 && a.height >= 20 {
				out = append(out, roomRow{who: -1})
			}
			if words := r.groupWords(g); words != "" && !r.ask.on {
				out = append(out, roomRow{-1, roomHead(a, c, words, i == 0)})
			}
			group = g
		}
		out = append(out, roomRow{who: i})
	}
	return out
}

func (r *room) groupWords(group int) string {
	switch group {
	case groupMembers:
		return "Members"
	case groupAttending:
		return "In attendance"
	}
	return ""
}

// nobody says that nobody has the name, and who may be meant; empty where
// somebody has it.
func (r *room) nobody(a *app, people []agenda.Attendee) string {
	typed, add := strings.TrimSpace(r.name.Text()), a.keys.New.Help().Key
	switch {
	case r.ask.count:
		return ""
	case r.ask.on && len(people) == 0:
		return "Nobody of that name is away. esc goes back."
	case len(r.s.meeting().Roster) == 0:
		return "Nobody on the roster yet. Type a name, " + add + " adds it."
	case len(people) == 0:
		return "Nobody of that name on the roster. " + add + " adds them."
	case len(r.rows()) == 0 && r.ask.on:
		return "Nobody called “" + typed + "”. Is it one of these?"
	case len(r.rows()) == 0:
		return "Nobody called “" + typed + "”. One of these, or " + add + " adds them:"
	}
	return ""
}

// role is what somebody is at the meeting, or for whom they are there; of the
// public, how many.
func (r *room) role(p agenda.Attendee) string {
	at := r.place(p)
	switch {
	case p.ID == 0:
		return publicWords(r.s.meeting().Public)
	case at.For != 0:
		return "for " + r.facts().names[at.For]
	case len(p.Roles) > 0:
		return strings.Join(p.Roles, ", ")
	case p.Voting && at.What != agenda.Attending:
		return "Member"
	case p.Name != "" && p.Office != "":
		return p.Office
	}
	return p.Organisation
}

// publicWords is how many the public are: "4 people", or the names.
func publicWords(public string) string {
	switch {
	case public == "1":
		return "1 person"
	case public != "" && strings.Trim(public, "0123456789") == "":
		return public + " people"
	}
	return public
}

func roomHead(a *app, c roomColumns, group string, first bool) string {
	var l line
	l.to(c.name).add(a.st.muted, group)
	for _, h := range []struct {
		at   int
		word string
	}{{c.role, "Role"}, {c.now, "Now"}, {c.enter, "Enter"}} {
		if first && h.at > 0 {
			l.to(h.at).add(a.st.muted, h.word)
		}
	}
	return l.String()
}

// whereWords is where somebody is, in a word.
func (r *room) whereWords(p agenda.Attendee, what string) string {
	switch what {
	case agenda.Attending:
		switch {
		case p.ID == 0 && r.s.meeting().Public == "":
			return "" // nobody has counted them
		case p.ID == 0 || r.begun():
			return agenda.Present
		}
	case "":
		return "expected"
	case agenda.Arrived, agenda.Returned, agenda.Substitutes, agenda.Proxy:
		return agenda.Present
	}
	return what
}

// aside is what is to know of somebody besides where they are; mind is whether
// nobody may miss it. roled is whether their role stands beside it.
func (r *room) aside(p agenda.Attendee, roled bool) (words string, mind bool) {
	at, now, f := r.place(p), r.s.room(), r.facts()
	since := at.Since.TimeOfDay()
	switch {
	case at.What == agenda.Left && at.How == agenda.Interested:
		words = "interest"
	case f.stakes[p.ID] != "" && p.ID != 0 && roomState(at) < 2:
		return f.stakes[p.ID], true
	case (at.For != 0 || p.ID == 0) && !roled:
		return r.role(p), false
	case at.Here() && p.ID != 0 && now.presides == p.ID && !p.Chairs(now.chairs):
		return "in the chair", false
	case len(at.Proxies) > 0:
		return "and for " + f.names[at.Proxies[0]], false
	case !at.Here() && p.ID != 0 && f.sits[p.ID] != 0:
		return "replaced by " + r.s.meeting().Brief(f.sits[p.ID]), false
	case len(p.Items) > 0 && since == "":
		return r.forItems(p), false
	}
	if since != "" {
		words = strings.TrimSpace(words + " since " + since)
	}
	return words, false
}

// forItems is for which items somebody is there.
func (r *room) forItems(p agenda.Attendee) string {
	words := ""
	for _, ref := range p.Items {
		if it, ok := r.s.meeting().Item(ref.ID); ok && it.Number != "" {
			words += ", " + it.Number
		} else if ref.Words != "" {
			words += ", " + ref.Words
		}
	}
	if words == "" {
		return ""
	}
	return "for item " + words[2:]
}

func (r *room) row(a *app, p agenda.Attendee, focused bool, width int) string {
	c, at := roomColumnsFor(width), r.place(p)
	state := a.st.text
	if at.What != "" && !at.Here() {
		state = a.st.muted
	}
	l, name := (&line{}).to(c.name-2), state
	if focused {
		l.add(a.st.pointer, glyphOpen)
		name = a.st.strong
	}
	column := func(at, next int, i ink, words string) {
		if at > 0 {
			l.to(at).add(i, cut(shown(words), next-at-1))
		}
	}
	after := func(columns ...int) int {
		for _, c := range columns {
			if c > 0 {
				return c
			}
		}
		return 0
	}
	where := r.whereWords(p, at.What)
	column(c.name, after(c.role, c.now, c.enter), name, p.Filed())
	column(c.role, c.now, state, r.role(p))
	column(c.now, c.enter, state, where)
	if words, mind := r.aside(p, c.role > 0); c.now > 0 && words != "" {
		i := a.st.muted
		if mind {
			i = a.st.caution
		}
		l.to(l.n + 2)
		l.add(i, cut(shown(words), c.enter-l.n-1))
	}
	verb, i := r.enterWords(a, p, focused, c.end-c.enter), a.st.muted
	if focused {
		i = a.st.strong
	}
	column(c.enter, c.end+1, i, verb)
	return a.st.row(l.String(), width, focused)
}

// enterWords is what enter does to somebody, with the time where it is theirs
// to be done now; nothing where it is done.
func (r *room) enterWords(a *app, p agenda.Attendee, focused bool, space int) string {
	if r.ask.on {
		return "for " + p.Short()
	}
	if !focused {
		likely, at := r.likely(p), r.place(p)
		if !r.begun() && p.ID != 0 && (at.Here() || at.What != "" && likely.What == at.What) {
			return "" // the roll says so already
		}
		return r.verb(p, likely)
	}
	c := r.choice(p)
	verb := r.verb(p, c)
	at := r.s.minuted(a).TimeOfDay()
	if r.begun() && at != "" && !c.count && !c.whom() && cells(verb)+1+len(at) <= space {
		verb += " " + at
	}
	return verb
}
