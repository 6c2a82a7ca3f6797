package exports

import (
	"os"
	"reflect"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
)

// forgedTexts is how many hostile texts are printed; MINUTEBOOK_TEXTS says
// otherwise.
func forgedTexts(usual int) int {
	if n, err := strconv.Atoi(os.Getenv("MINUTEBOOK_TEXTS")); err == nil {
		return n
	}
	if testing.Short() {
		return usual / 2
	}
	return usual
}

// TestNoFieldForges puts hostile texts, each another one, into every field of a
// body, a meeting and an entry of every kind, and prints them in every house
// style, public and full: a reader finds exactly the structure of the document.
func TestNoFieldForges(t *testing.T) {
	t.Parallel()
	seen, texts := map[string]bool{}, 0
	for limit := forgedTexts(20000); texts < limit && !t.Failed(); {
		rapid.Check(t, func(t *rapid.T) {
			if texts >= limit {
				return
			}
			f := &filler{T: t, seen: seen}
			b, r, life := f.record()
			assertReadBack(t, Build(b, r.Open, life))
			assertReadBack(t, BuildFull(b, r, life))
			s := agenda.StyleNamed(r.Open.Style)
			for _, it := range r.Open.Items {
				for _, e := range it.Entries {
					assertReadBack(t, Document{Blocks: Entry(s, r.Open, *e)})
				}
			}
			texts += f.texts
		})
	}
	t.Logf("%d texts in %d fields", texts, len(seen))
	for _, field := range fieldsOf(agenda.Body{}, agenda.Meeting{}, agenda.ClosedItem{}, agenda.Life{}) {
		if !seen[field] {
			t.Errorf("%s holds text and was never tried", field)
		}
	}
}

// fieldsOf lists every field that holds text in values of these types and in
// all that they hold.
func fieldsOf(values ...any) (out []string) {
	done := map[reflect.Type]bool{}
	var walk func(ty reflect.Type, at string)
	walk = func(ty reflect.Type, at string) {
		switch ty.Kind() {
		case reflect.String:
			out = append(out, at)
		case reflect.Slice, reflect.Pointer, reflect.Map, reflect.Array:
			walk(ty.Elem(), at)
		case reflect.Struct:
			if done[ty] {
				return
			}
			done[ty] = true
			for i := range ty.NumField() {
				walk(ty.Field(i).Type, ty.Name()+"."+ty.Field(i).Name)
			}
		}
	}
	for _, v := range values {
		walk(reflect.TypeOf(v), "")
	}
	return out
}
