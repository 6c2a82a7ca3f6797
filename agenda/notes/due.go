package notes

import (
	"fmt"
	"strings"
	"time"

	"minutebook/agenda"
)

// readDue is when an action is due. A day in words becomes a date, so that it
// can be sorted and told when it has passed; one without a year is the first
// such day from the meeting on. Other words stay as they are, and so does a day
// behind a backslash.
func readDue(words string, meeting agenda.Clock) string {
	if plain, ok := strings.CutPrefix(words, `\`); ok {
		return plain
	}
	if day := dueDay(words, meeting); day != "" {
		return day
	}
	return words
}

// writeDue is the inverse of readDue.
func writeDue(due string, meeting agenda.Clock) string {
	if strings.HasPrefix(due, `\`) || readDue(due, meeting) != due {
		return `\` + due
	}
	return due
}

func dueDay(words string, meeting agenda.Clock) string {
	if day, rest, _, ok := cutDay(words); ok && rest == "" {
		return day
	}
	day, month := dayInYear(words)
	from, _, err := meeting.Time()
	if day == "" || err != nil {
		return ""
	}
	first := from.Format(time.DateOnly)
	for year := from.Year(); year <= from.Year()+8; year++ { // 29 Feb may be far
		if t, ok := aDay(fmt.Sprintf("%04d", year), month, day); ok && t >= first {
			return t
		}
	}
	return ""
}
