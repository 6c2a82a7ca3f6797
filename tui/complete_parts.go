package tui

import (
	"slices"
	"strings"

	"minutebook/agenda"
)

// partAsked finds which part of a /word is being typed: rest is what stands
// behind the word, as far as the cursor.
func partAsked(word, rest string) asking {
	switch word {
	case "/take":
		bare := strings.TrimLeft(rest, " ")
		return asking{list: listTake, typed: strings.TrimLeft(bare, "#"), n: len(bare)}
	case "/motion", "/procedure", "/amend", "/substantive":
		return movedAsked(rest)
	case "/vote":
		return voteAsked(rest, asking{list: listLabels})
	case "/by":
		return voteAsked(rest, asking{list: listNames})
	case "/strike":
		return labelledAsked(rest, asking{list: listNames})
	case "/outcome":
		if strings.Contains(rest, ":") {
			return asking{}
		}
		return behind(rest, 0, asking{list: listSaid, set: "outcome"})
	case "/interest":
		return interestAsked(rest)
	case "/nominate", "/elect", "/ballot":
		return electionAsked(word, rest)
	case "/taken":
		return itemAsked(rest, " before ")
	case "/together", "/items":
		return itemAsked(rest, ",")
	case "/link":
		if strings.Contains(strings.TrimLeft(rest, " "), " ") {
			return asking{}
		}
		return behind(rest, 0, asking{list: listSaid, set: "link"})
	case "/leave":
		if i := strings.LastIndexByte(rest, ';'); i >= 0 && !strings.Contains(rest, ":") {
			return behind(rest, i+1, asking{list: listSaid, set: "leave"})
		}
	}
	return namesAsked(word, rest)
}

// namesAsked is of the words that take names and nothing else.
func namesAsked(word, rest string) asking {
	w, ok := wordCalled(word)
	if !ok || w.parts != partNames || strings.ContainsAny(rest, ";:") {
		return asking{}
	}
	from := strings.LastIndexAny(rest, ",/") + 1
	if i := strings.LastIndex(rest, " for "); i >= 0 {
		from = max(from, i+len(" for "))
	}
	return behind(rest, from, asking{list: listNames})
}

// behind asks for what stands behind a byte of the line.
func behind(rest string, from int, q asking) asking {
	words := strings.TrimLeft(rest[from:], " ")
	q.typed, q.n = words, len(words)
	if q.list == listNames {
		q.typed = strings.TrimPrefix(words, "@")
	}
	return q
}

// likeLabel is whether a word begins like the label of a motion: m1, a1.1, p1.
func likeLabel(s string) bool {
	return len(s) > 1 && strings.IndexByte("map", s[0]) >= 0 && s[1] >= '0' && s[1] <= '9'
}

// movedAsked is of a motion: perhaps the label of another, then movers and
// seconders.
func movedAsked(rest string) asking {
	switch first, _, more := strings.Cut(strings.TrimLeft(rest, " "), " "); {
	case strings.Contains(rest, ":"):
		return asking{}
	case likeLabel(first) && !more:
		return behind(rest, 0, asking{list: listLabels})
	case likeLabel(first):
		rest = rest[strings.Index(rest, first)+len(first):]
	}
	return behind(rest, strings.LastIndexAny(rest, ",/")+1, asking{list: listNames})
}

// labelledAsked is of a word that takes a label and then something else.
func labelledAsked(rest string, then asking) asking {
	if strings.Contains(rest, ":") {
		return asking{}
	}
	first, _, more := strings.Cut(strings.TrimLeft(rest, " "), " ")
	if !more {
		return behind(rest, 0, asking{list: listLabels})
	}
	return behind(rest, strings.Index(rest, first)+len(first), then)
}

// voteAsked is of a vote, whose first field is something of its own: then come
// the choices with their names, and what was declared.
func voteAsked(rest string, first asking) asking {
	i := strings.LastIndexByte(rest, ';')
	if i < 0 && first.list == listLabels {
		label, field, more := strings.Cut(strings.TrimLeft(rest, " "), " ")
		if !more && !strings.Contains(rest, ":") {
			return behind(rest, 0, first)
		}
		if !likeLabel(label) {
			field = rest
		}
		colon := strings.IndexByte(field, ':') // "/vote m1 for: Verma, lu"
		if colon < 0 {
			return asking{}
		}
		from := len(rest) - len(field) + max(colon, strings.LastIndexByte(field, ','))
		return behind(rest, from+1, asking{list: listNames})
	}
	if i < 0 {
		return behind(rest, strings.LastIndexAny(rest, ",/")+1, first)
	}
	word, _, named := strings.Cut(rest[i+1:], ":")
	switch {
	case named && strings.TrimSpace(word) == "by":
		return asking{}
	case named:
		return behind(rest, i+1+strings.LastIndexAny(rest[i+1:], ",:")+1, asking{list: listNames})
	}
	return behind(rest, i+1, asking{list: listSaid, set: "vote"})
}

// interestAsked is of an interest: names with a kind, items, nature, effect.
func interestAsked(rest string) asking {
	colon, on := strings.IndexByte(rest, ':'), strings.LastIndex(rest, " on ")
	semi := strings.LastIndexByte(rest, ';')
	open, comma := strings.LastIndexByte(rest, '('), strings.LastIndexByte(rest, ',')
	switch {
	case semi >= 0:
		return behind(rest, semi+1, asking{list: listSaid, set: "effect"})
	case colon >= 0:
		return asking{}
	case open > strings.LastIndexByte(rest, ')'):
		return behind(rest, open+1, asking{list: listSaid, set: "interest"})
	case on >= 0:
		return behind(rest, max(on+len(" on "), comma+1), asking{list: listNumbers})
	}
	return behind(rest, comma+1, asking{list: listNames})
}

// electionAsked is of the words about an office.
func electionAsked(word, rest string) asking {
	colon, semi := strings.IndexByte(rest, ':'), strings.LastIndexByte(rest, ';')
	by := strings.LastIndex(rest, " by ")
	switch {
	case word == "/ballot" && colon < 0:
		return asking{}
	case word == "/ballot":
		q := behind(rest, max(colon, semi)+1, asking{list: listNames})
		return q
	case semi >= 0:
		return behind(rest, semi+1, asking{list: listSaid, set: "elected"})
	case colon >= 0:
		return asking{}
	case word == "/nominate" && by >= 0:
		return behind(rest, max(by+len(" by "), strings.LastIndexAny(rest, ",/")+1), asking{list: listNames})
	case word == "/nominate" && strings.Contains(rest, " for "):
		return asking{}
	}
	return behind(rest, strings.LastIndexByte(rest, ',')+1, asking{list: listNames})
}

// itemAsked is of a word that takes the numbers of items, parted by sep.
func itemAsked(rest, sep string) asking {
	if strings.Contains(rest, ":") {
		return asking{}
	}
	from := 0
	if i := strings.LastIndex(rest, sep); i >= 0 {
		from = i + len(sep)
	}
	return behind(rest, from, asking{list: listNumbers})
}

// labelHits is the motions of the item that is written to, the latest first.
func (l *live) labelHits(q asking) []hit {
	it, ok := l.s.record().Whole(l.target())
	if !ok {
		return nil
	}
	labels := it.Labels()
	var hits []hit
	for _, e := range slices.Backward(it.Entries) {
		if label := labels[e.ID]; label != "" && strings.HasPrefix(label, q.typed) {
			hits = append(hits, hit{name: label, to: len(q.typed), does: firstLine(e.Text), put: label + " "})
		}
	}
	return hits
}

func firstLine(text string) string {
	first, _, _ := strings.Cut(text, "\n")
	return first
}

// saidHits is the house's own words for a part of a /word. Any others are kept
// as they are typed.
func (l *live) saidHits(q asking) []hit {
	offered := l.house().Offered
	var words, after []string
	switch q.set {
	case "vote":
		words, after = slices.Concat(offered.Results, agenda.Choices), make([]string, len(offered.Results))
		for range agenda.Choices {
			after = append(after, ": ")
		}
	case "outcome":
		words = offered.Outcomes
	case "effect":
		words = offered.Effects
	case "interest":
		words = offered.Interests
	case "elected":
		words = offered.Elected
	case "link":
		words = agenda.LinkKinds
	case "leave":
		words = []string{agenda.Interested}
	}
	var hits []hit
	for i, w := range words {
		at := typedIn(w, q.typed)
		if at < 0 || w == q.typed {
			continue
		}
		h := hit{name: w, bold: at, to: at + len(q.typed), put: w}
		if i < len(after) {
			h.put += after[i]
		}
		if q.set == "interest" {
			h.put += ")"
		}
		hits = append(hits, h)
	}
	return hits
}

// numberHits is the items that can be named by their numbers.
func (l *live) numberHits(q asking) []hit {
	return slices.DeleteFunc(l.itemHits(q), func(h hit) bool { return h.put == "" })
}
