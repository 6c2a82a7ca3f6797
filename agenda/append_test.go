package agenda_test

import (
	"fmt"
	"testing"

	"minutebook/agenda"

	"pgregory.net/rapid"
)

// Private words at the end of an item make the record that they make where every
// entry of it is looked at.
func TestPrivateWordsAtTheEndAreAddedAlike(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := agenda.New(agenda.Meeting{Start: "2026-03-12T18:00", Items: []*agenda.Item{{Title: "One"}, {Title: "Two"}}})
		w := &twin{T: t, a: r, b: r, secrets: map[string]bool{}}
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			w.take()
			it, _ := w.a.Open.Item(w.item())
			e := w.draft()
			if !it.Private() || e.Kind == agenda.Note || e.Kind == agenda.Happening {
				continue
			}
			if rapid.IntRange(0, 3).Draw(t, "reserved") == 0 {
				w.a, e.ID = w.a.ReserveIn(it.ID)
				w.b, _ = w.b.ReserveIn(it.ID)
			}
			was := dump(w.a)
			fast, id, err := w.a.Add(it.ID, e)
			slow, want, err2 := w.a.AddClosedSlowly(it.ID, e)
			if id != want || fmt.Sprint(err) != fmt.Sprint(err2) || dump(fast) != dump(slow) {
				t.Fatalf("%d %v\n%s\nis not %d %v\n%s", id, err, dump(fast), want, err2, dump(slow))
			}
			if dump(w.a) != was {
				t.Fatalf("the record it was called on changed:\n%s\n%s", was, dump(w.a))
			}
		}
	})
}
