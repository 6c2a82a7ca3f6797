package notes_test

import (
	"errors"
	"fmt"
	"os"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

func ExampleParse() {
	file, err := notes.Parse("march.notes", `body: Northmoor Harbour Committee
meeting: Ordinary, 2026-03-12 18:00, Guildhall
present: Cllr Asha Verma (Chair); Cllr Tom Pike

== 4 Dredging programme
? What effect would the winter tides have?
> the contractor had allowed four weeks of slack.
`)
	if err != nil {
		fmt.Println(err)
		return
	}
	m := file.Meetings[0].Record.Open
	fmt.Println(m.Kind, m.Start, m.Roster[0].Full())
	for _, e := range m.Items[1].Entries {
		fmt.Println(e.Kind, e.Text)
	}
	// Output:
	// Ordinary 2026-03-12T18:00 Cllr Asha Verma
	// question What effect would the winter tides have?
	// response the contractor had allowed four weeks of slack.
}

func ExampleParse_mistakes() {
	_, err := notes.Parse("march.notes", "body: Harbour\nmeeting: Ordinary, 2026-02-30\n/arive Pike\n")
	var mistakes notes.Problems
	if errors.As(err, &mistakes) {
		for _, p := range mistakes {
			fmt.Println(p.Error())
		}
	}
	// Output:
	// march.notes:2:20: found “2026-02-30”; expected a day of the calendar, like 2026-03-12
	// march.notes:3:1: found /arive; did you mean /arrive?
}

func ExampleApply() {
	r := agenda.New(agenda.Meeting{Start: "2026-03-12", Roster: []agenda.Attendee{{Title: "Cllr", Name: "Jo Lunt"}}})
	item := r.Open.Items[0].ID
	r, done, err := notes.Apply(r, item, "/arrive Lunt", "2026-03-12T18:25")
	fmt.Println(done.What, err)
	_, _, err = notes.Apply(r, item, "/arrive Lant", "2026-03-12T18:25")
	fmt.Println(err)
	// Output:
	// Cllr Lunt arrived 18:25 <nil>
	// 1:9: found “Lant”, who is not on the roster; did you mean Lunt?
}

func ExampleText() {
	r := agenda.New(agenda.Meeting{Start: "2026-03-12"})
	item := r.Open.Items[0].ID
	r, done, _ := notes.Apply(r, item, "? What of the tides?", "")
	_, e, _ := r.Open.Find(done.Entry)
	fmt.Println(notes.Text(r.Open, *e))
	r, err := notes.Edit(r, done.Entry, "?asked about the tides.")
	fmt.Println(r.Open.Items[0].Entries[0].Verb, err)
	// Output:
	// ? What of the tides?
	// asked <nil>
}

func ExampleWriteMeeting() {
	r := agenda.New(agenda.Meeting{Kind: "Ordinary", Start: "2026-03-12T18:00", Place: "Guildhall"})
	item := r.Open.Items[0].ID
	r, _, _ = notes.Apply(r, item, "The Chair welcomed everybody.", "")
	r, _, _ = notes.Apply(r, item, "% he was late", "")
	if err := notes.WriteMeeting(os.Stdout, agenda.Body{Name: "Harbour"}, r.Open, agenda.Life{Draft: 1}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// body: Harbour
	// copy: public
	// draft: 1
	// meeting: Ordinary, 2026-03-12 18:00, Guildhall
	// The Chair welcomed everybody.
}

func ExampleMark() {
	for _, text := range []string{"? What effect?", ">acknowledged it.", "/arrive Lunt", "#7 > yes", "The Chair spoke."} {
		mark, kind, rest := notes.Mark(text)
		fmt.Printf("%q %s %q\n", mark, kind, rest)
	}
	// Output:
	// "?" question "What effect?"
	// ">" response "acknowledged it."
	// "/arrive" event "Lunt"
	// "#7 >" response "yes"
	// "" narrative "The Chair spoke."
}
