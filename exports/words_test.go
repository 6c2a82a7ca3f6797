package exports

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

// wordsOf is all the text of a document, one line a paragraph or cell.
func wordsOf(blocks []Block) string {
	var b strings.Builder
	add := func(texts ...string) { b.WriteString(oneLine(strings.Join(texts, "")) + "\n") }
	for _, bl := range blocks {
		switch bl := bl.(type) {
		case Heading:
			add(bl.Text)
		case Paragraph:
			for _, r := range bl {
				b.WriteString(oneLine(r.Text))
			}
			b.WriteByte('\n')
		case List:
			for _, item := range bl {
				b.WriteString(wordsOf(item))
			}
		case Table:
			for _, row := range append([][]string{bl.Head}, bl.Rows...) {
				for _, c := range row {
					add(c)
				}
			}
		case Resolution:
			add(bl.Number, " ", bl.Verb)
			for _, p := range bl.Parts {
				for _, text := range p.Text {
					add(text)
				}
			}
			add(bl.By)
		}
	}
	return b.String()
}

// typed lists what the clerk typed into an entry and the minutes must say.
func typed(e *agenda.Entry) []string {
	out := []string{e.Text}
	opening := e.Event != nil && agenda.OnRoll(e.Event.What)
	if !opening { // a line of the roll has no number
		out = append(out, e.Number)
	}
	if e.Verb != agenda.AsTyped {
		out = append(out, e.Verb)
	}
	var points func([]agenda.Point)
	points = func(ps []agenda.Point) {
		for _, p := range ps {
			out = append(out, p.Text)
			points(p.Points)
		}
	}
	if !opening {
		points(e.Points)
	}
	if r := e.Resolution; r != nil {
		points(r.Parts)
		out = append(out, r.Condition, r.Reasons, r.Alternatives, r.Thanks)
		if r.By != nil && r.By.Vote != nil {
			out = append(out, r.By.Vote.Result)
			for _, tally := range r.By.Vote.Tallies {
				out = append(out, tally.Count)
			}
		}
	}
	out = append(out, typedBusiness(e)...)
	if a := e.Action; a != nil {
		for _, o := range a.Owners {
			out = append(out, o.Words)
		}
		if _, _, err := agenda.Clock(a.Due).Time(); err != nil {
			out = append(out, a.Due)
		}
	}
	if t := e.Table; t != nil {
		out = append(out, t.Caption)
		for _, row := range t.Rows {
			out = append(out, row...)
		}
	}
	if e.Kind == agenda.Update {
		out = append(out, e.Speaker.Words)
	}
	return out
}

// typedBusiness lists the same of motions, votes, elections, interests and
// corrections. Words that have others of the house in their place are not in it.
func typedBusiness(e *agenda.Entry) []string {
	var out []string
	if v := e.Vote; v != nil {
		out = append(out, v.Held, v.Result)
		for _, t := range v.Tallies {
			out = append(out, t.Count)
		}
		for _, b := range v.Named {
			out = append(out, b.Weight)
		}
	}
	if e.Outcome != nil {
		out = append(out, e.Outcome.Reason)
	}
	if e.Election != nil {
		out = append(out, e.Election.Office)
		for _, c := range e.Election.Candidates {
			out = append(out, c.Count)
		}
	}
	if e.Interest != nil {
		out = append(out, e.Interest.Nature)
	}
	if e.Correction != nil {
		out = append(out, e.Correction.Minute)
		for _, c := range e.Correction.Changes {
			out = append(out, c.Delete, c.Insert)
		}
	}
	return out
}

func TestEveryWordIsPrinted(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		r, b := agendatest.Record(t), agendatest.Body(t)
		// Case apart, because a verb is printed in capitals.
		printed := strings.ToLower(strings.ToUpper(wordsOf(Build(b, r.Open, agenda.Life{}).Blocks)))
		want := []string{b.Name, r.Open.Place, r.Open.Quorum, r.Open.Kind}
		for _, it := range r.Open.Items {
			if it.Titled() {
				want = append(want, it.Number, it.Title, it.Outcome.Words, it.Outcome.To, it.Outcome.Reason, it.Late)
			}
			for _, e := range it.Entries {
				want = append(want, typed(e)...)
			}
		}
		for _, w := range want {
			for _, p := range paragraphs(w) {
				if !strings.Contains(printed, strings.ToLower(strings.ToUpper(p))) {
					t.Fatalf("%q is lost from\n%s", p, printed)
				}
			}
		}
	})
}
