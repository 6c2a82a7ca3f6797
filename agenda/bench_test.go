package agenda_test

import (
	"fmt"
	"testing"

	"minutebook/agenda"
)

func BenchmarkAdd(b *testing.B) {
	for _, n := range []int{20, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			r := build(b, "")
			item := id(b, r, "Item 1")
			for i := range n {
				var err error
				if r, _, err = r.Add(item, entry([]string{"?q", ">r"}[i%2])); err != nil {
					b.Fatal(err)
				}
			}
			for b.Loop() {
				if _, _, err := r.Add(item, agenda.Entry{Kind: agenda.Response, Text: "the contractor had allowed for that."}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkAddPrivate is an entry more in an item that is private, the facts of
// which are public.
func BenchmarkAddPrivate(b *testing.B) {
	for _, n := range []int{20, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			r := build(b, "")
			item := id(b, r, "Item 1")
			r, err := r.CloseFrom(item, "3", "")
			if err != nil {
				b.Fatal(err)
			}
			for range n {
				if r, _, err = r.Add(item, entry("?q")); err != nil {
					b.Fatal(err)
				}
			}
			for b.Loop() {
				if _, _, err := r.Add(item, agenda.Entry{Kind: agenda.Question, Text: "What had the contractor allowed for?"}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
