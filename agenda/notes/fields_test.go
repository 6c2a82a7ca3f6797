package notes_test

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

// notCarried lists the fields that notes do not carry, and why.
var notCarried = map[string]string{
	"Meeting.Key":    "the book gives it, not the file",
	"Meeting.Body":   "the book finds it by the body's name and code",
	"Action.Follows": "which action of another meeting it carries on is kept by the book",
	"Ref.Meeting":    "as Follows",
	"Ref.Closed":     "as Follows",
	"Ref.Entry":      "as Follows",
	"Body.Key":       "the book gives it, not the file",
}

// A field that is added to the record and that the round trip does not reach
// fails here: carry it, or list it.
func TestEveryFieldSurvivesOrIsListed(t *testing.T) {
	all, seen := map[string]bool{}, map[string]bool{}
	fields(reflect.TypeFor[agenda.Record](), all)
	fields(reflect.TypeFor[agenda.Body](), all)
	records, bodies := rapid.Custom(agendatest.Record), rapid.Custom(agendatest.Body)
	for i := range 1200 {
		used(reflect.ValueOf(sayable(records.Example(i))), seen)
		used(reflect.ValueOf(bodies.Example(i)), seen)
	}
	for f := range all {
		if _, listed := notCarried[f]; !listed && !seen[f] {
			t.Errorf("%s is never filled by agendatest and not listed", f)
		}
	}
	for f := range notCarried {
		if !all[f] {
			t.Errorf("%s is listed and is no field", f)
		}
	}
}

func fields(t reflect.Type, all map[string]bool) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		fields(t.Elem(), all)
	case reflect.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			name := t.Name() + "." + f.Name
			if !all[name] {
				all[name] = true
				fields(f.Type, all)
			}
		}
	}
}

func used(v reflect.Value, seen map[string]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			used(v.Elem(), seen)
		}
	case reflect.Slice:
		for i := range v.Len() {
			used(v.Index(i), seen)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			used(v.MapIndex(k), seen)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if !v.Field(i).IsZero() {
				seen[v.Type().Name()+"."+v.Type().Field(i).Name] = true
				used(v.Field(i), seen)
			}
		}
	}
}
