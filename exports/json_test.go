package exports

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

func TestJSONRoundTrip(t *testing.T) {
	t.Parallel()
	format, ok := FormatNamed("JSON")
	if !ok {
		t.Fatal("no JSON")
	}
	rapid.Check(t, func(t *rapid.T) {
		b, r := agendatest.Body(t), agendatest.Record(t)
		life := agenda.Life{Draft: rapid.IntRange(0, 9).Draw(t, "draft")}
		var out bytes.Buffer
		if err := format.Full(&out, b, r, life); err != nil {
			t.Fatal(err)
		}
		f, err := ReadJSON(&out)
		if err != nil {
			t.Fatal(err)
		}
		if f.Public() || !reflect.DeepEqual(f.Body, b) || !reflect.DeepEqual(f.Record(), r) || f.Life != life {
			t.Fatalf("another record came back\n%+v\n%+v", f.Record(), r)
		}
		out.Reset()
		if err := format.Public(&out, b, r.Open, life); err != nil {
			t.Fatal(err)
		}
		if f, err = ReadJSON(&out); err != nil {
			t.Fatal(err)
		}
		face, open := agenda.PublicFace(b, r.Open)
		if !f.Public() || f.Closed != nil || !reflect.DeepEqual(f.Body, face) || !reflect.DeepEqual(f.Record(), agenda.Record{Open: open}) {
			t.Fatal("another public record came back")
		}
	})
}

// sampleJSON is a full copy of the sample as a tree that a test can spoil.
func sampleJSON(t *testing.T) map[string]any {
	t.Helper()
	r := agenda.Record{Open: sample()}
	r.Closed = agenda.Closed{Next: 2, Items: map[agenda.ID]*agenda.ClosedItem{
		r.Open.Items[1].ID: {Entries: []*agenda.ClosedEntry{{Entry: agenda.Entry{ID: 1, Kind: agenda.Note, Text: "a note"}}}},
	}}
	var out bytes.Buffer
	if err := writeFullJSON(&out, harbour, r, agenda.Life{Draft: 1}); err != nil {
		t.Fatal(err)
	}
	var tree map[string]any
	if err := json.Unmarshal(out.Bytes(), &tree); err != nil {
		t.Fatal(err)
	}
	return tree
}

// at walks a tree of JSON.
func at(tree any, path ...any) any {
	for _, step := range path {
		switch s := step.(type) {
		case string:
			tree = tree.(map[string]any)[s]
		case int:
			tree = tree.([]any)[s]
		}
	}
	return tree
}

// set spoils one value of a tree.
func set(value any, path ...any) func(map[string]any) {
	return func(tree map[string]any) {
		last := len(path) - 1
		at(tree, path[:last]...).(map[string]any)[path[last].(string)] = value
	}
}

var refusals = []struct {
	name  string
	spoil func(map[string]any)
	want  string
}{
	{"no format", func(m map[string]any) { delete(m, "format") }, "no minutes"},
	{"another program", set("calendar/2", "format"), "which is not"},
	{"a newer one", set("minutebook/2", "format"), "newer Minutebook"},
	{"no copy", func(m map[string]any) { delete(m, "copy") }, `either "public" or "full"`},
	{"public with closed parts", set("public", "copy"), "has closed parts"},
	{"an unknown field", set(true, "meeting", "weather"), "weather"},
	{"a wrong type", set("four", "life", "draft"), "whole number"},
	{"a bad key", set("../x", "body", "key"), "cannot be the key"},
	{"a bad date", set("next week", "meeting", "start"), "no date"},
	{"no items", set([]any{}, "meeting", "items"), "opening"},
	{"a null item", set([]any{map[string]any{"id": 900, "kind": "opening"}, nil}, "meeting", "items"), "null"},
	{"a repeated ID", set(1, "meeting", "items", 1, "id"), "already"},
	{"no ID", set(0, "meeting", "items", 1, "entries", 0, "id"), "none"},
	{"an unknown kind", set("ballad", "meeting", "items", 1, "entries", 0, "kind"), `called "ballad"`},
	{"a kind without its part", set("table", "meeting", "items", 1, "entries", 0, "kind"), "without its"},
	{"a part of another kind", set(map[string]any{"rows": nil}, "meeting", "items", 1, "entries", 0, "table"), "cannot have"},
	{"an answer to nothing", set(9999, "meeting", "items", 1, "entries", 2, "on"), "answers entry 9999"},
	{"a stranger", set(map[string]any{"id": 9999}, "meeting", "items", 1, "entries", 0, "speaker"), "person 9999"},
	{"a taken item", set([]any{map[string]any{"item": 9999}}, "meeting", "taken"), "item 9999"},
	{"notes of no item", set(map[string]any{"9999": map[string]any{}}, "closed", "items"), "item 9999"},
}

func TestReadJSONRefuses(t *testing.T) {
	t.Parallel()
	for _, tt := range refusals {
		tree := sampleJSON(t)
		tt.spoil(tree)
		data, err := json.MarshalIndent(tree, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		if _, err = ReadJSON(bytes.NewReader(data)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want words like %q", tt.name, err, tt.want)
		}
	}
	for text, want := range map[string]string{"": "line 1", "{\n\n,": "line 3", "[]": "should be a group", "7": "should be"} {
		if _, err := ReadJSON(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want words like %q", text, err, want)
		}
	}
}

func TestReadJSONCleans(t *testing.T) {
	t.Parallel()
	tree := sampleJSON(t)
	meeting := tree["meeting"].(map[string]any)
	meeting["place"] = "Guild\u202ehall\nNorthmoor"
	meeting["next"] = 3
	entry := meeting["items"].([]any)[1].(map[string]any)["entries"].([]any)[0].(map[string]any)
	entry["text"] = "one \x1b[31m\r\ntwo"
	data, err := json.Marshal(tree)
	if err != nil {
		t.Fatal(err)
	}
	f, err := ReadJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if got := f.Meeting.Place; got != "Guildhall Northmoor" {
		t.Errorf("place is %q", got)
	}
	if got := f.Meeting.Items[1].Entries[0].Text; got != "one [31m\ntwo" {
		t.Errorf("text is %q", got)
	}
	if f.Meeting.Next <= f.Meeting.Items[1].Entries[0].ID {
		t.Errorf("the next ID, %d, is taken", f.Meeting.Next)
	}
}

func FuzzReadJSON(f *testing.F) {
	var out bytes.Buffer
	if err := writeJSON(&out, harbour, sample(), agenda.Life{Draft: 1}); err != nil {
		f.Fatal(err)
	}
	f.Add(out.Bytes())
	f.Add([]byte(`{"format":"minutebook/1","copy":"full","meeting":{"items":[{"id":1,"kind":"opening"}]},"closed":{}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := ReadJSON(bytes.NewReader(data))
		if err != nil {
			return
		}
		for _, format := range Formats {
			if err := format.Full(&out, file.Body, file.Record(), file.Life); err != nil {
				t.Fatal(err)
			}
			out.Reset()
		}
	})
}
