package tui

import (
	"cmp"
	"strings"

	"minutebook/agenda"
	"minutebook/exports"
)

// The fields of a house style.
const (
	styleSetOut = iota
	styleNames
	styleLeadIn
	styleReport
	styleWords
)

// The two ways with names, as they are shown.
const (
	namesHidden = "not named"
	namesShown  = "named"
)

// members stands in a lead-in for who asked.
const members = "‹members›"

func styleSection() bodySection {
	return bodySection{
		name: "House style", short: "House style", sample: true,
		note: "The same entries print in each of these ways; nothing that was minuted changes.",
		fields: []bodyField{
			{label: "Set out", hint: "How questions and answers stand in the minutes. An item can have a way of its own.", choices: renderings(), only: true},
			{label: "Who asked", hint: "Whether the minutes name those who asked and answered. The names that were minuted are kept either way.", choices: []string{namesHidden, namesShown}, only: true},
			{label: "Lead-in", hint: "What stands before two or more questions. Type < for who asked. Empty: the words of the house. A dash: nothing.", less: members, wrap: true},
			{label: "With a paper", hint: "The same where the item has a paper. Empty: the words of the house. A dash: nothing.", less: members, wrap: true},
			{label: "Words", hint: "The words and sentences of the minutes: a council’s in English, American practice, German or French.", choices: agenda.Profiles(), only: true},
		},
		rows: func(b *agenda.Body, _ string) []bodyRow {
			s := agenda.StyleNamed(b.Style)
			names := namesHidden
			if s.Names {
				names = namesShown
			}
			return formRows(string(s.Rendering), names, leadInWords(b.Style.LeadIn), leadInWords(b.Style.LeadInReport), cmp.Or(b.Style.Profile, agenda.Profiles()[0]))
		},
		keep: keepStyle,
	}
}

func leadInWords(s string) string { return strings.ReplaceAll(s, "%s", members) }

func keepStyle(k bodyKeep) (agenda.Body, *fieldTrouble) {
	b, v := k.body, k.values
	if !k.same(styleSetOut) {
		b.Style.Rendering = agenda.Rendering(v[styleSetOut])
	}
	if !k.same(styleNames) {
		b.Style.Names = agenda.NamesHidden
		if v[styleNames] == namesShown {
			b.Style.Names = agenda.NamesShown
		}
	}
	if !k.same(styleWords) {
		b.Style.Profile = v[styleWords]
	}
	b.Style.LeadIn = readLeadIn(v[styleLeadIn])
	b.Style.LeadInReport = readLeadIn(v[styleReport])
	return b, nil
}

func readLeadIn(s string) string {
	if s == "–" || s == "—" {
		return agenda.NoLeadIn
	}
	return strings.ReplaceAll(s, members, "%s")
}

// sampleMeeting is a few entries that show a house style.
func sampleMeeting() agenda.Meeting {
	const pike, holt = 1, 2
	m := agenda.Meeting{
		Roster: []agenda.Attendee{
			{ID: pike, Title: "Cllr", Name: "Tom Pike", Voting: true}, {ID: holt, Name: "Dana Holt"},
		},
		Items: []*agenda.Item{{Kind: agenda.KindOpening}, {ID: 3, Level: 1, Title: "Sample", Entries: []*agenda.Entry{
			{ID: 4, Kind: agenda.Question, Speaker: agenda.Who{ID: pike}, Text: "What would the winter tides do?"},
			{ID: 5, Kind: agenda.Response, On: 4, Speaker: agenda.Who{ID: holt}, Text: "four weeks of slack were allowed."},
			{ID: 6, Kind: agenda.Comment, Speaker: agenda.Who{ID: pike}, Text: "residents should be told."},
		}}},
	}
	return agenda.New(m).Open
}

// sample is how the minutes of a body look, drawn by what writes them.
func (a *app) sample(b agenda.Body, measure int) []string {
	blocks := exports.Build(b, sampleMeeting(), agenda.Life{}).Blocks
	from := 0
	for i, block := range blocks {
		switch block := block.(type) {
		case exports.Heading:
			if block.Level > 1 {
				from = i + 1
			}
		case exports.Signature:
			blocks = blocks[:i]
		}
	}
	r := &reader{text: newReadText(exports.Document{Blocks: blocks[from:]}, measure)}
	var rows []string
	for _, row := range r.text.layOut(measure) {
		rows = append(rows, r.draw(a, row, 0))
	}
	return rows
}
