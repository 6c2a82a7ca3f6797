package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"minutebook/agenda"
)

// hostile is what drives a terminal, in a text of the book.
const hostile = "a\x1b]0;owned\x07\u009b2J\u202eb\u2066\U000E0041\x7f\xffz"

// TestNothingPrintedDrivesTheTerminal prints hostile text as a list for people,
// one for programs, and an error.
func TestNothingPrintedDrivesTheTerminal(t *testing.T) {
	var people, programs, errs bytes.Buffer
	if err := table(&people, []string{"NAME"}, [][]string{{hostile}}); err != nil {
		t.Fatal(err)
	}
	if err := printJSON(&programs, []agenda.Body{{Name: hostile}}); err != nil {
		t.Fatal(err)
	}
	if status := run([]string{"--book", hostile + ".book", "meetings"}, strings.NewReader(""), &people, &errs); status == statusDone {
		t.Error("there is such a book")
	}
	run([]string{"import", hostile}, strings.NewReader(""), &people, &errs)
	run([]string{hostile}, strings.NewReader(""), &people, &errs)
	for name, out := range map[string]string{"list": people.String(), "JSON": programs.String(), "errors": errs.String()} {
		if at := strings.IndexFunc(out, driving); at >= 0 || out == "" {
			t.Errorf("%s: %q", name, out)
		}
	}
	var back []agenda.Body
	if err := json.Unmarshal(programs.Bytes(), &back); err != nil || len(back) != 1 {
		t.Fatal(back, err)
	} else if back[0].Name != strings.ToValidUTF8(hostile, "\uFFFD") {
		t.Errorf("a program reads %+q, %v", back[0].Name, err)
	}
}
