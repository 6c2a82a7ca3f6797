package notes

import (
	"strings"

	"minutebook/agenda"
)

// interest reads "NAME (kind), NAME (kind) on ITEM, ITEM: NATURE; EFFECT". All
// but the names may be missing; "none" says that nobody has an interest. The
// names and items end at the first ":" or ";". Behind the colon the last ";"
// parts the nature from the effect, so that a nature may have others.
func (s *scribe) interest(f frag) {
	mistakes := len(s.problems)
	names, items, rest, on := cutInterest(f)
	in := agenda.Interest{}
	if !strings.EqualFold(names.s, "none") {
		if in.Holders = s.holders(names); len(in.Holders) == 0 && len(s.problems) == mistakes {
			s.expected(names, "nobody", "who has an interest, like /interest Verma (pecuniary) on 4; left, or /interest none")
		}
	}
	if in.Items = s.items(items); on && in.Items == nil {
		s.expected(items, "“on” with no items behind it", "the items, like /interest Verma on 4, 5")
	}
	nature, effect := cutEffect(rest)
	in.Nature = strings.Trim(unescape(nature.s, inLists), " \n")
	in.Effect = agenda.CleanLine(unescape(effect.s, inLists))
	s.decided(agenda.Entry{Kind: agenda.Declared, Interest: &in}, f, mistakes, declaredWords(s.seen()[0], &in))
}

// cutInterest splits an interest into its names, its items and the rest from
// its ":" or ";" on; on says whether items are announced.
func cutInterest(f frag) (names, items, rest frag, on bool) {
	ends := func(g frag, i int) bool { return g.s[i] == ':' || g.s[i] == ';' }
	i := f.outside(func(i int) bool { return ends(f, i) || f.startsOn(i) })
	if i < 0 {
		return f, frag{at: f.at + len(f.s)}, frag{at: f.at + len(f.s)}, false
	}
	names, rest = f.to(i).trim(), f.from(i)
	if rest.s[0] != ' ' {
		return names, frag{at: rest.at}, rest, false
	}
	items = rest.from(len(" on")).trim()
	rest = frag{at: items.at + len(items.s)}
	if j := items.index(true, func(j int) bool { return ends(items, j) }); j >= 0 {
		items, rest = items.to(j).trim(), items.from(j)
	}
	return names, items, rest, true
}

// startsOn is whether " on" begins at byte i, with items behind it or none.
func (f frag) startsOn(i int) bool {
	rest, ok := strings.CutPrefix(f.s[i:], " on")
	return ok && (rest == "" || strings.IndexByte(" :;", rest[0]) >= 0)
}

// cutEffect splits ": NATURE; EFFECT", ": NATURE" or "; EFFECT".
func cutEffect(rest frag) (nature, effect frag) {
	if rest.s == "" || rest.s[0] == ';' {
		return frag{at: rest.at}, rest.from(min(1, len(rest.s))).trim()
	}
	nature = rest.from(1)
	last := -1
	nature.index(false, func(i int) bool {
		if nature.s[i] == ';' {
			last = i
		}
		return false
	})
	before, after, _ := nature.cutAt(last)
	return before.trim(), after.trim()
}

// holders reads names, each perhaps with a kind in brackets behind it.
func (s *scribe) holders(f frag) []agenda.Holder {
	var out []agenda.Holder
	for f.s != "" {
		one, rest, _ := f.cutAt(f.outside(func(i int) bool { return f.s[i] == ',' }))
		if one, f = one.trim(), rest; one.s == "" {
			continue
		}
		name, kind, ok := cutKind(one)
		if !ok {
			s.expected(one, quoted(one.s), "one kind of interest in brackets behind the name, like Verma (pecuniary)")
			continue
		}
		if w, known := s.somebody(name); known {
			out = append(out, agenda.Holder{Who: w, Kind: kind})
		}
	}
	return out
}

// cutKind splits "NAME (kind)"; ok is false where the brackets do not match.
func cutKind(f frag) (name frag, kind string, ok bool) {
	open := f.index(true, func(i int) bool { return f.s[i] == '(' })
	if open < 0 {
		return f, "", f.index(true, func(i int) bool { return f.s[i] == ')' }) < 0
	}
	inner := f.from(open + 1)
	depth := 1
	end := inner.index(false, func(i int) bool {
		switch inner.s[i] {
		case '(':
			depth++
		case ')':
			depth--
		}
		return depth == 0
	})
	if end < 0 || end != len(inner.s)-1 {
		return f, "", false
	}
	return f.to(open).trim(), agenda.CleanLine(unname(inner.s[:end])), true
}

// declaredWords is an interest for a message.
func declaredWords(m *agenda.Meeting, in *agenda.Interest) string {
	names := make([]string, len(in.Holders))
	for i, h := range in.Holders {
		names[i] = who(m, h.Who)
	}
	words := strings.Join(names, ", ") + " declared an interest"
	if len(names) == 0 {
		words = "no interests declared"
	}
	if len(in.Items) > 0 {
		words += " in " + told(m, in.Items...)
	}
	if in.Effect != "" {
		words += ": " + in.Effect
	}
	return words
}

func writeInterest(m *agenda.Meeting, in *agenda.Interest) string {
	names := make([]string, len(in.Holders))
	for i, h := range in.Holders {
		if names[i] = guardWord(writeWho(m, h.Who), "on"); h.Kind != "" {
			names[i] += " (" + escapeName(h.Kind) + ")"
		}
	}
	line := strings.Join(names, ", ")
	if strings.EqualFold(line, "none") {
		line = `\` + line
	}
	if len(names) == 0 {
		line = "none"
	}
	if len(in.Items) > 0 {
		line += " on " + writeItems(m, in.Items)
	}
	if in.Nature != "" {
		line += ": " + escape(in.Nature, inLists)
	}
	if in.Effect != "" {
		line += "; " + escape(in.Effect, inLists)
	}
	return "/interest " + line
}
