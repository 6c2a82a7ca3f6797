package exports

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// printer prints names, days and sentences in the house style of one meeting.
type printer struct {
	s     agenda.Style
	m     agenda.Meeting
	code  string          // of the body, empty where it is not known
	twins map[string]bool // surnames that two roster lines share
}

func newPrinter(s agenda.Style, m agenda.Meeting) *printer {
	p := &printer{s: s, m: m, twins: map[string]bool{}}
	seen := make(map[string]bool, len(m.Roster))
	for _, a := range m.Roster {
		name := strings.ToLower(a.Surname())
		if seen[name] {
			p.twins[name] = true
		}
		seen[name] = true
	}
	return p
}

// title is the printed form of a title; one the style does not know is printed
// as typed.
func (p *printer) title(typed string) agenda.Title {
	if t, ok := p.s.Titles[typed]; ok {
		return t
	}
	return agenda.Title{One: typed, Many: typed}
}

// full is the whole name as printed: "Councillor Asha Verma".
func (p *printer) full(a agenda.Attendee) string {
	if a.Name == "" {
		return a.Office
	}
	return trim(p.title(a.Title).One + " " + a.Name)
}

// name is what follows a title: the surname, or the whole name where there is
// no title or somebody else has that surname.
func (p *printer) name(a agenda.Attendee) string {
	switch {
	case a.Name == "":
		return a.Office
	case a.Title == "" || slices.Contains(p.s.WithFirst, a.Title) || p.twins[strings.ToLower(a.Surname())]:
		return a.Name
	}
	return a.Surname()
}

// person is one of several people printed together.
type person struct {
	title agenda.Title
	name  string
	after string // in brackets, or empty
}

// short is a roster line as sentences name it: "Councillor Verma".
func (p *printer) short(a agenda.Attendee) person {
	if a.Name == "" {
		return person{name: a.Office}
	}
	return person{title: p.title(a.Title), name: p.name(a)}
}

// call is a name for one person in the text: a roster line in short, or the
// words as typed.
func (p *printer) call(w agenda.Who) person {
	if a, ok := p.m.Attendee(w.ID); ok && w.ID != 0 {
		return p.short(a)
	}
	return person{name: w.Words}
}

// speaker is who said an entry, as a sentence names them; empty where nobody
// is named, or the house names nobody.
func (p *printer) speaker(e *agenda.Entry) string {
	if !p.s.Names || e.Speaker == (agenda.Who{}) {
		return ""
	}
	name := p.people([]agenda.Who{e.Speaker})
	if a, ok := p.m.Attendee(e.Speaker.ID); ok && a.Name == "" && e.Speaker.ID != 0 && p.s.Office != "" {
		if first, _, _ := strings.Cut(p.s.Office, "%s"); !strings.HasPrefix(strings.ToLower(name), first) {
			name = fill(p.s.Office, name)
		}
	}
	return name
}

// callFull is call with the whole name.
func (p *printer) callFull(w agenda.Who) string {
	if a, ok := p.m.Attendee(w.ID); ok && w.ID != 0 {
		return p.full(a)
	}
	return w.Words
}

// people names several in a sentence: "Councillors Verma and Lunt".
func (p *printer) people(who []agenda.Who) string {
	var all []person
	for _, w := range who {
		if c := p.call(w); c.name != "" {
			all = append(all, c)
		}
	}
	return p.join(p.groups(all))
}

func (p *printer) ids(ids []agenda.ID) string {
	who := make([]agenda.Who, len(ids))
	for i, id := range ids {
		who[i] = agenda.Who{ID: id}
	}
	return p.people(who)
}

// groups puts people of one title that has a plural together, in the order of the first of each:
// "Councillors Tom Pike and Jo Lunt", "Dr Ann Moss".
func (p *printer) groups(all []person) []string {
	var titles []agenda.Title
	var keys []string
	members := map[string][]string{}
	for i, one := range all {
		key := one.title.One
		if one.title.One == one.title.Many { // said again before each name
			key = strconv.Itoa(i)
		}
		if _, ok := members[key]; !ok {
			titles, keys = append(titles, one.title), append(keys, key)
		}
		members[key] = append(members[key], one.name+one.after)
	}
	var out []string
	for i, t := range titles {
		names := members[keys[i]]
		title := t.One
		if len(names) > 1 {
			title = t.Many
		}
		out = append(out, trim(title+" "+p.join(names)))
	}
	return out
}

// join is a list in words: "a, b and c".
func (p *printer) join(list []string) string {
	switch len(list) {
	case 0:
		return ""
	case 1:
		return list[0]
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + " " + p.s.Head.And + " " + list[last]
}

// members is who asks questions when nobody is named: the title that most of
// those with a vote have, in the plural, or "Members".
func (p *printer) members() string {
	count := map[string]int{}
	voting := 0
	for _, a := range p.m.Roster {
		if a.Voting {
			voting++
			count[p.s.Titles[a.Title].Many]++
		}
	}
	for title, n := range count {
		if title != "" && n*2 > voting {
			return title
		}
	}
	return p.s.Members
}

// fill puts values into a phrase of the style. A phrase with fewer places than
// values leaves the rest out.
func fill(phrase string, values ...string) string {
	done := ""
	for _, v := range values {
		before, after, ok := strings.Cut(phrase, "%s")
		if !ok {
			break
		}
		done += before + v
		phrase = after
	}
	return done + phrase
}

// day is a day in words: "12 March 2026"; words that are no day as typed.
func (p *printer) day(c agenda.Clock, layout string) string {
	return cmp.Or(p.s.Dates.Spell(c, layout), string(c))
}

// hour is a time of day in words: "6.25 pm"; empty where none was stated.
func (p *printer) hour(c agenda.Clock) string {
	t, timed, err := c.Time()
	if err != nil || !timed {
		return ""
	}
	switch c.TimeOfDay() {
	case "12:00":
		return p.s.Dates.Noon
	case "00:00":
		return p.s.Dates.Midnight
	}
	return t.Format(p.s.Dates.Time)
}

// place is where a meeting is held, with the word that goes before it: "in the
// Guildhall, Northmoor", "in Room 5", "at Quay House"; a place that begins in
// lower case brings its own ("by video conference").
func (p *printer) place(place string) string {
	first, _, _ := strings.Cut(place, ",")
	words := strings.Fields(first)
	if len(words) == 0 || place[0] >= 'a' && place[0] <= 'z' {
		return place
	}
	last := len(words) - 1
	h := p.s.Head
	switch {
	case !slices.Contains(h.In, words[last]):
		if last > 0 && slices.Contains(h.In, words[last-1]) && len(words[last]) <= 3 {
			return fill(h.InPlace, place)
		}
		return fill(h.AtPlace, place)
	case strings.EqualFold(words[0], "the") || strings.ContainsAny(first, "'’"):
		return fill(h.InPlace, place)
	}
	return fill(h.InThe, place)
}

// number is a small number in words, as the style has them.
func (p *printer) number(n int) string {
	if n >= 0 && n < len(p.s.Head.Numbers) {
		return p.s.Head.Numbers[n]
	}
	return fmt.Sprint(n)
}

// trim takes the blanks off both ends, and leaves a no-break space that was
// typed.
func trim(s string) string { return strings.Trim(s, " ") }
