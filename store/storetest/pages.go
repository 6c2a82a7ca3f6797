package storetest

import (
	"reflect"
	"testing"

	"minutebook/agenda"
)

// pages checks that pages are pieces of the whole list, whatever is asked for.
func pages(t *testing.T, s agenda.Store) {
	office(t, s)
	for _, typed := range []string{"", "northmoor", "body:nhc approved", "body:atc", "2026-03"} {
		for _, bounds := range [][2]string{{}, {"2026-04-01", ""}, {"", "2026-03-12"}, {"2026-03-12", "2026-05-14"}} {
			q := agenda.ReadQuery(typed)
			q.From, q.To, q.State = bounds[0], bounds[1], agenda.Whatever
			samePages(t, q, func(q agenda.Query) (agenda.Page[agenda.Decision], error) { return s.Register(ctx, q) })
			samePages(t, q, func(q agenda.Query) (agenda.Page[agenda.Task], error) { return s.Actions(ctx, q) })
			samePages(t, q, func(q agenda.Query) (agenda.Page[agenda.Summary], error) { return s.Sittings(ctx, q) })
		}
	}
	q := agenda.Query{From: "2026-04-01"}
	if p, err := s.Register(ctx, q); err != nil || p.Hits != 2 || p.Total != 8 || p.Rows[0].Date != "2026-05-14" {
		t.Errorf("since April: %d of %d, %v, %v", p.Hits, p.Total, p.Rows, err)
	}
	if p, err := s.Sittings(ctx, agenda.Query{Limit: 1, Offset: 3}); err != nil || p.Hits != 4 || len(p.Rows) != 1 || p.Rows[0].Key != "m4" {
		t.Errorf("the last meeting: %v, %v", p, err)
	}
}

func samePages[T any](t *testing.T, q agenda.Query, read func(agenda.Query) (agenda.Page[T], error)) {
	t.Helper()
	whole, err := read(q)
	if err != nil || whole.Hits != len(whole.Rows) || whole.Total < whole.Hits {
		t.Fatalf("%+v: %d rows, %d hits of %d, %v", q, len(whole.Rows), whole.Hits, whole.Total, err)
	}
	var got []T
	for q.Limit = 3; q.Offset <= whole.Hits; q.Offset += q.Limit {
		p, err := read(q)
		if err != nil || p.Hits != whole.Hits || p.Total != whole.Total || len(p.Rows) > q.Limit {
			t.Fatalf("%+v: %d rows, %d hits of %d, %v", q, len(p.Rows), p.Hits, p.Total, err)
		}
		got = append(got, p.Rows...)
	}
	if !reflect.DeepEqual(got, whole.Rows) {
		t.Errorf("%+v: the pages are %v, the whole is %v", q, got, whole.Rows)
	}
}
