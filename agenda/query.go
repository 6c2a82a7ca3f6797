package agenda

import (
	"fmt"
	"slices"
	"strings"
)

// Query asks for one page of a list. The zero Query is the whole list.
type Query struct {
	Words  []string // each must be in the row, whatever its case
	Bodies []string // codes; the row is of one of these bodies
	// From and To bound the day of the meeting, or the day an action is due;
	// ISO dates, both inclusive, empty: no bound. What has no day is in no bounds.
	From, To string
	State    Progress // of actions
	// Private asks for actions agreed in private business too. They are the
	// clerk's alone: what is made for others never asks.
	Private bool

	Offset, Limit int // Limit 0: to the end
}

// Progress chooses actions by how far they are.
type Progress int

// The choices of actions. The zero value is what is still owed.
const (
	StillOwed Progress = iota
	Finished
	Whatever
)

// Page is a part of a list: the rows that were asked for, how many the query
// finds, and how many there are.
type Page[T any] struct {
	Rows        []T
	Hits, Total int
}

// Counts is how much a book holds.
type Counts struct {
	Resolutions int
	Owed        int // actions that are not done
	Overdue     int // those of them that were due before the day asked about
	// With the actions agreed in private business, for the clerk alone.
	AllOwed, AllOverdue int
}

// ReadQuery understands what people type into a find field: words, and
// "body:nhc,atc" for the rows of a body or two.
func ReadQuery(typed string) (q Query) {
	for _, w := range strings.Fields(CleanLine(typed)) {
		if codes, ok := strings.CutPrefix(strings.ToLower(w), "body:"); ok {
			q.Bodies = append(q.Bodies, strings.FieldsFunc(codes, func(r rune) bool { return r == ',' })...)
			continue
		}
		q.Words = append(q.Words, w)
	}
	return q
}

// Of is whether a row of the body with that code is asked for.
func (q Query) Of(code string) bool {
	return len(q.Bodies) == 0 || slices.ContainsFunc(q.Bodies, func(c string) bool { return strings.EqualFold(c, code) })
}

// On is whether a row of that day is asked for.
func (q Query) On(day string) bool {
	if q.From == "" && q.To == "" {
		return true
	}
	return Clock(day).Date() != "" && day >= q.From && (q.To == "" || day <= q.To)
}

// In is whether every word is in one of the texts: inside a longer word too,
// whatever its case, but never across two texts.
func (q Query) In(texts ...string) bool {
	if len(q.Words) == 0 {
		return true
	}
	all := strings.ToLower(strings.Join(texts, "\n"))
	return !slices.ContainsFunc(q.Words, func(w string) bool { return !strings.Contains(all, strings.ToLower(w)) })
}

// Is is whether an action of that state is asked for.
func (p Progress) Is(state string) bool {
	return p == Whatever || (Action{State: state}).Pending() == (p == StillOwed)
}

// Matches is whether the query finds the meeting.
func (q Query) Matches(s Summary) bool {
	long := ""
	if t, _, err := s.Start.Time(); err == nil {
		long = t.Format("Mon 2 Jan 2006")
	}
	return q.Of(s.Code) && q.On(s.Start.Date()) && q.In(s.Name, s.Code, s.Kind, s.Place, string(s.Start), long)
}

// Matches is whether the query finds the resolution: by its parts, the title
// of its item, its number, its day and its body.
func (d Decision) Matches(q Query) bool {
	return q.Of(d.Code) && q.In(append([]string{d.Body, d.Code, d.Title, d.Number, d.Date}, texts(d.Parts)...)...)
}

// Matches is whether the query finds the action: by its words, its owners, the
// title of its item, when it is due, its state, its day and its body.
func (t Task) Matches(q Query) bool {
	return q.Of(t.Code) && q.In(append([]string{t.Text, t.Body, t.Code, t.Title, t.Due, t.State, t.Date}, t.Owners...)...)
}

func texts(points []Point) (out []string) {
	for _, p := range points {
		out = append(append(out, p.Text), texts(p.Points)...)
	}
	return out
}

// Lines is the parts of the resolution with their labels, and the verb as the
// minutes print it. One part alone is not numbered; sub-points always have
// their letters, by which people refer to them.
func (d Decision) Lines() (verb string, lines []Line) {
	switch verb = d.Verb; verb {
	case "":
		verb = Council().Resolved
	case AsTyped:
		verb = ""
	}
	for i, p := range d.Parts {
		text := p.Text
		if len(d.Parts) > 1 {
			text = fmt.Sprintf("(%d) %s", i+1, text)
		}
		lines = append(append(lines, Line{0, text}), lettered(p.Points, 1)...)
	}
	return verb, lines
}

// Line is a part of a resolution, or a sub-point at a depth.
type Line struct {
	Depth int
	Text  string
}

func lettered(points []Point, depth int) (out []Line) {
	for i, p := range points {
		out = append(append(out, Line{depth, fmt.Sprintf("(%c) %s", 'a'+i%26, p.Text)}), lettered(p.Points, depth+1)...)
	}
	return out
}

// Words is the parts of the resolution on one line.
func (d Decision) Words() string {
	_, lines := d.Lines()
	var out []string
	for _, l := range lines {
		out = append(out, l.Text)
	}
	return strings.Join(out, " ")
}

// Said is Words as they read in a list: behind the verb, where it is not the
// one of the house, which goes without saying.
func (d Decision) Said() string {
	if d.Verb == "" || d.Verb == AsTyped {
		return d.Words()
	}
	return d.Verb + " " + d.Words()
}

// finished is the words by which people say that nothing is owed any more.
var finished = []string{"done", "complete", "completed", "closed", "discharged", "withdrawn", "cancelled", "dropped"}

// Pending is whether the action is still to be done. Its state is any words:
// only one that begins by saying so is the end of it, and "started" is not.
func (a Action) Pending() bool {
	first, _, _ := strings.Cut(strings.TrimSpace(a.State), " ")
	return !slices.Contains(finished, strings.ToLower(strings.TrimRight(first, ".,;:")))
}

// SetState says how far an action is, in any words; none: nothing was said
// yet. Returns ErrNotFound, or an *Error where the entry is no action.
func (r Record) SetState(entry ID, words string) (Record, error) {
	_, e, ok := r.Find(entry)
	switch {
	case !ok:
		return r, notFound("entry", entry)
	case e.Action == nil:
		return r, refuse("only an action has a state: this is a %s", e.Kind)
	}
	next, act := *e, *e.Action
	act.State = CleanLine(words)
	next.Action = &act
	return r.Edit(next)
}
