package exports

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

// by is an entry that somebody said.
func by(who agenda.Who, e *agenda.Entry) *agenda.Entry {
	e.Speaker = who
	return e
}

// attributed is the sample with its speakers known, an office among them.
func attributed() agenda.Meeting {
	m := sample()
	const office = rhee + 1
	m.Roster = append(m.Roster, agenda.Attendee{ID: office, Office: "Harbour Engineer"})
	it := m.Items[1]
	it.Entries = []*agenda.Entry{
		by(agenda.Who{ID: pike}, asked(101, "What effect would the winter tides have on the second phase?")),
		by(agenda.Who{ID: holt}, reply(agenda.Response, 101, "", "the contractor had allowed four weeks of slack.")),
		by(agenda.Who{ID: office}, reply(agenda.Further, 101, "", "the contract carried a penalty for overrun.")),
		by(agenda.Who{ID: office}, asked(102, "Had the fishing fleet been asked?")),
		by(agenda.Who{ID: verma}, reply(agenda.Response, 102, "acknowledged", "that this had been left too late.")),
		by(agenda.Who{Words: "the tenant"}, said(agenda.Comment, "residents should be told before work began.")),
		by(agenda.Who{ID: lunt}, verbed(said(agenda.Comment, "for the figures."), "asked")),
		by(agenda.Who{ID: lunt}, verbed(said(agenda.Comment, "Exactly these words."), agenda.AsTyped)),
		said(agenda.Comment, "nobody in particular was named."),
	}
	return m
}

func TestNamesShown(t *testing.T) {
	t.Parallel()
	for _, rendering := range agenda.Renderings {
		m := attributed()
		m.Style = agenda.StyleRef{Rendering: rendering, Names: agenda.NamesShown}
		golden(t, "names-"+string(rendering)+".md", printed(t, harbour, m))
	}
}

// The body's choice counts where the meeting makes none.
func TestNamesHidden(t *testing.T) {
	t.Parallel()
	m, b := attributed(), harbour
	hidden := func() bool { return !strings.Contains(string(printed(t, b, m)), "tenant") }
	if !hidden() {
		t.Error("names that the house hides are in the minutes")
	}
	b.Style.Names = agenda.NamesShown
	if hidden() {
		t.Error("names that the house shows are not in the minutes")
	}
	m.Style.Names = agenda.NamesHidden
	if !hidden() {
		t.Error("names that the meeting hides are in the minutes")
	}
}

func TestOwnLeadIns(t *testing.T) {
	t.Parallel()
	two := []*agenda.Entry{asked(101, "Why?"), asked(102, "How?")}
	for _, tt := range []struct {
		style agenda.StyleRef
		paper bool
		want  string
	}{
		{agenda.StyleRef{LeadIn: "%s raised these points:-"}, false, "Councillors raised these points:-\n\n"},
		{agenda.StyleRef{LeadIn: "These points were raised:-"}, false, "These points were raised:-\n\n"},
		{agenda.StyleRef{LeadIn: "%s and %s:-"}, false, "Councillors and %s:-\n\n"},
		{agenda.StyleRef{LeadIn: "At 100% of %d:"}, false, "At 100% of %d:\n\n"},
		{agenda.StyleRef{LeadIn: agenda.NoLeadIn}, false, ""},
		{agenda.StyleRef{LeadIn: agenda.NoLeadIn}, true, strings.Replace(leadIn, "comments.", "comments on the report.", 1) + "\n\n"},
		{agenda.StyleRef{LeadInReport: agenda.NoLeadIn}, true, ""},
		{agenda.StyleRef{LeadInReport: "On the report:"}, true, "On the report:\n\n"},
		{agenda.StyleRef{LeadIn: "# RESOLVED"}, false, `\# RESOLVED` + "\n\n"},
		{agenda.StyleRef{LeadIn: "1. **RESOLVED** <b>"}, false, `1\. \*\*RESOLVED\*\* \<b>` + "\n\n"},
		{agenda.StyleRef{LeadIn: "Two\nparagraphs"}, false, "Two\n\nparagraphs\n\n"},
	} {
		it := &agenda.Item{Level: 1, Title: "Item", Entries: two}
		if tt.paper {
			it.Paper = &agenda.Paper{Number: "7"}
		}
		m := meeting(it)
		m.Style = tt.style
		want := tt.want + "- Why?\n- How?"
		if got := strings.TrimPrefix(strings.Replace(body(t, m), "*Paper: 7.*\n\n", "", 1), "## Item\n\n"); got != want {
			t.Errorf("%+v: got\n%s\nwant\n%s", tt.style, got, want)
		}
	}
}
