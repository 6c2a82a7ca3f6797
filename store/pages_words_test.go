package store

import "testing"

func TestPageWords(t *testing.T) {
	for said, want := range map[string]string{
		"key[5]=(hex)6d2f on leaf page(7) needs to be < than key of the next element in ancestor (hex)6d. Pages stack: [3 7]": "page 7: its keys are out of order",
		"the first key[0]=(hex)6d2f on branch page(12) needs to be >= the key in the ancestor (6d). Stack: [3]":               "page 12: its keys are out of order",
		"page 9: unreachable unfreed":                     "page 9: nothing leads to it and it is not free",
		"page 9: reachable freed":                         "page 9: it is in use and listed as free",
		"page 4: invalid type: unknown<0> (stack: [3 4])": "page 4: its kind is not known",
		"unexpected page type (flags: 0) for pgId:31":     "page 31: its kind is not known",
		"something (hex)6d2f else":                        "a page: it is not as it was written",
	} {
		if got := pageWords(said); got != want {
			t.Errorf("%s\ngives %q, want %q", said, got, want)
		}
	}
}
