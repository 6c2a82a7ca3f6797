package exports

import (
	"strings"

	"minutebook/agenda"
)

// interest adds a declaration, or that there was none.
func (d *builder) interest(e *agenda.Entry) { d.told(e, whole(d.declaredBy(e.Interest))) }

// declaredBy is who declared an interest of which kind, in what, of what
// nature, and what they did about it: "Councillor Verma declared an interest
// (pecuniary) in item 4 (Dredging programme): a tenant of the quay. Councillor
// Verma left the room".
func (p *printer) declaredBy(v *agenda.Interest) string {
	s := p.s.Interests
	words := s.None
	if len(v.Holders) > 0 {
		words = p.holders(v.Holders)
	}
	if items := p.items(v.Items); items != "" {
		words += fill(s.In, items)
	}
	if v.Nature != "" {
		words += fill(s.Nature, v.Nature)
	}
	effect, known := s.Effect[strings.ToLower(v.Effect)]
	who := holding(v.Holders)
	switch did := either(effect, len(who)); {
	case v.Effect == "":
	case known && v.Nature != "" && len(who) > 0:
		words = stop(words) + " " + upperFirst(fill(s.Whose, p.people(who), did))
	case known:
		words += fill(s.And, did)
	case ended(words):
		words += " " + upperFirst(v.Effect)
	default:
		words += fill(s.Other, v.Effect)
	}
	return words
}

// holding is all of those who declared an interest.
func holding(list []agenda.Holder) []agenda.Who {
	who := make([]agenda.Who, len(list))
	for i, h := range list {
		who[i] = h.Who
	}
	return who
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
		words := fill(either(s.Declared, len(of[k])), p.people(of[k]))
		if k != "" {
			words += fill(s.Kind, k)
		}
		out = append(out, words)
	}
	return p.join(out)
}
