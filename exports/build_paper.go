package exports

import (
	"slices"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// paper adds which paper the body had before it, what that recommended and what
// it asked. What the minute of the item says in the very words is not said
// twice: the clerk's account of the report, a recommendation that was resolved
// as it stood, a question whose answer repeats it. How to reach those who know
// more is for the members, and not printed.
func (d *builder) paper(it *agenda.Item) {
	p := it.Paper
	if p == nil {
		return
	}
	o := d.s.Order
	if line := d.paperLine(p); line != "" && !d.accounted(it, p) {
		d.add(Paragraph{{whole(line), Italic}})
	}
	if !slices.ContainsFunc(p.Recommends, func(r string) bool { return !resolvedAs(it, r) }) {
		// all of them are decisions below
	} else if l := lines(p.Recommends); len(l) > 0 {
		d.add(plain(o.Recommended), l)
	}
	var open []string
	for i, ask := range p.Asks {
		if !answeredAs(it, i+1) {
			open = append(open, ask)
		}
	}
	if l := lines(open); len(l) > 0 {
		d.add(plain(o.PaperAsked), l)
	}
}

// paperLine is the number and title of a paper and who stands behind it: "paper:
// 7, Dredging (report of Harbour Master)".
func (p *printer) paperLine(paper *agenda.Paper) string {
	o := p.s.Order
	var named, by []string
	for _, part := range []string{paper.Number, paper.Title} {
		if part != "" {
			named = append(named, oneLine(part))
		}
	}
	for _, role := range []struct {
		phrase string
		who    []string
	}{{o.ReportOf, paper.Of}, {o.LedBy, paper.Leads}, {o.SponsoredBy, paper.Sponsors}} {
		if who := p.join(role.who); who != "" {
			by = append(by, fill(role.phrase, oneLine(who)))
		}
	}
	words := strings.Join(named, ", ")
	switch behind := strings.Join(by, "; "); {
	case words+behind == "":
		return ""
	case behind == "":
		return fill(o.Paper, words)
	case words == "":
		return behind
	default:
		return fill(o.Paper, words) + " (" + behind + ")"
	}
}

// accounted is whether the clerk's own words in the item name all of a paper.
func (d *builder) accounted(it *agenda.Item, p *agenda.Paper) bool {
	var told strings.Builder
	for _, e := range it.Entries {
		switch e.Kind {
		case agenda.Narrative:
			told.WriteString(e.Text + "\n")
		case agenda.Update:
			told.WriteString(d.callFull(e.Speaker) + " " + e.Text + "\n")
		}
	}
	said := strings.ToLower(told.String())
	names := slices.Concat([]string{p.Number, p.Title}, p.Of, p.Leads, p.Sponsors)
	return !slices.ContainsFunc(names, func(n string) bool { return !strings.Contains(said, strings.ToLower(n)) })
}

// resolvedAs is whether the item holds a recommendation as a decision, word for
// word.
func resolvedAs(it *agenda.Item, words string) bool {
	wanted := recommended(words)
	same := func(a, b agenda.Point) bool { return a.Text == b.Text && len(a.Points)+len(b.Points) == 0 }
	return slices.ContainsFunc(it.Entries, func(e *agenda.Entry) bool {
		return e.Resolution != nil && slices.ContainsFunc(e.Resolution.Parts, func(p agenda.Point) bool {
			return p.Text == wanted.Text && slices.EqualFunc(p.Points, wanted.Points, same)
		})
	})
}

// recommended is a recommendation as a point, with points below where it has
// them as the notes write those: "That it be approved:", "- in part".
func recommended(words string) (p agenda.Point) {
	var texts []string
	for line := range strings.SplitSeq(words, "\n") {
		if below, ok := strings.CutPrefix(line, "- "); ok {
			p.Points = append(p.Points, agenda.Point{Text: below})
		} else {
			texts = append(texts, line)
		}
	}
	p.Text = strings.Join(texts, "\n")
	return p
}

// answeredAs is whether a resolution of the item says that it answers a question
// of the paper.
func answeredAs(it *agenda.Item, n int) bool {
	link := agenda.Link{Kind: agenda.Answers, To: strconv.Itoa(n)}
	return slices.ContainsFunc(it.Entries, func(e *agenda.Entry) bool {
		return e.Resolution != nil && slices.Contains(e.Resolution.Links, link)
	})
}

// lines makes bullets of texts.
func lines(texts []string) List {
	points := make([]agenda.Point, len(texts))
	for i, t := range texts {
		points[i] = recommended(t)
	}
	return list(points)
}
