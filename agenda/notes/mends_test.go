package notes_test

import (
	"errors"
	"strings"
	"testing"

	"minutebook/agenda/notes"
)

// TestTypedBelow has lines typed one by one mean what they mean in a file.
func TestTypedBelow(t *testing.T) {
	for want, lines := range map[string][]string{
		"update; @Cllr Jo Lunt; reported:; points one(deep(deeper)|level)|two": {
			"@Lunt reported:", "- one", "  - deep", "    - deeper", "  - level", "- two"},
		"narrative; So:; points one\nnarrative; points two":                    {"So:", "- one", "\n- two"},
		"table; [[\"a\" \"b\"] [\"1\" \"2\"]]\ntable; [[\"c\"]]":               {"| a | b |", "| 1 | 2 |", "\n| c |"},
		"table; caption Dues; [[\"a\"] [\"1\"]]":                               {"/caption Dues\n| a |", "| 1 |"},
		"table; caption Dues; [[\"b\"] [\"1\"]]":                               {"| b |", "/caption Dues", "| 1 |"},
		"table; [[\"a\"]]\ntable; caption Dues; [[\"b\"]]":                     {"| a |", "/caption Dues\n| b |"},
		"table; caption Old; [[\"a\"]]\ntable; caption New; [[\"b\"] [\"1\"]]": {"/caption Old\n| a |", "/caption New\n| b |", "| 1 |"},
		"question; So?\nfurther; it was.":                                      {"? So?", ">> it was."},
	} {
		r, item := typed(t, lines...)
		if got := saidIn(r, item); got != want {
			t.Errorf("%q\ngot  %s\nwant %s", lines, got, want)
		}
	}
}

func TestNameWithoutColon(t *testing.T) {
	r, item := typed(t)
	for text, name := range map[string]string{
		"+ Pike do it": "Pike", "+ Jo Lunt write to them": "Jo Lunt", "+ Cllr Jo Lunt write": "Cllr Jo Lunt", "+ jo write to them": "Cllr Jo Lunt",
		"+ Pike: do it": "", "+ : Pike is to do it": "", "+ do it with Pike": "", "+ Pike": "",
	} {
		_, done, err := notes.Apply(r, item, text, "")
		if err != nil {
			t.Fatal(err)
		}
		if name == "" && len(done.Warnings) > 0 || name != "" && (len(done.Warnings) != 1 || !strings.Contains(done.Warnings[0].Words(), "+ "+name+":")) {
			t.Errorf("%s: %v", text, done.Warnings)
		}
	}
}

// TestWarningsAmongMistakes has the slip that explains a mistake told with it.
func TestWarningsAmongMistakes(t *testing.T) {
	_, err := notes.Parse("x", "body: B\nmeeting: , 2026-03-12\n== 4 Dredging\npurpos: to end it\n/arive Pike")
	var problems notes.Problems
	if !errors.As(err, &problems) || len(problems) != 2 || problems.Mistakes() != 1 {
		t.Fatalf("got %v", err)
	}
	if got := problems[0].Error(); got != "x:4:1: found “purpos: to end it”, which is read as text; did you mean purpose:?" {
		t.Errorf("got %s", got)
	}
}
