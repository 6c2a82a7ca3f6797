package notes

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// How dates and times may be written, in the languages that minutes are typed
// in. What is written back is always "2026-03-12 18:25".

// blank is a blank or a no-break space, which some languages put into dates.
const blank = `[ \x{a0}\x{202f}]`

var (
	// before is what may stand before a day: "Tuesday", "le lundi", "Dienstag, den".
	before = `(?i:(?:le|on|am|el)` + blank + `)?(?:(?i:` + weekdays + `)[.,]*` + blank + `+)?(?i:(?:the|den|der|le|el|ar)` + blank + `)?`
	ordin  = `(?i:st|nd|rd|th|er|ème|e|º|°|ain|eg|ydd|fed|\.)?`
	link   = blank + `+(?i:(?:de|of|o)` + blank + `|d['’])?`
	month  = `((?i:` + monthNames() + `))\.?`
	year   = `,?` + link + `(?i:del` + blank + `)?(\d{4})`
	ends   = `(?:[\x{a0}\x{202f} ,]|$)`

	isoDay   = regexp.MustCompile(`^(\d{4}-\d{1,2}-\d{1,2})(?:[T ,]|$)`)
	wordyDay = regexp.MustCompile(`^` + before + `(\d{1,2})` + ordin + link + month + year + ends)
	american = regexp.MustCompile(`^` + before + month + blank + `(\d{1,2})(?i:st|nd|rd|th)?` + year + ends)
	dotted   = regexp.MustCompile(`^` + before + `(\d{1,2})\.` + blank + `?(\d{1,2})\.` + blank + `?(\d{4})` + ends)
	likeDay  = regexp.MustCompile(`^(?:` + before + `\d{1,2}` + ordin + link + month + `(?:\P{L}|$)|` + before + month + blank + `\d{1,2}(?:\D|$)|` +
		before + `\d{1,4}[-/.]` + blank + `?\d|(?:\p{L}+day,? )?\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}\b)`)

	// A day without its year: "11 Jun", "1st March", "March 1".
	yearless     = regexp.MustCompile(`^` + before + `(\d{1,2})` + ordin + link + month + `$`)
	yearlessThen = regexp.MustCompile(`^` + before + month + blank + `(\d{1,2})(?i:st|nd|rd|th)?$`)
	dayOfYear    = regexp.MustCompile(`^(?:` + before + `\d{1,2}` + ordin + link + month + `|` + before + month + blank + `\d{1,2}(?i:st|nd|rd|th)?)` + ends)

	weekday = regexp.MustCompile(`(?:^|, )(?i:` + weekdays + `)$`)

	clockWords = `(?i:(?:12` + blank + `)?noon|(?:[01]\d|2[0-3])[0-5]\d` + blank + `?(?:hrs|hours)|` +
		`\d{1,2}(?:[:.]|` + blank + `?h` + blank + `?)\d{2}(?:` + blank + `?(?:[ap]\.?` + blank + `?m\.?|uhr|hrs|hours|h))?|` +
		`\d{1,2}` + blank + `?(?:[ap]\.?` + blank + `?m\.?|uhr|h|heures))`
	atTime  = regexp.MustCompile(`^(?i:at|um|à|a las|am)` + blank + `+`)
	endTime = regexp.MustCompile(`(?:^|` + blank + `)(?:(?i:at|um|à)` + blank + `)?((?:(\d{4}-\d{2}-\d{2})[T ])?(` + clockWords + `))$`)
	aTime   = regexp.MustCompile(`^(?i)(\d{1,2})(?:[:.]|` + blank + `?h` + blank + `?)?(\d{2})?` + blank + `?(?:([ap])\.?` + blank + `?m\.?|uhr|hrs|hours|h|heures)?$`)
	isTime  = regexp.MustCompile(`^(?:` + clockWords + `|\d{1,2}[:.]\d{2})$`)
	endDay  = regexp.MustCompile(`(?:^| )(\d{4}-\d{2}-\d{2})$`)
)

// weekdays are the names of the days of the week.
const weekdays = `\p{L}+day|mon|tues?|wed|thurs?|fri|sat|sun|` +
	`montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so|` +
	`lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|` +
	`lunes|martes|miércoles|jueves|viernes|sábado|domingo|` +
	`(?:dydd|nos) \p{L}+`

// months are the names of each month, January first.
var months = [12][]string{
	{"january", "jan", "januar", "jänner", "janvier", "janv", "enero", "ene", "ionawr"},
	{"february", "feb", "februar", "feber", "février", "févr", "fév", "febrero", "chwefror"},
	{"march", "mar", "märz", "mars", "marzo", "mawrth"},
	{"april", "apr", "avril", "avr", "abril", "abr", "ebrill"},
	{"may", "mai", "mayo"},
	{"june", "jun", "juni", "juin", "junio", "mehefin"},
	{"july", "jul", "juli", "juillet", "juil", "julio", "gorffennaf"},
	{"august", "aug", "août", "agosto", "ago", "awst"},
	{"september", "sept", "sep", "septembre", "septiembre", "setiembre", "medi"},
	{"october", "oct", "oktober", "okt", "octobre", "octubre", "hydref"},
	{"november", "nov", "novembre", "noviembre", "tachwedd"},
	{"december", "dec", "dezember", "dez", "décembre", "déc", "diciembre", "dic", "rhagfyr"},
}

func monthNames() string {
	var all []string
	for _, names := range months {
		all = append(all, names...)
	}
	return strings.Join(all, "|")
}

// monthNamed is the number of a month, or 0.
func monthNamed(word string) int {
	for i, names := range months {
		for _, n := range names {
			if strings.EqualFold(n, word) {
				return i + 1
			}
		}
	}
	return 0
}

// aDay is the date of a year, a month and a day, if there is such a day.
func aDay(year string, month int, day string) (string, bool) {
	d, _ := strconv.Atoi(day)
	t, err := time.Parse("2006-1-2", fmt.Sprintf("%s-%d-%d", year, month, d))
	return t.Format(time.DateOnly), err == nil
}

// cutDay takes a date off the front of s. like is whether s begins like a date
// at all, even one that cannot be.
func cutDay(s string) (day string, rest string, like, ok bool) {
	like = likeDay.MatchString(s)
	if m := isoDay.FindStringSubmatch(s); m != nil {
		if t, err := time.Parse("2006-1-2", m[1]); err == nil {
			return t.Format(time.DateOnly), s[len(m[1]):], true, true
		}
		return "", s, true, false
	}
	part := func(m []int, n int) string { return s[m[2*n]:m[2*n+1]] }
	if m := wordyDay.FindStringSubmatchIndex(s); m != nil {
		if day, ok = aDay(part(m, 3), monthNamed(part(m, 2)), part(m, 1)); ok {
			return day, s[m[7]:], true, true
		}
	}
	if m := american.FindStringSubmatchIndex(s); m != nil {
		if day, ok = aDay(part(m, 3), monthNamed(part(m, 1)), part(m, 2)); ok {
			return day, s[m[7]:], true, true
		}
	}
	if m := dotted.FindStringSubmatchIndex(s); m != nil {
		month, _ := strconv.Atoi(part(m, 2))
		if day, ok = aDay(part(m, 3), month, part(m, 1)); ok {
			return day, s[m[7]:], true, true
		}
	}
	return "", s, like, false
}

// dayInYear is the day and the month of a date that states no year.
func dayInYear(words string) (day string, month int) {
	if m := yearless.FindStringSubmatch(words); m != nil {
		return m[1], monthNamed(m[2])
	}
	if m := yearlessThen.FindStringSubmatch(words); m != nil {
		return m[2], monthNamed(m[1])
	}
	return "", 0
}

// timeOfDay reads "18:25", "18.25", "6.25 pm", "6pm", "18h25", "19 Uhr",
// "1830 hrs" or "noon".
func timeOfDay(s string) (string, bool) {
	if !isTime.MatchString(s) {
		return "", false
	}
	if strings.HasSuffix(strings.ToLower(s), "noon") {
		return "12:00", true
	}
	m := aTime.FindStringSubmatch(s)
	if m == nil {
		return "", false
	}
	h, _ := strconv.Atoi(m[1])
	n, _ := strconv.Atoi("0" + m[2])
	switch strings.ToLower(m[3]) {
	case "a", "p":
		if h < 1 || h > 12 {
			return "", false
		}
		h %= 12
		if m[3] == "p" || m[3] == "P" {
			h += 12
		}
	}
	if h > 23 || n > 59 {
		return "", false
	}
	return fmt.Sprintf("%02d:%02d", h, n), true
}
