package tui

import (
	"strings"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// The fields of a seat.
const (
	seatWho = iota
	seatRole
	seatVotes
	seatFrom
	seatTo
	seatInitials
)

var seats bodyList[agenda.Seat] = func(b *agenda.Body) *[]agenda.Seat { return &b.Seats }

func seatSection() bodySection {
	return bodySection{
		name: "Seats", short: "Seats", one: "seat", inline: true, first: 6,
		note: "An office keeps its seat when the person changes. Past meetings keep the names they were minuted with.",
		fields: []bodyField{
			{label: "Who", hint: "Cllr Asha Verma, or an office: the Harbour Master."},
			{label: "Role", width: 14, choices: []string{"Chair", "Vice-Chair", "Member", "Co-opted", "Substitute", "In attendance", "Clerk"}},
			{label: "Votes", width: 5, from: 60, choices: []string{"yes", "no"}, only: true},
			{label: "From", width: 11, from: 60, hint: "A day or a month: 14 May 2026, May 2023. Empty: always."},
			{label: "To", width: 11, from: 84, hint: "The last day or month. Empty: no end is known."},
			{label: "Initials", width: 8, from: 66, hint: "How the minutes call them in short: AV."},
		},
		rows: seatRows, keep: keepSeat, drop: seats.drop, swap: seats.swap,
		fresh: func(*agenda.Body) []string { return []string{"", "Member", "yes", "", "", ""} },
	}
}

// seatRows is those who sit, then those who did.
func seatRows(b *agenda.Body, today string) []bodyRow {
	var now, former []bodyRow
	for i, s := range b.Seats {
		r := bodyRow{at: i, values: seatValues(s), quiet: s.NonVoting}
		r.shown = s.Call()
		if s.Name != "" && s.Office != "" {
			r.shown += ", " + s.Office
		}
		if s.Former(today) {
			r.group, r.quiet = "Former", true
			former = append(former, r)
		} else {
			now = append(now, r)
		}
	}
	return append(now, former...)
}

func seatValues(s agenda.Seat) []string {
	votes := "yes"
	if s.NonVoting {
		votes = "no"
	}
	return []string{
		notes.WriteSeat(agenda.Seat{Title: s.Title, Name: s.Name, Office: s.Office}),
		strings.Join(s.Roles, ", "), votes, sinceWords(s.From, false), sinceWords(s.To, true), s.Initials,
	}
}

// keepSeat reads who sits there with the notation's own reader, so that a name
// means the same here and in a file. What is said in brackets behind it counts
// too, because people paste it.
func keepSeat(k bodyKeep) (agenda.Body, *fieldTrouble) {
	s := seats.old(k)
	v := k.values
	if !k.same(seatWho) {
		read, err := readSeat(v[seatWho])
		if err != nil {
			return k.body, &fieldTrouble{seatWho, err.Error()}
		}
		s.Title, s.Name, s.Office = read.Title, read.Name, read.Office
		if len(read.Roles) > 0 {
			v[seatRole] = strings.Join(read.Roles, ", ")
		}
		if read.Initials != "" {
			v[seatInitials] = read.Initials
		}
		if read.NonVoting {
			v[seatVotes] = "no"
		}
	}
	if !k.same(seatRole) {
		s.Roles = nil
		for _, role := range strings.Split(v[seatRole], ",") {
			if role = strings.TrimSpace(role); role != "" {
				s.Roles = append(s.Roles, role)
			}
		}
	}
	s.NonVoting = v[seatVotes] == "no"
	s.Initials = v[seatInitials]
	for i, to := range map[int]*string{seatFrom: &s.From, seatTo: &s.To} {
		day, ok := readSince(v[i], k.now, i == seatTo)
		switch {
		case k.same(i):
		case !ok:
			return k.body, &fieldTrouble{i, "This is no date. 14 May 2026 is one, and May 2026."}
		default:
			*to = day
		}
	}
	if s.From != "" && s.To != "" && s.To < s.From {
		return k.body, &fieldTrouble{seatTo, "The seat would end before it begins."}
	}
	return seats.put(k, s), nil
}

// endSeat ends a seat today, or takes its end away.
func endSeat(b agenda.Body, at int, today string) (agenda.Body, string) {
	list := seats.own(&b)
	s := &(*list)[at]
	if s.To != "" {
		s.To = ""
		return b, "the seat of " + s.Call() + " has no end"
	}
	s.To = today
	return b, "the seat of " + s.Call() + " ends today"
}
