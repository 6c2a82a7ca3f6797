package agenda_test

import (
	"reflect"
	"testing"

	"minutebook/agenda"
)

const nobody agenda.ID = 9999

func TestNew(t *testing.T) {
	r := agenda.New(agenda.Meeting{
		Roster: []agenda.Attendee{{Name: "Asha Verma"}, {ID: 40, Name: "Tom Pike"}},
		Items: []*agenda.Item{
			{Title: "Dredging", Level: 1, Entries: []*agenda.Entry{
				{Kind: agenda.Response, Text: "orphan"},
				{ID: 12, Kind: agenda.Question, Text: "q"}, {Kind: agenda.Response, Text: "r"},
				{Kind: agenda.Response, Text: "elsewhere", On: 700}, {Kind: agenda.Narrative, Text: "n", On: 12},
				{Kind: agenda.Note, Text: "private"},
			}},
			{Kind: agenda.KindOpening},
		},
	})
	wantShape(t, r, ">orphan ?q >r >elsewhere n", "")
	if on := get(t, r, "n").On; on != 0 {
		t.Errorf("narrative hangs on %d", on)
	}
	if r.Open.Items[0].Kind != agenda.KindOpening || r.Open.Items[2].Kind != agenda.KindInterlude {
		t.Errorf("kinds %q, %q", r.Open.Items[0].Kind, r.Open.Items[2].Kind)
	}
	if r.Open.Roster[0].ID <= 40 || r.Open.Next <= r.Open.Items[2].ID {
		t.Errorf("roster %v, next %d: the counter must stand above every ID", r.Open.Roster, r.Open.Next)
	}
	notes := r.Notes(id(t, r, "Dredging"))
	if n := notes[id(t, r, "n")]; len(n) != 1 || n[0].Text != "private" {
		t.Errorf("notes %v", notes)
	}
	if again := agenda.New(r.Open); !reflect.DeepEqual(again.Open, r.Open) {
		t.Error("New of a finished meeting changed it")
	}
}

func TestNewLeavesWhatItWasGiven(t *testing.T) {
	m := agenda.Meeting{Roster: []agenda.Attendee{{Name: "A B"}}, Items: []*agenda.Item{
		{Kind: agenda.KindOpening}, {Title: "One", Entries: []*agenda.Entry{{Kind: agenda.Question}, {Kind: agenda.Response}}},
	}}
	before := dump(agenda.Record{Open: m})
	agenda.New(m)
	if after := dump(agenda.Record{Open: m}); after != before {
		t.Errorf("got %s\nwant %s", after, before)
	}
}

func TestAdd(t *testing.T) {
	r := build(t, "?q1 >r1 ?q2", "")
	one := id(t, r, "Item 1")
	tests := []struct {
		name string
		e    agenda.Entry
		want string
	}{
		{"at the end", entry("n"), "?q1 >r1 ?q2 n"},
		{"response to the latest", entry(">r2"), "?q1 >r1 ?q2 >r2"},
		{"response to an earlier one", agenda.Entry{Kind: agenda.Further, Text: "f", On: id(t, r, "q1")}, "?q1 >r1 >>f ?q2"},
		{"on is of responses only", agenda.Entry{Kind: agenda.Narrative, Text: "n", On: id(t, r, "q1")}, "?q1 >r1 ?q2 n"},
		{"an ID kept for it", agenda.Entry{ID: 500, Kind: agenda.Narrative, Text: "n"}, "?q1 >r1 ?q2 n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			next, got, err := r.Add(one, tt.e)
			must(t, next, err)
			wantShape(t, next, tt.want, "")
			if got != id(t, next, tt.e.Text) || next.Open.Next <= got {
				t.Errorf("ID %d, next %d", got, next.Open.Next)
			}
			if e := get(t, next, tt.e.Text); e.Kind == agenda.Narrative && e.On != 0 {
				t.Errorf("hangs on %d", e.On)
			}
		})
	}
}

func TestAddRefused(t *testing.T) {
	r := build(t, "?q1 n", "?q2")
	two := id(t, r, "Item 2")
	_, _, err := r.Add(nobody, entry("n"))
	wantNotFound(t, err)
	_, _, err = r.AddAfter(nobody, entry("n"))
	wantNotFound(t, err)
	for _, on := range []string{"q1", "n"} {
		_, _, err = r.Add(two, agenda.Entry{Kind: agenda.Response, On: id(t, r, on)})
		wantRefused(t, err, "no such question")
	}
	for _, used := range []agenda.ID{id(t, r, "q1"), two, r.Open.Opening()} {
		same, _, err := r.Add(two, agenda.Entry{ID: used, Kind: agenda.Narrative})
		wantRefused(t, err, "already")
		if dump(same) != dump(r) {
			t.Error("a refused change must give the record as it was")
		}
	}
}

func TestAddAfter(t *testing.T) {
	tests := []struct{ name, before, after, word, want string }{
		{"narrative inside an exchange", "?q >r >s", "r", "n", "?q >r n >s"},
		{"question behind an exchange", "?q >r >s n", "q", "?p", "?q >r >s ?p n"},
		{"question behind a narrative in an exchange", "?q n >r m", "n", "*p", "?q n >r *p m"},
		{"response behind its question", "?q >r ?p", "q", ">s", "?q >s >r ?p"},
		{"response behind what follows", "?q n ?p", "n", ">>s", "?q n >>s ?p"},
		{"first response", "n ?q", "q", ">s", "n ?q >s"},
		{"response with no question", "n ?q", "n", ">s", "n >s ?q"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := build(t, tt.before)
			next, _, err := r.AddAfter(id(t, r, tt.after), entry(tt.word))
			wantShape(t, must(t, next, err), tt.want)
		})
	}
}

func TestEdit(t *testing.T) {
	r := build(t, "?q >r n ?p >s", "?other")
	tests := []struct {
		name, text string
		change     func(*agenda.Entry)
		want       string
	}{
		{"words", "n", func(e *agenda.Entry) { e.Text = "m" }, "?q >r m ?p >s"},
		{"to another question", "r", func(e *agenda.Entry) { e.On = id(t, r, "p") }, "?q n ?p >s >r"},
		{"no question named", "r", func(e *agenda.Entry) { e.On = 0 }, "?q >r n ?p >s"},
		{"becomes a question", "r", func(e *agenda.Entry) { e.Kind = agenda.Question }, "?q ?r n ?p >s"},
		{"becomes a comment", "p", func(e *agenda.Entry) { e.Kind = agenda.Comment }, "?q >r n *p >s"},
		{"becomes narrative", "s", func(e *agenda.Entry) { e.Kind = agenda.Narrative }, "?q >r n ?p s"},
		{"becomes a response", "n", func(e *agenda.Entry) { e.Kind = agenda.Further }, "?q >r >>n ?p >s"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := get(t, r, tt.text)
			tt.change(&e)
			next, err := r.Edit(e)
			wantShape(t, must(t, next, err), tt.want, "?other")
		})
	}
	refused := []struct {
		name, text string
		change     func(*agenda.Entry)
		words      string
	}{
		{"has a response", "q", func(e *agenda.Entry) { e.Kind = agenda.Narrative }, "has a response"},
		{"to itself", "r", func(e *agenda.Entry) { e.On = e.ID }, "no such question"},
		{"into another item", "r", func(e *agenda.Entry) { e.On = id(t, r, "other") }, "no such question"},
		{"public to closed", "n", func(e *agenda.Entry) { e.Kind = agenda.Note }, "note"},
	}
	for _, tt := range refused {
		t.Run(tt.name, func(t *testing.T) {
			e := get(t, r, tt.text)
			tt.change(&e)
			_, err := r.Edit(e)
			wantRefused(t, err, tt.words)
		})
	}
	_, err := r.Edit(agenda.Entry{ID: nobody})
	wantNotFound(t, err)
}

func TestStrike(t *testing.T) {
	tests := []struct{ before, strike, want, taken string }{
		{"?q >r n >>s ?p >u", "q", "n ?p >u", "q r s"},
		{"?q >r >>s", "r", "?q >>s", "r"},
		{"?q n", "n", "?q", "n"},
		{"n", "n", "", "n"},
	}
	for _, tt := range tests {
		r := build(t, tt.before)
		next, struck, err := r.Strike(id(t, r, tt.strike))
		wantShape(t, must(t, next, err), tt.want)
		taken := ""
		for _, e := range struck {
			taken += " " + e.Text
		}
		if taken[1:] != tt.taken {
			t.Errorf("%s: took %s, want %s", tt.before, taken, tt.taken)
		}
	}
	r := build(t, "")
	_, _, err := r.Strike(nobody)
	wantNotFound(t, err)
}

// A damaged or foreign record can have a response whose question stands in
// another item. Its words must stay, and nothing may hang on what is gone.
func TestStrikeOfWhatAnotherItemHangsOn(t *testing.T) {
	r := build(t, "?q >r", "?p n")
	stray := *r.Open.Items[2]
	stray.Entries = append(stray.Entries, &agenda.Entry{ID: 900, Kind: agenda.Response, Text: "stray", On: id(t, r, "q")})
	r.Open.Items[2] = &stray
	_, err := r.Rekind(id(t, r, "q"), agenda.Narrative)
	wantRefused(t, err, "has a response")
	next, struck, err := r.Strike(id(t, r, "q"))
	wantShape(t, must(t, next, err), "", "?p n >stray")
	if len(struck) != 2 {
		t.Errorf("took %d entries, want 2", len(struck))
	}
}

func TestRekind(t *testing.T) {
	tests := []struct {
		before, text string
		kind         agenda.Kind
		want         string
	}{
		{"?q n", "n", agenda.Response, "?q >n"},
		{"?q >r >s", "r", agenda.Question, "?q ?r >s"},
		{"?q n >s ?p >u", "n", agenda.Comment, "?q *n >s ?p >u"},
		{"?q >r", "q", agenda.Comment, "*q >r"},
		{"?q >r", "r", agenda.Further, "?q >>r"},
		{"?q ?p", "p", agenda.Response, "?q >p"},
		{"?q @u", "u", agenda.Question, "?q ?u"},
		{"?q >r", "r", agenda.Narrative, "?q r"},
	}
	for _, tt := range tests {
		r := build(t, tt.before)
		next, err := r.Rekind(id(t, r, tt.text), tt.kind)
		wantShape(t, must(t, next, err), tt.want)
	}
}

func TestRekindKeepsTheWords(t *testing.T) {
	r := build(t, "?q")
	for verb, want := range map[string]string{"": "it was late", "acknowledged that": "acknowledged that it was late", agenda.AsTyped: "it was late"} {
		next, at, err := r.Add(id(t, r, "Item 1"), agenda.Entry{Kind: agenda.Response, Verb: verb, Text: "it was late"})
		must(t, next, err)
		next, err = next.Rekind(at, agenda.Narrative)
		if _, e, _ := must(t, next, err).Open.Find(at); e.Text != want || e.Verb != "" {
			t.Errorf("verb %q: got %q, %q", verb, e.Verb, e.Text)
		}
	}
}

func TestRekindRefused(t *testing.T) {
	r := build(t, "n ?q >r !d +a @u")
	tests := []struct {
		text  string
		kind  agenda.Kind
		words string
	}{
		{"n", agenda.Response, "no question or comment above"},
		{"n", agenda.Update, "needs a speaker"},
		{"u", agenda.Resolved, "strike it"},
		{"n", agenda.Note, "strike it"},
		{"d", agenda.Narrative, "strike it"},
		{"a", agenda.Comment, "strike it"},
		{"q", agenda.Narrative, "has a response"},
		{"q", agenda.Response, "no question or comment above"},
		{"u", agenda.Narrative, "names a speaker"},
	}
	for _, tt := range tests {
		same, err := r.Rekind(id(t, r, tt.text), tt.kind)
		wantRefused(t, err, tt.words)
		if dump(same) != dump(r) {
			t.Errorf("%s to %s: refused, yet changed", tt.text, tt.kind)
		}
	}
	_, err := r.Rekind(nobody, agenda.Question)
	wantNotFound(t, err)
}

func TestEditMeeting(t *testing.T) {
	r := build(t, "?q")
	r, _ = r.AddAttendee(agenda.Attendee{Name: "Asha Verma"})
	before := dump(r)
	next := r.EditMeeting(func(m *agenda.Meeting) {
		m.Kind, m.Place, m.Public = "Annual", "Guildhall", "4"
		m.Next, m.Roster, m.Items = 1, nil, append(m.Items, &agenda.Item{})
	})
	if dump(r) != before {
		t.Error("the receiver changed")
	}
	if next.Open.Kind != "Annual" || next.Open.Place != "Guildhall" || next.Open.Public != "4" {
		t.Errorf("head %v", next.Open)
	}
	next.Open.Kind, next.Open.Place, next.Open.Public = "", "", ""
	if dump(next) != before {
		t.Errorf("more than the head changed: %s", dump(next))
	}
}
