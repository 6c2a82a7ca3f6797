package notes_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
	"minutebook/agenda/notes"
)

// sayable is what notes can say of a record: without the fields that the
// notation does not carry (see notCarried), and numbered anew.
func sayable(r agenda.Record) agenda.Record {
	r = agendatest.Renumber(r)
	r.Open.Key, r.Open.Body = "", ""
	for _, it := range r.Open.Items {
		whole, _ := r.Whole(it.ID)
		for _, e := range whole.Entries {
			if e.Action != nil {
				e.Action.Follows = nil
			}
		}
	}
	return r
}

func written(t interface{ Fatal(...any) }, b agenda.Body, r agenda.Record, draft int) string {
	var out strings.Builder
	if err := notes.Write(&out, b, r, agenda.Life{Draft: draft}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestFullNotesGiveTheSameRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want, body := agendatest.Record(t), agendatest.Body(t)
		text := written(t, body, want, 3)
		file, err := notes.Parse("x.notes", text)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if len(file.Meetings) != 1 || file.Public {
			t.Fatalf("read %d meetings, public %v\n%s", len(file.Meetings), file.Public, text)
		}
		got := file.Meetings[0]
		if got.Draft != 3 || len(file.Bodies) > 0 {
			t.Fatalf("got draft %d, declared %+v\n%s", got.Draft, file.Bodies, text)
		}
		body.Key = ""
		if where := differs(reflect.ValueOf(body), reflect.ValueOf(got.Body), "body"); where != "" {
			t.Fatalf("%s\n%s", where, text)
		}
		same(t, sayable(want), sayable(got.Record), text)
	})
}

func same(t interface{ Fatalf(string, ...any) }, want, got agenda.Record, text string) {
	if where := differs(reflect.ValueOf(want), reflect.ValueOf(got), "record"); where != "" {
		t.Fatalf("%s\n%s", where, text)
	}
}

// differs is the first place where two values differ, in words.
func differs(a, b reflect.Value, at string) string {
	if a.Kind() == reflect.Pointer && !a.IsNil() && !b.IsNil() {
		a, b = a.Elem(), b.Elem()
	}
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			if where := differs(a.Field(i), b.Field(i), at+"."+a.Type().Field(i).Name); where != "" {
				return where
			}
		}
		return ""
	case reflect.Slice:
		if a.Len() != b.Len() {
			break
		}
		for i := range a.Len() {
			if where := differs(a.Index(i), b.Index(i), at); where != "" {
				return where
			}
		}
		return ""
	}
	if !reflect.DeepEqual(a.Interface(), b.Interface()) {
		return at + ": " + sprint(a) + " became " + sprint(b)
	}
	return ""
}

func sprint(v reflect.Value) string {
	if v.Kind() == reflect.String {
		return strings.ToValidUTF8("“"+v.String()+"”", "?")
	}
	b, err := json.Marshal(v.Interface())
	if err != nil {
		return err.Error()
	}
	return string(b)
}

func TestBodyRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := agendatest.Body(t)
		want.Key = ""
		want.Parent = "the parent of every body" // what makes it more than a name
		var out strings.Builder
		if err := notes.WriteBody(&out, want); err != nil {
			t.Fatal(err)
		}
		file, err := notes.Parse("x.notes", out.String())
		if err != nil {
			t.Fatalf("%v\n%s", err, out.String())
		}
		if len(file.Bodies) != 1 {
			t.Fatalf("read %d bodies\n%s", len(file.Bodies), out.String())
		}
		if where := differs(reflect.ValueOf(want), reflect.ValueOf(file.Bodies[0]), "body"); where != "" {
			t.Fatalf("%s\n%s", where, out.String())
		}
	})
}

// Edit reads back what Text wrote, for every entry where it stands.
func TestEditIsTheInverseOfText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := agendatest.Record(t)
		next := r
		for _, it := range r.Open.Items {
			whole, _ := r.Whole(it.ID)
			for _, e := range whole.Entries {
				text := notes.TextOf(r, *e)
				var err error
				if next, err = notes.Edit(next, e.ID, text); err != nil {
					t.Fatalf("%v\n%s", err, text)
				}
			}
		}
		same(t, r, next, "")
	})
}

// What Apply does with the text of an entry is what Parse does with it.
func TestApplyIsParse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := agendatest.Record(t)
		it := r.Open.Items[len(r.Open.Items)-1]
		whole, _ := r.Whole(it.ID)
		for i, e := range whole.Entries {
			if e.Kind == agenda.Narrative && e.Text == "" || e.Table != nil || e.Resolution != nil {
				return // these may join the entry above
			}
			text := notes.TextOf(r, *e)
			next, applied, err := notes.Apply(r.Cut(it.ID, i), it.ID, text, "")
			if err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			_, got, _ := next.Find(applied.Entry)
			want := *e
			if got == nil || applied.Item != it.ID || applied.Kind != e.Kind {
				t.Fatalf("applied %+v\n%s", applied, text)
			}
			if want.ID = got.ID; want.Action != nil {
				a := *want.Action
				a.Follows = nil
				want.Action = &a
			}
			if where := differs(reflect.ValueOf(want), reflect.ValueOf(*got), "entry"); where != "" {
				t.Fatalf("%s\n%s", where, text)
			}
		}
	})
}
