package tui

import (
	"strconv"
	"strings"

	"minutebook/agenda"
)

// The fields of a standing item.
const (
	itemTitle = iota
	itemWhen
	itemLead
	itemKind
	itemWording
	itemRecommends
)

var standings bodyList[agenda.Standing] = func(b *agenda.Body) *[]agenda.Standing { return &b.Standing }

// The usual words for when a standing item comes.
const (
	whenAlways = "every meeting"
	whenYearly = "first of the year"
)

func standingSection() bodySection {
	return bodySection{
		name: "Standing items", short: "Standing items", one: "item", first: 4,
		note: "A new meeting begins with these, in this order. They can be changed at each meeting.",
		fields: []bodyField{
			{label: "Title", hint: "As it stands on the agenda."},
			{label: "When", width: 17, choices: []string{whenAlways, "every 2nd meeting", "every 3rd meeting", whenYearly}},
			{label: "Lead", width: 18, from: 60, hint: "Who reports, if it is always the same."},
			{label: "Kind", width: 12, from: 84, choices: []string{agenda.KindApologies, agenda.KindInterests, agenda.KindMinutes, agenda.KindArising, agenda.KindActions, agenda.KindNext}},
			{label: "Wording", hint: "What the minutes usually say. It is offered, never put in by itself. alt+enter begins a line.", long: true},
			{label: "Recommends", hint: "What is usually recommended, one a line: ctrl+r offers it. alt+enter begins a line.", long: true},
		},
		rows: func(b *agenda.Body, _ string) []bodyRow {
			var rows []bodyRow
			for i, s := range b.Standing {
				rows = append(rows, bodyRow{at: i, values: []string{s.Title, whenWords(s), s.Lead, s.Kind, s.Wording, strings.Join(s.Recommends, "\n")}})
			}
			return rows
		},
		keep: keepStanding, drop: standings.drop, swap: standings.swap,
		fresh: func(*agenda.Body) []string { return []string{"", whenAlways, "", "", "", ""} },
	}
}

func keepStanding(k bodyKeep) (agenda.Body, *fieldTrouble) {
	s, v := standings.old(k), k.values
	detected := s.Title != "" && s.Kind == agenda.UsualItemKind(s.Title) || k.at < 0
	if detected && v[itemTitle] != s.Title && v[itemKind] == s.Kind {
		v[itemKind] = agenda.UsualItemKind(v[itemTitle])
	}
	s.Title, s.Lead, s.Kind, s.Wording = v[itemTitle], v[itemLead], v[itemKind], v[itemWording]
	if !k.same(itemWhen) {
		every, yearly, ok := readWhen(v[itemWhen])
		if !ok {
			return k.body, &fieldTrouble{itemWhen, "Every meeting, every 3rd meeting, or first of the year."}
		}
		s.Every, s.Yearly = every, yearly
	}
	if !k.same(itemRecommends) {
		s.Recommends = nil
		for _, r := range strings.Split(v[itemRecommends], "\n") {
			if r = strings.TrimSpace(r); r != "" {
				s.Recommends = append(s.Recommends, r)
			}
		}
	}
	return standings.put(k, s), nil
}

// whenWords is how often a standing item comes.
func whenWords(s agenda.Standing) string {
	switch {
	case s.Yearly:
		return whenYearly
	case s.Every > 1:
		return "every " + ordinal(s.Every) + " meeting"
	}
	return whenAlways
}

// readWhen understands how often a standing item comes.
func readWhen(typed string) (every int, yearly, ok bool) {
	typed = strings.ToLower(typed)
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, typed)
	n, err := strconv.Atoi(digits)
	switch {
	case typed == "", typed == whenAlways, typed == "each meeting", typed == "always":
		return 0, false, true
	case digits == "" && (strings.Contains(typed, "year") || strings.Contains(typed, "annual")):
		return 0, true, true
	case digits == "" && strings.Contains(typed, "other"), digits == "" && strings.Contains(typed, "second"):
		return 2, false, true
	case digits == "" && strings.Contains(typed, "third"):
		return 3, false, true
	case err == nil && n > 0 && n < 1000:
		return n, false, true
	}
	return 0, false, false
}

// ordinal is a number as an order: 3rd.
func ordinal(n int) string {
	end := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			end = "st"
		case 2:
			end = "nd"
		case 3:
			end = "rd"
		}
	}
	return strconv.Itoa(n) + end
}

var phrases bodyList[agenda.Phrase] = func(b *agenda.Body) *[]agenda.Phrase { return &b.Phrases }

func phraseSection() bodySection {
	return bodySection{
		name: "Phrases", short: "Phrases", one: "phrase", first: 2, main: 1,
		note: "A semicolon in the composer offers them. What stands in ‹ › is filled in there.",
		fields: []bodyField{
			{label: "Name", width: 20, hint: "What to type to find it: noted."},
			{label: "Text", hint: "The sentence. Type < and > round what is to be filled in.", long: true, less: "‹", more: "›"},
		},
		rows: func(b *agenda.Body, _ string) []bodyRow {
			var rows []bodyRow
			for i, p := range b.Phrases {
				rows = append(rows, bodyRow{at: i, values: []string{p.Name, p.Text}})
			}
			return rows
		},
		keep: func(k bodyKeep) (agenda.Body, *fieldTrouble) {
			return phrases.put(k, agenda.Phrase{Name: k.values[0], Text: k.values[1]}), nil
		},
		drop: phrases.drop, swap: phrases.swap,
		fresh: func(*agenda.Body) []string { return []string{"", ""} },
	}
}
