package exports

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

// canaries puts a word of its own into every text of a value, and tells how many.
func canaries(v reflect.Value, n *int, words map[string]string, at string) {
	switch v.Kind() {
	case reflect.String:
		*n++
		word := fmt.Sprintf("CANARY%dQ", *n)
		words[word] = at
		v.SetString(word)
	case reflect.Pointer:
		if v.Type() == reflect.TypeFor[*agenda.Ref]() {
			return
		}
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		canaries(v.Elem(), n, words, at)
	case reflect.Slice:
		if at == "ClosedItem.Entries" || strings.Count(at, ".Points") > 2 {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		canaries(v.Index(0), n, words, at)
	case reflect.Struct:
		for i := range v.NumField() {
			if name := v.Type().Field(i).Name; name != "Kind" || v.Type() != reflect.TypeFor[agenda.Entry]() {
				canaries(v.Field(i), n, words, at+"."+name)
			}
		}
	}
}

// caged is a record with a canary in every closed field: a whole item, and an
// entry of every kind.
func caged(r agenda.Record) (agenda.Record, map[string]string) {
	n, words := 0, map[string]string{}
	id := r.Open.Items[1].ID
	c := &agenda.ClosedItem{}
	canaries(reflect.ValueOf(c).Elem(), &n, words, "ClosedItem")
	kinds := []agenda.Kind{agenda.Narrative, agenda.Update, agenda.Question, agenda.Note}
	for _, b := range belongings {
		kinds = append(kinds, b.kind)
	}
	for i, k := range kinds {
		e := &agenda.ClosedEntry{}
		canaries(reflect.ValueOf(&e.Entry).Elem(), &n, words, "Entry("+string(k)+")")
		e.ID, e.Kind = agenda.ID(i+1).AsClosed(), k
		for _, b := range belongings {
			if b.kind != k {
				f := reflect.ValueOf(&e.Entry).Elem().FieldByName(strings.ToUpper(b.name[:1]) + b.name[1:])
				f.SetZero()
			}
		}
		c.Entries = append(c.Entries, e)
	}
	it := *r.Open.Items[1]
	it.Title, it.Exempt, it.Paper, it.Wording, it.Purpose, it.Entries = "A lease", &agenda.Exempt{Whole: true, Ground: "3"}, nil, "", "", nil
	r.Open.Items = append([]*agenda.Item(nil), r.Open.Items...)
	r.Open.Items[1] = &it
	r.Closed = agenda.Closed{Next: agenda.ID(len(kinds) + 1).AsClosed(), Items: map[agenda.ID]*agenda.ClosedItem{id: c}}
	return r, words
}

// following is the meeting after one whose private business was put off.
func following(r agenda.Record) agenda.Record {
	items := map[agenda.ID]*agenda.ClosedItem{}
	for id, c := range r.Closed.Items {
		off := *c
		off.Outcome.Words = "deferred " + off.Outcome.Words
		items[id] = &off
	}
	r.Closed.Items = items
	return agenda.NewMeeting(agenda.Body{Key: harbour.Key}, "next", "2026-04-09T18:00", "", &r)
}

func TestCanariesStayInTheCage(t *testing.T) {
	t.Parallel()
	r, words := caged(agenda.Record{Open: sample()})
	if len(words) < 100 {
		t.Fatalf("only %d canaries", len(words))
	}
	look := func(where, text string) {
		if i := strings.Index(text, "CANARY"); i >= 0 {
			word, _, _ := strings.Cut(text[i:], "Q")
			t.Errorf("%s shows %s", where, words[word+"Q"])
		}
	}
	next := following(r)
	if kept := fmt.Sprintf("%+v", next.Closed.Items[next.Open.Items[len(next.Open.Items)-1].ID]); !strings.Contains(kept, "CANARY") {
		t.Fatalf("nothing private is carried to the next meeting: %s", kept)
	}
	for _, f := range Formats {
		for _, r := range []agenda.Record{r, next} {
			c := Copy{Format: f}
			var out bytes.Buffer
			if err := c.Write(&out, harbour, r, agenda.Life{Draft: 1}); err != nil {
				t.Fatal(err)
			}
			look(f.Name, out.String())
			look("name of "+f.Name, c.FileName(harbour, r.Open))
			look("left out of "+f.Name, fmt.Sprint(LeftOut(c, harbour, r)))
		}
	}
	// The test can fail: a full copy in JSON shows every one of them.
	var full bytes.Buffer
	if err := writeFullJSON(&full, harbour, r, agenda.Life{}); err != nil {
		t.Fatal(err)
	}
	for word, at := range words {
		if !strings.Contains(full.String(), word) && !strings.Contains(at, "Entry(") {
			t.Errorf("%s is in no full copy", at)
		}
	}
}

// Two records that differ in what is closed give the same public files, names
// and counts.
func TestClosedWordsChangeNoPublicByte(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		r, b := agendatest.Record(rt), agendatest.Body(rt)
		other := r
		other.Closed = agenda.Closed{Next: r.Closed.Next, Items: map[agenda.ID]*agenda.ClosedItem{}}
		for id, c := range r.Closed.Items {
			swapped := *c
			n := 0
			if c.Paper != nil {
				p := *c.Paper
				canaries(reflect.ValueOf(&p).Elem(), &n, map[string]string{}, "")
				swapped.Paper = &p
			}
			swapped.Title, swapped.Late = c.Title+"CANARY", c.Late
			swapped.Entries = nil
			for _, e := range c.Entries {
				x := *e
				x.Text += "CANARY"
				swapped.Entries = append(swapped.Entries, &x)
			}
			other.Closed.Items[id] = &swapped
		}
		for _, f := range Formats {
			sameBytes(rt, f.Name, public(rt, f, b, r), public(rt, f, b, other))
			sameBytes(rt, f.Name+" after JSON", public(rt, f, b, throughJSON(rt, b, r)), public(rt, f, b, throughJSON(rt, b, other)))
			sameBytes(rt, f.Name+" of the next meeting", public(rt, f, b, following(r)), public(rt, f, b, following(other)))
			if bytes.Contains(public(rt, f, b, other), []byte("CANARY")) {
				rt.Fatalf("%s shows what is closed", f.Name)
			}
		}
	})
}
