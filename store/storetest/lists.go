package storetest

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/agenda"
	"minutebook/agenda/agendatest"
)

// lists checks, after random edits, that what the lists say is what walking
// every record would say.
func lists(t *testing.T, s agenda.Store) {
	records := map[agenda.Key]agenda.Record{}
	keys := counter()
	rapid.Check(t, func(rt *rapid.T) {
		r := agendatest.Record(rt)
		r.Open.Key = keys()
		at := save(rt, s, agenda.Snapshot{}, r)
		for range rapid.IntRange(0, 3).Draw(rt, "steps") {
			at = save(rt, s, at, edited(rt, at.Record))
		}
		records[at.Record.Open.Key] = at.Record
		register, err := s.Register(ctx, agenda.Query{})
		decisions := register.Rows
		sameRefs(rt, "register", records, err, refs(decisions, func(d agenda.Decision) agenda.Ref { return d.Ref }),
			func(e *agenda.Entry) bool { return e.Resolution != nil })
		open, err := s.Actions(ctx, agenda.Query{})
		sameRefs(rt, "actions", records, err, refs(open.Rows, func(t agenda.Task) agenda.Ref { return t.Ref }),
			func(e *agenda.Entry) bool { return e.Action != nil && e.Action.Pending() })
		every, err := s.Actions(ctx, agenda.Query{State: agenda.Whatever})
		tasks := every.Rows
		sameRefs(rt, "all actions", records, err, refs(tasks, func(t agenda.Task) agenda.Ref { return t.Ref }),
			func(e *agenda.Entry) bool { return e.Action != nil })
		sameRows(rt, records, decisions, tasks)
		counts, err := s.Counts(ctx, "2026-03-12")
		if err != nil || counts.Resolutions != len(decisions) || counts.Owed != open.Hits || every.Total != len(tasks) {
			rt.Fatalf("%+v, %v; listed are %d, %d and %d", counts, err, len(decisions), open.Hits, len(tasks))
		}
		sameSummaries(rt, s, records)
	})
}

func sameRows(t *rapid.T, records map[agenda.Key]agenda.Record, decisions []agenda.Decision, tasks []agenda.Task) {
	for _, d := range decisions {
		m := records[d.Ref.Meeting].Open
		it, e, _ := m.Find(d.Ref.Entry)
		if d.Title != it.Title || d.Item != it.Number || d.Date != m.Start.Date() || !reflect.DeepEqual(d.Parts, e.Resolution.Parts) {
			t.Fatalf("the register says %s of %s in %s", dump(d), dump(e), it.Title)
		}
	}
	for _, a := range tasks {
		m := records[a.Ref.Meeting].Open
		it, e, _ := m.Find(a.Ref.Entry)
		var owners []string
		for _, w := range e.Action.Owners {
			owners = append(owners, m.Call(w))
		}
		if a.Title != it.Title || a.Item != it.Number || a.Date != m.Start.Date() || a.Text != e.Text || a.Due != e.Action.Due || !slices.Equal(a.Owners, owners) {
			t.Fatalf("the actions say %s of %s in %s", dump(a), dump(e), it.Title)
		}
	}
}

func refs[T any](rows []T, ref func(T) agenda.Ref) map[agenda.Ref]bool {
	out := map[agenda.Ref]bool{}
	for _, r := range rows {
		out[ref(r)] = true
	}
	return out
}

func sameRefs(t *rapid.T, list string, records map[agenda.Key]agenda.Record, err error, got map[agenda.Ref]bool, in func(*agenda.Entry) bool) {
	if err != nil {
		t.Fatalf("%s: %v", list, err)
	}
	want := map[agenda.Ref]bool{}
	for key, r := range records {
		for _, it := range r.Open.Items {
			for _, e := range it.Entries {
				if in(e) {
					want[agenda.Ref{Meeting: key, Entry: e.ID}] = true
				}
			}
		}
	}
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("%s lists %v, the records hold %v", list, got, want)
	}
}

func sameSummaries(t *rapid.T, s agenda.Store, records map[agenda.Key]agenda.Record) {
	all, err := s.Meetings(ctx)
	if err != nil || len(all) != len(records) {
		t.Fatalf("%d meetings of %d, %v", len(all), len(records), err)
	}
	for _, got := range all {
		m := records[got.Key].Open
		entries := 0
		for _, it := range m.Items {
			entries += len(it.Entries)
		}
		if got.Entries != entries || got.Start != m.Start || got.Open != (m.Current() != 0 && m.ClosedAt() == "") || got.Closed != m.ClosedAt() {
			t.Fatalf("summary %s, but %d entries, %s, %d, %s", dump(got), entries, m.Start, m.Current(), m.ClosedAt())
		}
	}
}

func bodies(t *testing.T, s agenda.Store) {
	for _, b := range []agenda.Body{
		{Key: "b1", Name: "Northmoor Harbour Committee", Code: "NHC", Seats: []agenda.Seat{{Name: "Asha Verma", Roles: []string{"Chair"}}}},
		{Key: "b2", Name: "allotments panel"},
		{Key: "b3", Name: "Library Board"},
	} {
		if err := s.SaveBody(ctx, b); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Body(ctx, b.Key); err != nil || !reflect.DeepEqual(got, b) {
			t.Errorf("body = %v, %v; want %v", got, err, b)
		}
	}
	names := func() (out []string) {
		all, err := s.Bodies(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range all {
			out = append(out, b.Name+"/"+b.Code)
		}
		return out
	}
	if got, want := names(), []string{"allotments panel/", "Library Board/", "Northmoor Harbour Committee/NHC"}; !slices.Equal(got, want) {
		t.Errorf("bodies = %q, want %q", got, want)
	}
	thief := agenda.Body{Key: "b2", Name: "New Housing Company", Code: "nhc"}
	if err := s.SaveBody(ctx, thief); !errors.Is(err, agenda.ErrConflict) {
		t.Errorf("taking a code that is taken: %v", err)
	}
	if err := s.SaveBody(ctx, agenda.Body{Key: "b1", Name: "Harbour Committee", Code: "HC"}); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveBody(ctx, thief); err != nil {
		t.Errorf("taking a code that was given up: %v", err)
	}
	if got, want := names(), []string{"Harbour Committee/HC", "Library Board/", "New Housing Company/nhc"}; !slices.Equal(got, want) {
		t.Errorf("bodies = %q, want %q", got, want)
	}
}

// office is a store with a body and three meetings.
func office(t *testing.T, s agenda.Store) {
	if err := s.SaveBody(ctx, agenda.Body{Key: "nhc", Name: "Northmoor Harbour Committee", Code: "NHC"}); err != nil {
		t.Fatal(err)
	}
	save(t, s, agenda.Snapshot{}, harbour("m1", "2026-03-12T18:00"))
	save(t, s, agenda.Snapshot{}, harbour("m2", "2026-05-14"))
	save(t, s, agenda.Snapshot{}, harbour("m3", "2026-03-12T09:30"))
	save(t, s, agenda.Snapshot{}, harbour("m4", ""))
}

func meetings(t *testing.T, s agenda.Store) {
	office(t, s)
	got, err := s.Meetings(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var keys []agenda.Key
	for _, m := range got {
		keys = append(keys, m.Key)
	}
	if want := []agenda.Key{"m2", "m1", "m3", "m4"}; !slices.Equal(keys, want) {
		t.Errorf("order %q, want %q", keys, want)
	}
	want := agenda.Summary{Key: "m2", Body: "nhc", Code: "NHC", Name: "Northmoor Harbour Committee", Kind: "Ordinary",
		Start: "2026-05-14", Place: "Guildhall, Northmoor", Items: 2, Entries: 6, Draft: 1}
	if got[0] != want {
		t.Errorf("summary = %+v, want %+v", got[0], want)
	}
	// The later of a day comes first, whenever it was made, on a page of its own too.
	save(t, s, agenda.Snapshot{}, harbour("m5", "2026-03-12T20:00"))
	for _, words := range []string{"", "northmoor"} {
		q := agenda.ReadQuery(words)
		var paged []agenda.Key
		for q.Limit = 1; q.Offset < 5; q.Offset++ {
			p, err := s.Sittings(ctx, q)
			if err != nil || len(p.Rows) != 1 {
				t.Fatal(p, err)
			}
			paged = append(paged, p.Rows[0].Key)
		}
		if want := []agenda.Key{"m2", "m5", "m1", "m3", "m4"}; !slices.Equal(paged, want) {
			t.Errorf("sittings %q: %q, want %q", words, paged, want)
		}
	}
}

func register(t *testing.T, s agenda.Store) {
	office(t, s)
	for words, want := range map[string]string{
		"":                     "m2/6 m2/9 m1/6 m1/9 m3/6 m3/9 m4/6 m4/9",
		"APPROVED":             "m2/6 m1/6 m3/6 m4/6",
		"approved élan":        "m2/6 m1/6 m3/6 m4/6",
		"approved lease":       "",
		"quay northmoor":       "m2/9 m1/9 m3/9 m4/9",
		"12/26 nhc":            "m2/9 m1/9 m3/9 m4/9",
		"dredging programme":   "m2/6 m1/6 m3/6 m4/6",
		"no such word in here": "",
	} {
		page, err := s.Register(ctx, agenda.ReadQuery(words))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range page.Rows {
			got = append(got, string(d.Ref.Meeting)+"/"+dump(d.Ref.Entry))
			if d.Body != "Northmoor Harbour Committee" || d.Code != "NHC" {
				t.Errorf("body %q, code %q", d.Body, d.Code)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("register %q = %q, want %q", words, got, want)
		}
	}
}

func actions(t *testing.T, s agenda.Store) {
	office(t, s)
	for all, want := range map[agenda.Progress]string{
		agenda.StillOwed: "m1/7 m2/7 m3/7 m4/7 m1/10 m2/10 m3/10 m4/10",
		agenda.Whatever:  "m1/11 m2/11 m3/11 m4/11 m1/7 m2/7 m3/7 m4/7 m1/10 m2/10 m3/10 m4/10",
	} {
		tasks, err := s.Actions(ctx, agenda.Query{State: all})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, a := range tasks.Rows {
			got = append(got, string(a.Ref.Meeting)+"/"+dump(a.Ref.Entry))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("actions, %v = %q, want %q", all, got, want)
		}
	}
	open, _ := s.Actions(ctx, agenda.Query{})
	if want := []string{"Harbour Master", "the divers"}; !slices.Equal(open.Rows[0].Owners, want) {
		t.Errorf("owners = %q, want %q", open.Rows[0].Owners, want)
	}
}

// closing checks what a list shows of a meeting as it is closed, reopened by
// striking that, and one of its people is renamed.
func closing(t *testing.T, s agenda.Store) {
	at := save(t, s, agenda.Snapshot{}, harbour("m1", "2026-03-12T18:00"))
	next, id, err := at.Record.Add(8, agenda.Entry{Kind: agenda.Happening, At: "2026-03-12T20:41", Event: &agenda.Event{What: agenda.ClosedUp}})
	if err != nil {
		t.Fatal(err)
	}
	closed := func() agenda.Clock {
		all, err := s.Meetings(ctx)
		if err != nil || len(all) != 1 {
			t.Fatal(all, err)
		}
		return all[0].Closed
	}
	at = save(t, s, at, next)
	if got := closed(); got != "2026-03-12T20:41" {
		t.Errorf("closed at %q", got)
	}
	at = save(t, s, at, add(t, at.Record, "An afterthought."))
	if got := closed(); got != "2026-03-12T20:41" {
		t.Errorf("closed at %q after another entry", got)
	}
	if next, _, err = at.Record.Strike(id); err != nil {
		t.Fatal(err)
	}
	at = save(t, s, at, next)
	if got := closed(); got != "" {
		t.Errorf("closed at %q after that was struck", got)
	}
	if next, err = at.Record.EditAttendee(agenda.Attendee{ID: 2, Office: "Port Captain"}); err != nil {
		t.Fatal(err)
	}
	save(t, s, at, next)
	open, err := s.Actions(ctx, agenda.Query{})
	if err != nil || open.Rows[0].Owners[0] != "Port Captain" {
		t.Errorf("actions after renaming: %+v, %v", open, err)
	}
}
