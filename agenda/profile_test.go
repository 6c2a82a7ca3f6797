package agenda

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// mayBeEmpty is what a language may do without: words it would have to inflect,
// and lists of what is written in its own way.
var mayBeEmpty = []string{"Office", "ActionTo", "Head.Kinds", "Head.In", "Motions.Ordinals"}

// shared is what holds no word of a language, or words of the record that are
// the same in all.
var shared = []string{
	"Rendering", "Colon", "Next.Minutes", "Motions.Words", "Votes.Other", "Votes.NotPut", "Votes.Equal", "Votes.Line",
	"Elections.OtherHow", "Interests.Kind", "Interests.Other", "Interests.Nature", "Interests.Whose", "Order.Named",
	"Results.Assent", "Room.Aloud", "Offered.Effects", "Offered.Elected", "Motions.Did", "Motions.Ordinal", "Asked.Own", "Commented.Own",
	"Question.Label", "Asked.Label", "Dates.Long", "Dates.Short", // French has the same
}

// TestProfilesFillEveryWord: no house leaves a word or a sentence out that the
// English one has, and one of another language borrows none.
func TestProfilesFillEveryWord(t *testing.T) {
	english := reflect.ValueOf(Council())
	for _, name := range Profiles()[1:] {
		style := StyleNamed(StyleRef{Profile: name})
		if style.Name != name {
			t.Errorf("the profile %q is the style %q", name, style.Name)
		}
		compare(t, name, "", english, reflect.ValueOf(style))
	}
	if got := StyleNamed(StyleRef{Profile: "of nobody"}).Name; got != "council" {
		t.Errorf("an unknown profile gives %q", got)
	}
	if got := StyleNamed(StyleRef{Profile: "German", Rendering: Labelled}); got.Name != "german" || got.Rendering != Labelled {
		t.Errorf("got %q, %q", got.Name, got.Rendering)
	}
}

func compare(t *testing.T, house, at string, english, own reflect.Value) {
	t.Helper()
	switch english.Kind() {
	case reflect.String:
		e, o := english.String(), own.String()
		switch {
		case e != "" && o == "" && !among(mayBeEmpty, at):
			t.Errorf("%s: %s is empty, in English it is %q", house, at, e)
		case house != "american" && e == o && strings.Trim(o, " ") != "" && !among(shared, at):
			t.Errorf("%s: %s is the English %q", house, at, e)
		}
		if strings.Count(o, "%s") > strings.Count(e, "%s") {
			t.Errorf("%s: %s has a place that nothing fills: %q", house, at, o)
		}
	case reflect.Struct:
		for i := range english.NumField() {
			compare(t, house, strings.TrimPrefix(at+"."+english.Type().Field(i).Name, "."), english.Field(i), own.Field(i))
		}
	case reflect.Map:
		if at == "Titles" {
			return // each language has its own
		}
		for _, key := range english.MapKeys() {
			if in := own.MapIndex(key); in.IsValid() {
				compare(t, house, at+"["+key.String()+"]", english.MapIndex(key), in)
			} else {
				t.Errorf("%s: %s has nothing for %q", house, at, key)
			}
		}
	case reflect.Slice, reflect.Array:
		if english.Len() > 0 && own.Len() == 0 && !among(mayBeEmpty, at) {
			t.Errorf("%s: %s is empty", house, at)
		}
		if house != "american" && reflect.DeepEqual(english.Interface(), own.Interface()) && !among(shared, at) {
			t.Errorf("%s: %s is the English one", house, at)
		}
	}
}

func among(list []string, at string) bool { return slices.Contains(list, at) }

// TestTabledIsAmerican: the word means the opposite in English.
func TestTabledIsAmerican(t *testing.T) {
	for _, name := range Profiles() {
		s := StyleNamed(StyleRef{Profile: name})
		offered := slices.Contains(s.Offered.Outcomes, "tabled") || slices.Contains(s.Motions.WasWords, "tabled")
		if offered != (name == "american") {
			t.Errorf("%s: tabled is offered: %v", name, offered)
		}
	}
}

func TestDeclaresInAnyLanguage(t *testing.T) {
	for words, want := range map[string]bool{
		"carried": true, "Not carried": true, "einstimmig": false, "angenommen": true, "Adoptée": true, "nicht angenommen": true, "Abgelehnt.": true, "Verma": false, "": false,
	} {
		if got := Declares(words); got != want {
			t.Errorf("%q: %v", words, got)
		}
	}
}
