package agendatest

import (
	"strings"

	"pgregory.net/rapid"

	"minutebook/agenda"
)

// Body makes a body with every field.
func Body(t *rapid.T) agenda.Body {
	return agenda.Body{
		Key:      agenda.Key(rapid.StringMatching(`[a-z2-7]{8}`).Draw(t, "body key")),
		Name:     line(t),
		Code:     sometimes(t, "code", func(t *rapid.T) string { return rapid.StringMatching(`[A-Z]{2,5}[0-9]?`).Draw(t, "code") }),
		Parent:   sometimes(t, "parent", line),
		Zone:     sometimes(t, "zone", zone),
		Quorum:   sometimes(t, "quorum", line),
		Place:    sometimes(t, "place", line),
		Time:     sometimes(t, "time", func(*rapid.T) string { return "18:00" }),
		Cadence:  sometimes(t, "cadence", line),
		Number:   sometimes(t, "numbers", line),
		Style:    sometimes(t, "style", style),
		Seats:    list(t, "seats", 4, seat),
		Standing: list(t, "standing", 3, standing),
		Phrases: list(t, "phrases", 2, func(t *rapid.T) agenda.Phrase {
			return agenda.Phrase{Name: line(t), Text: text(t)}
		}),
	}
}

func zone(t *rapid.T) string {
	return rapid.SampledFrom([]string{"Europe/London", "Asia/Tokyo", "UTC"}).Draw(t, "zone")
}

func rendering(t *rapid.T) agenda.Rendering {
	return rapid.SampledFrom(agenda.Renderings).Draw(t, "rendering")
}

func style(t *rapid.T) agenda.StyleRef {
	return agenda.StyleRef{
		Profile: rapid.SampledFrom([]string{"", "council", "company", "bullets", "a, b", "names shown"}).Draw(t, "profile"),
		// A reference without any is the zero one, so nothing is lost by that.
		Rendering:    sometimes(t, "rendering", rendering),
		Names:        rapid.SampledFrom([]agenda.Naming{"", agenda.NamesShown, agenda.NamesHidden}).Draw(t, "names"),
		LeadIn:       sometimes(t, "lead-in", leadIn),
		LeadInReport: sometimes(t, "lead-in of a report", leadIn),
	}
}

// leadIn makes words before questions; %s in them is who asked.
func leadIn(t *rapid.T) string {
	if rapid.IntRange(0, 3).Draw(t, "house lead-in") == 0 {
		return rapid.SampledFrom([]string{agenda.NoLeadIn, "%s asked:-", "%s and %s", "Asked at 100%:", "%d"}).Draw(t, "lead-in")
	}
	return line(t)
}

// title makes a title that goes with a name; most have none.
func title(t *rapid.T) string {
	return rapid.SampledFrom([]string{"", "", "Cllr", "Dr", "Councillor", "Revd Dr", "Baroness", "Mr."}).Draw(t, "title")
}

var names = []string{
	"Asha Verma", "Tom Pike", "Jo Lunt", "Max Reeve", "Dana Holt", "Lord Byron", "the Mayor", "public", "all", "Pike", "Tom Pike",
	"Ngũgĩ wa Thiong’o", "שלום כהן", "山田 太郎", "O'Neill-Shaw (Jnr)", "A; B", "A, B", "A / B", "A for B", "Room 10:30", "x#2", "non-voting", "6-2",
}

func name(t *rapid.T) string {
	if rapid.IntRange(0, 3).Draw(t, "odd") == 0 {
		// A name of blanks alone, no-break ones among them, names nobody.
		if s := line(t); strings.TrimSpace(s) != "" {
			return s
		}
	}
	return rapid.SampledFrom(names).Draw(t, "name")
}

func role(t *rapid.T) string {
	if rapid.IntRange(0, 3).Draw(t, "odd role") == 0 {
		return line(t)
	}
	return rapid.SampledFrom([]string{"Chair", "Vice-Chair", "Clerk", "Harbour Master", "remote", "from 2026", "the Reeve", "voting"}).Draw(t, "role")
}

// seat makes a place held by a person, an office, or both.
func seat(t *rapid.T) agenda.Seat {
	s := agenda.Seat{
		Name:      sometimes(t, "named", name),
		Initials:  sometimes(t, "initials", initials),
		Office:    sometimes(t, "office", line),
		Roles:     list(t, "roles", 2, role),
		NonVoting: rapid.Bool().Draw(t, "non-voting"),
		From:      sometimes(t, "from", day),
		To:        sometimes(t, "to", day),
	}
	if s.Name == "" && s.Office == "" {
		s.Name = name(t)
	}
	if s.Name != "" {
		s.Title = title(t)
	}
	return s
}

func standing(t *rapid.T) agenda.Standing {
	return agenda.Standing{
		Title:      line(t),
		Lead:       sometimes(t, "lead", line),
		Every:      sometimes(t, "every", func(t *rapid.T) int { return rapid.IntRange(1, 12).Draw(t, "nth") }),
		Yearly:     rapid.Bool().Draw(t, "yearly"),
		Kind:       sometimes(t, "kind", itemKind),
		Wording:    sometimes(t, "wording", text),
		Recommends: list(t, "recommends", 2, text),
	}
}
