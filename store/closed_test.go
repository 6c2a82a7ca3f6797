package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

// caged puts a word into every text of a closed value.
func caged(v reflect.Value, word string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(word)
	case reflect.Pointer:
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		caged(v.Elem(), word)
	case reflect.Slice:
		if v.Type() == reflect.TypeFor[[]agenda.Point]() && v.Len() > 0 || v.Type() == reflect.TypeFor[[]*agenda.ClosedEntry]() {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		if v.Type() != reflect.TypeFor[[]agenda.Point]() {
			caged(v.Index(0), word)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name != "Kind" {
				caged(v.Field(i), word)
			}
		}
	}
}

// TestCanariesAreInNoPublicBucket: whatever every field of the closed part says,
// no public record, list or index of the book has a word of it, nor a key.
func TestCanariesAreInNoPublicBucket(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := agendatest.Record(rt)
		item := r.Open.Items[rapid.IntRange(0, len(r.Open.Items)-1).Draw(rt, "item")].ID
		c := &agenda.ClosedItem{}
		caged(reflect.ValueOf(c).Elem(), "QZXCANARY")
		for i, kind := range []agenda.Kind{agenda.Narrative, agenda.Resolved, agenda.ToDo, agenda.Happening, agenda.Moved, agenda.Voted, agenda.Declared, agenda.Elected, agenda.Note} {
			e := &agenda.ClosedEntry{}
			caged(reflect.ValueOf(e).Elem(), "QZXCANARY")
			e.ID, e.Kind = agenda.ID(i+1).AsClosed(), kind
			c.Entries = append(c.Entries, e)
		}
		held := r
		held.Closed = agenda.Closed{Next: agenda.ID(99).AsClosed(), Items: map[agenda.ID]*agenda.ClosedItem{item: c}}
		b := Memory()
		at, err := b.Save(ctx, agenda.Snapshot{}, r)
		if err == nil {
			at, err = b.Save(ctx, at, held)
		}
		owed, listed := b.Actions(ctx, agenda.Query{State: agenda.Whatever, Private: true})
		open, listedOpen := b.Actions(ctx, agenda.Query{State: agenda.Whatever})
		if err = errors.Join(err, listed, listedOpen); err == nil {
			_, err = b.Save(ctx, at, r) // so that it is history
		}
		if err != nil {
			rt.Fatal(err)
		}
		for key, value := range dump(rt, b, recordBucket, derivedBucket, metaBucket) {
			if strings.Contains(key+value, "QZXCANARY") {
				rt.Fatalf("%s shows what is closed: %s", key, value)
			}
		}
		if !strings.Contains(fmt.Sprint(dump(rt, b, historyBucket)), "QZXCANARY") {
			rt.Fatal("the closed part was not kept, so this test cannot fail")
		}
		changes, err := b.History(ctx, r.Open.Key)
		if err != nil || len(changes) != 3 || strings.Contains(fmt.Sprint(changes), "CANARY") {
			rt.Fatalf("the list of changes shows what is closed: %v, %v", changes, err)
		}
		meetings, err := b.Meetings(ctx)
		if err != nil {
			rt.Fatal(err)
		}
		if text := fmt.Sprintf("%+v, %+v", meetings, owed); strings.Contains(text, "CANARY") {
			rt.Fatalf("a list shows what is closed: %s", text)
		}
		if !slices.ContainsFunc(owed.Rows, func(t agenda.Task) bool { return t.Ref.Closed }) {
			rt.Fatal("the action agreed in private is not listed, so this test cannot fail")
		}
		if slices.ContainsFunc(open.Rows, func(t agenda.Task) bool { return t.Ref.Closed }) {
			rt.Fatalf("an action agreed in private is among the public ones: %+v", open.Rows)
		}
	})
}

// TestClosedPartOfAnEarlierBook: a book that knew clerk's notes alone called
// them by their numbers.
func TestClosedPartOfAnEarlierBook(t *testing.T) {
	r := sitting(6)
	item := r.Open.Items[4].ID
	r, id, err := r.Add(item, agenda.Entry{Kind: agenda.Note, Text: "mind the gap"})
	if err != nil {
		t.Fatal(err)
	}
	b := Memory()
	if _, err := b.Save(ctx, agenda.Snapshot{}, r); err != nil {
		t.Fatal(err)
	}
	old := func(key string, change func(map[string]any)) {
		err := b.kv.Update(func(tx writer) error {
			var v map[string]any
			if _, err := get(tx, closedBucket, key, &v); err != nil {
				return err
			}
			change(v)
			text, err := json.Marshal(v)
			if err != nil {
				return err
			}
			return put(tx, closedBucket, key, json.RawMessage(text))
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	old(entryKey(r.Open.Key, id.Nth()), func(v map[string]any) { v["id"] = 1 })
	old(headKey(r.Open.Key), func(v map[string]any) {
		v["next"] = 2
		delete(v, "sum")
	})
	at, err := b.Load(ctx, r.Open.Key)
	if err != nil || at.Damage != nil || !reflect.DeepEqual(at.Record, r) {
		t.Fatalf("load: %v, %v\n%+v\n%+v", err, at.Damage, at.Record.Closed, r.Closed)
	}
	next, _, err := at.Record.Strike(id)
	if err != nil {
		t.Fatal(err)
	}
	if at, err = b.Save(ctx, at, next); err != nil {
		t.Fatal(err)
	}
	if got, err := b.Load(ctx, r.Open.Key); err != nil || len(got.Record.Closed.Items) != 0 || got.Damage != nil {
		t.Errorf("%+v, %v, %v", got.Record.Closed, got.Damage, err)
	}
}
