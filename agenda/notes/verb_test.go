package notes_test

import (
	"testing"

	"minutebook/agenda/notes"
)

func TestVerb(t *testing.T) {
	for text, want := range map[string]string{
		">acknowledged it.": "acknowledged", ">the fleet": "the", "> the fleet": "", ">>added that": "added",
		"?= What?": "=", "*=": "=", "!noted the report.": "noted", "!!agreed it": "agreed", "! That": "",
		"!- in June": "", "!+ That it be; Pike": "", "#7 >denied it": "denied", "#7 denied it": "",
		"/number 9 ?wondered why": "wondered", "/number 9": "", "/arrive Lunt": "", "@Pike spoke": "",
		"?@Pike What?": "", "plain": "", "": "", "#": "", ">": "", "!!=as it is": "=",
	} {
		if got := notes.Verb(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
