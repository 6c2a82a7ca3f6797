package exports

import (
	"bytes"
	"testing"

	"minutebook/agenda"
)

// designed is the meeting of the sample whole: with a motion, an amendment,
// their votes and an item that is private business.
func designed(t *testing.T) agenda.Record {
	t.Helper()
	m := sample()
	four, five := *m.Items[1], *m.Items[2]
	four.Entries = append(append(four.Entries[:8:8],
		&agenda.Entry{ID: 201, Kind: agenda.Moved, Text: "That the programme be approved.",
			Motion: &agenda.Motion{Class: agenda.MainMotion, Movers: whos(verma), Seconders: whos(lunt)}},
		&agenda.Entry{ID: 202, Kind: agenda.Moved, On: 201, Text: `That "for 2026" be inserted after "programme".`,
			Motion: &agenda.Motion{Class: agenda.Amendment, Movers: whos(pike), Seconders: whos(lunt)}},
		&agenda.Entry{ID: 203, Kind: agenda.Voted, On: 202, Vote: &agenda.Vote{Tallies: tallied("1", "2"), Result: "lost"}},
		&agenda.Entry{ID: 204, Kind: agenda.Voted, On: 201, Vote: &agenda.Vote{Result: "carried", Named: []agenda.Ballot{
			{Who: agenda.Who{ID: verma}, Choice: agenda.For}, {Who: agenda.Who{ID: lunt}, Choice: agenda.For},
			{Who: agenda.Who{ID: pike}, Choice: agenda.Against},
		}}},
	), four.Entries[8:]...)
	five.Entries = nil
	m.Items[1], m.Items[2] = &four, &five
	r := agenda.Record{Open: m}
	r, err := r.CloseFrom(five.ID, "3", "the business affairs of a tenant.")
	if err != nil {
		t.Fatal(err)
	}
	if r, err = r.PublicTitle(five.ID, "A lease"); err != nil {
		t.Fatal(err)
	}
	if r, err = r.PublicSummary(five.ID, "The Committee considered the renewal of a lease."); err != nil {
		t.Fatal(err)
	}
	if r, _, err = r.Add(five.ID, *resolved(agenda.Point{Text: "That the terms be agreed."})); err != nil {
		t.Fatal(err)
	}
	if r, _, err = r.Add(five.ID, agenda.Entry{Kind: agenda.Note, Text: "the tenant is to be told on Friday"}); err != nil {
		t.Fatal(err)
	}
	return r
}

func whos(ids ...agenda.ID) []agenda.Who {
	out := make([]agenda.Who, len(ids))
	for i, id := range ids {
		out[i] = agenda.Who{ID: id}
	}
	return out
}

// tallied is figures for, against and abstained, "" for an unknown one.
func tallied(counts ...string) []agenda.Tally {
	out := make([]agenda.Tally, len(counts))
	for i, c := range counts {
		out[i] = agenda.Tally{Choice: []string{agenda.For, agenda.Against, agenda.Abstained}[i], Count: c}
	}
	return out
}

// TestSampleOfDesign: the sample as the design of the product shows it, to the
// byte.
func TestSampleOfDesign(t *testing.T) {
	t.Parallel()
	golden(t, "design.md", printed(t, harbour, designed(t).Open))
}

// TestSampleInFull is the same with what the public must not see.
func TestSampleInFull(t *testing.T) {
	t.Parallel()
	golden(t, "design-full.md", inFull(t, designed(t)))
}

func inFull(t *testing.T, r agenda.Record) []byte {
	t.Helper()
	d := BuildFull(harbour, r, agenda.Life{Draft: 1})
	assertReadBack(t, d)
	var out bytes.Buffer
	if err := Markdown(&out, d); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
