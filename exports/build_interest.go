package exports

import (
	"strings"

	"minutebook/agenda"
)

// interest adds a declaration, or that there was none.
func (d *builder) interest(e *agenda.Entry) { d.told(e, whole(d.declaredBy(e.Interest))) }

// declaredBy is who declared an interest of which kind, in what, and what they
// did about it: "Councillor Verma declared an interest (pecuniary) in item 4
// (Dredging programme) and left the room: a tenant of the quay".
func (p *printer) declaredBy(v *agenda.Interest) string {
	s := p.s.Interests
	words := s.None
	if len(v.Holders) > 0 {
		words = p.holders(v.Holders)
	}
	if items := p.items(v.Items); items != "" {
		words += fill(s.In, items)
	}
	effect, known := s.Effect[strings.ToLower(v.Effect)]
	if known {
		words += effect
	}
	if v.Nature != "" {
		words += fill(s.Nature, v.Nature)
	}
	switch {
	case v.Effect == "" || known:
	case ended(words):
		words += " " + upperFirst(v.Effect)
	default:
		words += fill(s.Other, v.Effect)
	}
	return words
}

// holders is who declared an interest, those of one kind together.
func (p *printer) holders(list []agenda.Holder) string {
	s := p.s.Interests
	var kinds, out []string
	of := map[string][]agenda.Who{}
	for _, h := range list {
		if _, ok := of[h.Kind]; !ok {
			kinds = append(kinds, h.Kind)
		}
		of[h.Kind] = append(of[h.Kind], h.Who)
	}
	for _, k := range kinds {
		words := fill(s.Declared, p.people(of[k]))
		if k != "" {
			words += fill(s.Kind, k)
		}
		out = append(out, words)
	}
	return p.join(out)
}
