package notes_test

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// longTexts are items that are long in one way each: reading or writing one must
// not take a time that grows with its square.
var longTexts = []longText{
	{"said", "? What of the tides?\n> nothing yet.\n! That it be so.\n% hm\n"},
	{"voted", "/motion Pike: That it be so.\n/vote 1-0-0; carried\n"},
	{"undecided", "/motion Pike: That it be so.\n"},
	{"amended", "/motion Pike: That it be so.\n/amend Pike: Strike it.\n/vote a1 lost\n"},
	{"labelled", "/motion Pike: That it be so.\n/vote m1 1-0-0; carried\n"},
	{"taken back", "/motion Pike: That it be so.\n/vote 1-0-0; carried\n/strike m1/1: miscounted\n/vote m1 lost\n"},
	{"resolved", "/motion Pike: That it be so.\n/vote all; carried\n! That it be so.\n/by m1\n"},
	{"private", "/exempt 3\n? What?\n> that.\n! a\n! b\n/leave public\n% n\n/public\n"},
	{"room", "/leave Pike 18:30\n/return Pike 18:40\n/interest Pike (personal)\n"},
	{"awaited", "/vote mN#2 1-0-0; carried\n/strike mN#2: miscounted\n== 2 Rent\n/motion Pike: That it be so.\n"},
	{"awaited here", "/strike mN/1: miscounted\n== 1 Lease\n/motion Pike: That it be so.\n/vote mN 1-0-0; carried\n"},
}

// longText is the lines of an item that is long; those behind a heading are as
// many again of another, or of the same. N is how often they were written.
type longText struct{ name, lines string }

// of is about n lines of it.
func (l longText) of(n int) string {
	var b strings.Builder
	b.WriteString("body: B\nmeeting: , 2026-03-12\nattending: Tom Pike\n== 1 Lease\nSo.\n")
	times := n / strings.Count(l.lines, "\n")
	for i, lines := range strings.SplitAfter(l.lines, "== ") {
		heading, rest, _ := strings.Cut(lines, "\n")
		if i == 0 {
			rest = lines
		} else if heading != "1 Lease" {
			b.WriteString("== " + heading + "\n")
		}
		for n := range times {
			b.WriteString(strings.ReplaceAll(strings.TrimSuffix(rest, "== "), "N", strconv.Itoa(n+1)))
		}
	}
	return b.String()
}

// BenchmarkLong is a text twice as long: it must take twice the time.
func BenchmarkLong(b *testing.B) {
	for _, tt := range longTexts {
		for _, n := range []int{4000, 8000} {
			text := tt.of(n)
			b.Run(fmt.Sprint("read/", tt.name, "/", n), func(b *testing.B) {
				for b.Loop() {
					if _, err := notes.Parse("x", text); err != nil {
						b.Fatal(err)
					}
				}
			})
			file, err := notes.Parse("x", text)
			if err != nil {
				b.Fatal(err)
			}
			r := file.Meetings[0].Record
			b.Run(fmt.Sprint("write/", tt.name, "/", n), func(b *testing.B) {
				for b.Loop() {
					if err := notes.Write(io.Discard, agenda.Body{Name: "B"}, r, agenda.Life{Draft: 1}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
