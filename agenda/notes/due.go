package notes

import (
	"regexp"
	"strings"
	"time"

	"minutebook/agenda"
)

// yearless is a day without its year: "11 Jun", "1st March".
var yearless = regexp.MustCompile(`^(?:\p{L}+day,? )?(\d{1,2})(?:st|nd|rd|th)? (\p{L}{3,9})$`)

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
	m := yearless.FindStringSubmatch(words)
	from, _, err := meeting.Time()
	if m == nil || err != nil {
		return ""
	}
	from = time.Date(from.Year(), from.Month(), from.Day(), 0, 0, 0, 0, time.UTC)
	for year := from.Year(); year <= from.Year()+8; year++ { // 29 Feb may be far
		for _, layout := range []string{"2 January 2006", "2 Jan 2006"} {
			t, err := time.Parse(layout, m[1]+" "+m[2]+" "+time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006"))
			if err == nil && !t.Before(from) {
				return t.Format(time.DateOnly)
			}
		}
	}
	return ""
}
