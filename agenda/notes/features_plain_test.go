package notes_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// plainFeatures is headings, numbers, tables, talk.
var plainFeatures = []feature{
	{"item numbers as typed", "numbers", func(t *testing.T, r agenda.Record) {
		var got []string
		for _, it := range r.Open.Items[1:] {
			got = append(got, it.Number)
		}
		equals(t, "numbers", strings.Join(got, "; "), "196/20; 198/20; 198/20.1; 4.4.5iv; 198/20.1; A; 7; ")
	}},
	{"items to any depth", "numbers", func(t *testing.T, r agenda.Record) {
		got := ""
		for _, it := range r.Open.Items[1:] {
			got += strconv.Itoa(it.Level)
		}
		equals(t, "levels", got, "11232111")
	}},
	{"heading with neither title nor minutes", "numbers", func(t *testing.T, r agenda.Record) {
		it := numbered(t, r, "7")
		equals(t, "title", it.Title, "")
		equals(t, "entries", len(it.Entries), 0)
	}},
	{"matters arising", "arising", func(t *testing.T, r agenda.Record) {
		it := numbered(t, r, "4")
		equals(t, "kind", it.Kind, agenda.KindArising)
		equals(t, "minutes of", strings.Join(it.Entries[0].Event.Meetings, "; "), "15 January 2026")
		equals(t, "what became of it", it.Entries[1].Action.State, "two have come in")
		equals(t, "link", it.Entries[2].Resolution.Links[0].Kind, agenda.Discharges)
	}},
	{"sub-points of a paragraph", "numbers", func(t *testing.T, r agenda.Record) {
		equals(t, "points", pointed(nth(t, r, "4.4.5iv", 0).Points), "to the pilots:(£40 for fuel|£12 for rope)|to the crew")
	}},
	{"sub-points of a resolution", "numbers", func(t *testing.T, r agenda.Record) {
		last := r.Open.Items[len(r.Open.Items)-1]
		equals(t, "points", pointed(last.Entries[0].Resolution.Parts), "That:(the letter be answered;(by the Clerk)|the map be kept.)")
	}},

	{"named debate", "debate", func(t *testing.T, r agenda.Record) {
		var got []string
		for _, e := range numbered(t, r, "5").Entries {
			got = append(got, string(e.Kind)+" "+r.Open.Call(e.Speaker))
		}
		equals(t, "speakers", strings.Join(got, "; "), "update Cllr Asha Verma; update Cllr Tom Pike; comment Cllr Jo Lunt; further Dana Holt")
		equals(t, "points", pointed(nth(t, r, "5", 1).Points), "it was cheap; and|it was late.")
	}},
	{"questions by name with supplementary", "debate", func(t *testing.T, r agenda.Record) {
		it := numbered(t, r, "4")
		equals(t, "who asked", r.Open.Call(it.Entries[0].Speaker), "Cllr Jo Lunt")
		equals(t, "who answered", r.Open.Call(it.Entries[1].Speaker), "Dana Holt")
		equals(t, "answer", it.Entries[1].On, it.Entries[0].ID)
		equals(t, "as typed", it.Entries[1].Verb, agenda.AsTyped)
		equals(t, "supplementary", r.Open.Call(it.Entries[2].Speaker), "Cllr Jo Lunt")
		equals(t, "its answer", it.Entries[3].On, it.Entries[2].ID)
	}},
	{"public speakers", "debate", func(t *testing.T, r agenda.Record) {
		it := numbered(t, r, "3")
		equals(t, "kind", it.Kind, "public speakers")
		equals(t, "first", it.Entries[0].Speaker, agenda.Who{Words: "Ms Ida Moss"})
		equals(t, "second", it.Entries[1].Speaker, agenda.Who{Words: "Mr Lee Grant, for the Anglers"})
	}},
	{"number of the public in the room", "debate", func(t *testing.T, r agenda.Record) { equals(t, "public", r.Open.Public, "3") }},
	{"house style", "debate", func(t *testing.T, r agenda.Record) {
		file := featuredFile(t, "debate")
		equals(t, "style", file.Meetings[0].Body.Style, agenda.StyleRef{Profile: "council", Rendering: agenda.Labelled, Names: agenda.NamesShown})
	}},

	{"table with caption", "money", func(t *testing.T, r agenda.Record) {
		table := nth(t, r, "6", 0).Table
		equals(t, "caption", table.Caption, "Income and spending 2025–26")
		equals(t, "head", strings.Join(table.Rows[0], "|"), "Head|Budget|Spent|Left")
		equals(t, "tables", len(nth(t, r, "6", 1).Table.Rows), 2)
	}},
	{"sums of money byte for byte", "money", func(t *testing.T, r agenda.Record) {
		rows := nth(t, r, "6", 0).Table.Rows
		equals(t, "pounds", rows[1][2], "£47,250.50")
		equals(t, "no-break space", rows[2][1], "€1\u00a0200,00")
		equals(t, "narrow no-break space", rows[2][2], "€1\u202f350,00")
		equals(t, "minus", rows[2][3], "\u2212€150,00")
		equals(t, "not computed", strings.Join(rows[3][1:], " "), "£1 £2 £9")
		equals(t, "dash and minus", nth(t, r, "6", 2).Text, "The balance was £749.50 \u2013 £150 less than in 2024\u201325 \u2013 and \u2212£12 in petty cash.")
		equals(t, "hyphen before a sum", nth(t, r, "6", 3).Text, "-£5 was written off.")
	}},

	{"other language", "language", func(t *testing.T, r agenda.Record) {
		equals(t, "kind of meeting", r.Open.Kind, "Séance ordinaire")
		equals(t, "verb", nth(t, r, "2", 2).Verb, "décide")
		equals(t, "second verb", nth(t, r, "2", 3).Verb, "charge")
		equals(t, "effect", nth(t, r, "3", 0).Interest.Effect, "s’est retirée")
		equals(t, "how", nth(t, r, "1", 0).Election.How, "à l’unanimité")
		equals(t, "name", r.Open.Roster[2].Name, "Łucja Zięba")
	}},
	{"headings in another language", "language", func(t *testing.T, r agenda.Record) {
		equals(t, "title", numbered(t, r, "1").Title, "Désignation du secrétaire de séance")
		equals(t, "kind", numbered(t, r, "2").Kind, "délibération")
		file := featuredFile(t, "language")
		equals(t, "lead-in", file.Meetings[0].Body.Style.LeadIn, "%s ont posé ces questions\u00a0:")
	}},
	{"draft mark", "language", func(t *testing.T, r agenda.Record) {
		equals(t, "draft", featuredFile(t, "language").Meetings[0].Draft, 3)
	}},
	{"signature", "signature", func(t *testing.T, r agenda.Record) {
		// Where the minutes are signed is data of the house style.
		if sign := agenda.StyleNamed(r.Open.Style).Head.Sign; !strings.Contains(sign, "Date") {
			t.Errorf("the line to sign is %q", sign)
		}
		equals(t, "draft", featuredFile(t, "signature").Meetings[0].Draft, 2)
	}},
	{"heading with body, kind, time and place", "debate", func(t *testing.T, r agenda.Record) {
		m := r.Open
		equals(t, "kind", m.Kind, "Ordinary")
		equals(t, "start", m.Start, "2026-03-12T18:00")
		equals(t, "place", m.Place, "Guildhall, Northmoor")
		equals(t, "body", featuredFile(t, "debate").Meetings[0].Body.Name, "Northmoor Harbour Committee")
	}},
}

// featuredFile is a fixture with what the record does not hold.
func featuredFile(t *testing.T, name string) notes.File {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "features", name+".notes"))
	if err != nil {
		t.Fatal(err)
	}
	file, err := notes.Parse(name, string(text))
	if err != nil {
		t.Fatal(err)
	}
	return file
}
