package agenda

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Cadence is how often a body meets, so far as its words can be read. Most
// readings need a meeting to count from: "every 2 weeks" says nothing of which.
type Cadence struct {
	Words  string // as stated, or as worked out from two meetings
	weeks  int    // every so many weeks
	months int    // or every so many months
	nth    []int  // which of its weekdays in the month, 1 to 5, -1 the last; none: as the last meeting
	days   []time.Weekday
	in     []time.Month // only in these months; none: in all
	from   time.Time    // a meeting to count from; zero: none
}

// ReadCadence reads words such as "second Thursday", "2nd and 4th Tuesday",
// "last Monday of each month", "every 2 weeks", "quarterly" and "third Wednesday
// of January and July". Words it does not know make ok false: they are kept,
// and nothing is guessed from them. "Every second Thursday" is such a case,
// because half of those who write it mean every other week.
func ReadCadence(words string) (c Cadence, ok bool) {
	c = Cadence{Words: CleanLine(words)}
	p := cadenceWords{Cadence: &c, words: strings.FieldsFunc(strings.ToLower(c.Words), func(r rune) bool {
		return r == ' ' || r == ',' || r == ';' || r == '&' || r == '\u00a0' || r == '-'
	})}
	for len(p.words) > 0 {
		if !p.read() {
			return c, false
		}
	}
	return c, p.settle()
}

// cadenceWords is a cadence being read.
type cadenceWords struct {
	*Cadence
	words []string
	every bool // "every" or "each" stands before what comes
	count int  // the number behind it
	month bool // "month" was said
	of    bool
}

// next takes the word in front.
func (p *cadenceWords) next() string {
	w := p.words[0]
	p.words = p.words[1:]
	return strings.TrimSuffix(w, ".")
}

// read takes one word and says whether it knew it.
func (p *cadenceWords) read() bool {
	w := p.next()
	if n, ok := often[w]; ok {
		by := max(1, p.counted()) // six-weekly
		return p.interval(n.weeks*by, n.months*by)
	}
	switch w {
	case "every", "each":
		p.every = true
		return true
	case "of", "in":
		p.of = true
		return true
	case "and", "the", "on", "at", "a", "once":
		return true
	case "other":
		p.count = 2
		return p.every
	case "week", "weeks":
		return p.interval(max(1, p.counted()), 0)
	case "month", "months":
		p.month = true
		return p.of && p.count == 0 || p.interval(0, max(1, p.counted()))
	case "quarter":
		return p.interval(0, 3)
	case "year":
		return p.interval(0, 12*max(1, p.counted()))
	}
	if d, ok := weekday(w); ok {
		p.days = append(p.days, d)
		return true
	}
	if m, ok := monthNamed(w); ok {
		p.in = append(p.in, m)
		return true
	}
	if n, err := strconv.Atoi(w); err == nil && 0 < n && n < 100 {
		p.count = n
		return p.counts()
	}
	return p.ordinal(w)
}

// often is the words that are a whole interval.
var often = map[string]struct{ weeks, months int }{
	"weekly": {1, 0}, "fortnightly": {2, 0}, "fortnight": {2, 0},
	"monthly": {0, 1}, "quarterly": {0, 3}, "yearly": {0, 12}, "annually": {0, 12}, "annual": {0, 12},
}

// ordinals is the words that count the weekdays of a month.
var ordinals = map[string]int{
	"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3,
	"fourth": 4, "4th": 4, "fifth": 5, "5th": 5, "last": -1,
}

// cardinals is the numbers that are written out before weeks and months.
var cardinals = map[string]int{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12}

func (p *cadenceWords) ordinal(w string) bool {
	if n, ok := cardinals[w]; ok {
		p.count = n
		return p.counts()
	}
	n, ok := ordinals[w]
	if !ok {
		return false
	}
	if len(p.words) > 0 && p.every { // every third week, every second month
		if unit := p.words[0]; strings.HasPrefix(unit, "week") || strings.HasPrefix(unit, "month") {
			p.count = n
			return n > 0
		}
	}
	p.nth = append(p.nth, n)
	return true
}

// counts says whether a number can stand here: every 6 weeks, six-weekly.
func (p *cadenceWords) counts() bool {
	return p.every || len(p.words) > 0 && (p.words[0] == "weekly" || p.words[0] == "monthly")
}

func (p *cadenceWords) counted() int {
	n := p.count
	p.count = 0
	return n
}

// interval sets how many weeks or months lie between two meetings; it can be
// said once.
func (p *cadenceWords) interval(weeks, months int) bool {
	if p.weeks+p.months > 0 {
		return false
	}
	p.weeks, p.months = weeks, months
	return true
}

// settle says whether what was read is a cadence, and completes it.
func (p *cadenceWords) settle() bool {
	slices.Sort(p.nth)
	p.nth = slices.Compact(p.nth)
	switch {
	case p.count == 2 && len(p.days) > 0 && len(p.nth)+p.weeks+p.months+len(p.in) == 0:
		p.weeks = 2 // every other Thursday
		return true
	case p.count > 0:
		return false
	case len(p.nth) > 0 && len(p.days) == 0, p.weeks > 0 && len(p.nth)+len(p.in) > 0:
		return false
	case len(p.nth) > 0:
		doubtful := p.every && !p.month && len(p.in) == 0 && p.months == 0 && !slices.Contains(p.nth, -1)
		p.months = max(p.months, 1)
		return !doubtful
	case p.weeks+p.months > 0:
		// "monthly, Thursday" leaves open which of them: the last meeting says.
		return p.months == 0 || len(p.days) == 0
	case len(p.days) > 0 && len(p.in) == 0:
		p.weeks = 1 // every Thursday
		return p.every || len(p.days) == 1
	}
	return false
}

func weekday(w string) (time.Weekday, bool) {
	w = strings.TrimSuffix(w, "s")
	for d := range time.Weekday(7) {
		name := strings.ToLower(d.String())
		if w == name || len(w) >= 3 && strings.HasPrefix(name, w) {
			return d, true
		}
	}
	return 0, false
}

func monthNamed(w string) (time.Month, bool) {
	for m := time.January; m <= time.December; m++ {
		if name := strings.ToLower(m.String()); len(w) >= 3 && strings.HasPrefix(name, w) {
			return m, true
		}
	}
	return 0, false
}

// Usual is the cadence of a body that met on these days, in any order: what
// its words say, or, where they say nothing that can be read, what its last two
// meetings have in common. ok is false where neither says anything.
func Usual(words string, met []Clock) (c Cadence, ok bool) {
	days := metOn(met)
	if c, ok = ReadCadence(words); !ok {
		if len(days) < 2 {
			return Cadence{}, false
		}
		if c, ok = between(days[1], days[0]); !ok {
			return Cadence{}, false
		}
	}
	if len(days) > 0 {
		c.from = days[0]
	}
	return c, c.from != (time.Time{}) || c.weeks == 1 && len(c.days) > 0 || c.months == 1 && len(c.nth) > 0
}

// metOn is the days of clocks, newest first, each once.
func metOn(met []Clock) []time.Time {
	var days []time.Time
	for _, c := range met {
		if t, err := time.Parse(dayLayout, c.Date()); err == nil {
			days = append(days, t)
		}
	}
	slices.SortFunc(days, func(a, b time.Time) int { return b.Compare(a) })
	return slices.Compact(days)
}

// between is the cadence that two meetings in a row make: the same weekday of
// the month, else the same weekday some weeks later.
func between(a, b time.Time) (Cadence, bool) {
	months := (b.Year()-a.Year())*12 + int(b.Month()) - int(a.Month())
	if a.Weekday() != b.Weekday() {
		return Cadence{}, false
	}
	if nth, ok := sameOfMonth(a, b); ok && 0 < months && months <= 12 {
		c := Cadence{months: months, nth: []int{nth}, days: []time.Weekday{b.Weekday()}}
		c.Words = nthNames[nth] + " " + b.Weekday().String()
		if months > 1 {
			c.Words += fmt.Sprintf(" every %d months", months)
		}
		c.Words += ", as usual"
		return c, true
	}
	weeks := int(b.Sub(a).Hours()) / (24 * 7)
	if weeks > 26 {
		return Cadence{}, false
	}
	words := fmt.Sprintf("every %d weeks, as usual", weeks)
	if weeks == 1 {
		words = "every week, as usual"
	}
	return Cadence{Words: words, weeks: weeks}, true
}

var nthNames = map[int]string{1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}

func sameOfMonth(a, b time.Time) (int, bool) {
	if ofMonth(a) == ofMonth(b) {
		return ofMonth(a), true
	}
	return -1, lastOfMonth(a) && lastOfMonth(b)
}

// ofMonth is which of its weekdays in the month a day is.
func ofMonth(t time.Time) int { return (t.Day()-1)/7 + 1 }

func lastOfMonth(t time.Time) bool { return t.AddDate(0, 0, 7).Month() != t.Month() }
