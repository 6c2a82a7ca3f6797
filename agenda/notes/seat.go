package notes

import "minutebook/agenda"

// WriteSeat is the value of "seat:", which reads back as the same seat.
func WriteSeat(s agenda.Seat) string {
	var more []string
	if s.From != "" {
		more = append(more, "from "+s.From)
	}
	if s.To != "" {
		more = append(more, "to "+s.To)
	}
	voting := ""
	if s.NonVoting {
		voting = "non-voting"
	}
	a := agenda.Attendee{Title: s.Title, Name: s.Name, Initials: s.Initials, Office: s.Office, Roles: s.Roles}
	return writePerson(a, voting, more...)
}
