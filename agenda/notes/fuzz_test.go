package notes_test

import (
	"testing"

	"minutebook/agenda"
	"minutebook/agenda/notes"
)

// FuzzParse: no text makes the parser panic, and what it reads it writes so
// that it reads the same again.
func FuzzParse(f *testing.F) {
	head := "body: B\nmeeting: Ordinary, 2026-03-12 18:00, Hall\npresent: Cllr Jo Lunt [JL]; Tom Pike\n"
	for _, seed := range []string{
		"", "body: B", head, head + "== 4 | A\nkind: x\n? @Lunt q\n> a\n  \\\n  b\n- p\n  - q\n!noted a\n!- b\n/by Lunt / Pike; 6-?-2 carried\n",
		head + "/caption c\n| a | b |\n| 1 | \\| |\n\n- x\n\na\tb\nc\td\n", head + "%% c\n% n\n#4 x\n/number 4 ! a\n!+ b; Pike; due June\n+ Pike: x; due y; state: z\n",
		head + "==\n/leave public 18:00; interest: words\n/style bullets\n/outcome deferred: time\n== 1\npaper: 4, T\nreport of: a; b\n",
		head + "attending: A (of B, for item 1#2)\n== 1 a\n/adjourn 18:30 to 2026-04-16 18:00: w\n/resume\n/next 16 April, H\n/quorum q\n== 1 b\n" +
			"/taken 1, \"c\" before 1#2: w\n/together 1, 2\n/urgent r\n/outcome deferred to d\n/minutes A, B\n/correct 1 of A: delete \"x\", insert \"y\": w\n/actions\n! r\n/thanks: w\n",
		head + "== 4 A\n/interest Lunt (a, b), \"X on y\" on 4, 9#2: n; m; left\n/interest none\n/nominate Lunt for C by Pike / JL; declined\n" +
			"/elect Lunt, \"a\": B; c\n/ballot C: Lunt 3 elected; \"x 2\" ?; (by lot)\n! a\n/condition b\n  - c\n/items 4, 7\n/link amends 4\n/thanks d\n",
		"body: B\nseat: the X (a, from 2020-01-01)\nstanding: T | w\nkind: k\nphrase: n | t\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file, err := notes.Parse("x", text)
		if err != nil {
			return
		}
		for _, s := range file.Meetings {
			out := written(t, s.Body, s.Record, s.Draft)
			again, err := notes.Parse("y", out)
			if err != nil || len(again.Meetings) != 1 {
				t.Fatalf("%v\n%s", err, out)
			}
			same(t, sayable(s.Record), sayable(again.Meetings[0].Record), out)
		}
		if len(file.Meetings) == 0 {
			return
		}
		r := file.Meetings[0].Record
		for _, it := range r.Open.Items {
			for _, e := range it.Entries {
				typed := notes.Text(r.Open, *e)
				notes.Mark(typed)
				notes.Predict(r, it.ID)
				next, err := notes.Edit(r, e.ID, typed)
				if err != nil {
					t.Fatalf("%v\n%s", err, typed)
				}
				same(t, r, next, typed)
			}
		}
	})
}

func FuzzApply(f *testing.F) {
	f.Add("? what\n> yes", "> @Lunt a")
	f.Fuzz(func(t *testing.T, first, second string) {
		r := agenda.New(agenda.Meeting{Start: "2026-03-12", Roster: []agenda.Attendee{{Name: "Jo Lunt"}}})
		item := r.Open.Opening()
		for _, text := range []string{first, second} {
			next, _, err := notes.Apply(r, item, text, "2026-03-12T18:30")
			if err != nil {
				continue
			}
			r = next
		}
	})
}
