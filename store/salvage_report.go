package store

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"minutebook/agenda"
)

// report says what is in the new book and, of all that anything recovered still
// names, what is not.
func (s *Salvaged) report(ctx context.Context, b *Book, records map[placeOf][]byte, doubtful []placeOf) error {
	for at := range records {
		if slices.Contains(taken, at.bucket) {
			s.Records++
		}
		if at.bucket == recordBucket && strings.Contains(at.key, "/e/") {
			s.Entries++
		}
	}
	return b.view(ctx, func(tx reader) error {
		all, err := names(tx)
		if err != nil {
			return err
		}
		s.Bodies = len(all)
		meetings := meetingsOf(records, recordBucket)
		s.Meetings = len(meetings)
		s.lost(meetings, records, all)
		s.closedLost(records)
		sums := sumsSaid(records)
		for _, b := range []bucket{recordBucket, closedBucket} {
			if said, known := readTally(sums[b]); known && said != tallyOf(records, account{in: b}) {
				s.miss("", wholeParts[b]+", in part")
			}
		}
		for _, at := range doubtful {
			if slices.Contains(taken, at.bucket) && at.bucket != historyBucket {
				meeting, _ := meetingOf(at)
				s.miss(s.names[meeting], "a record of which only earlier states, or several, were found")
			}
		}
		return nil
	})
}

func (s *Salvaged) miss(meeting, what string) {
	s.Missing = append(s.Missing, Missing{meeting, what})
}

// meeting lists what a meeting lacks.
func (s *Salvaged) meeting(held agenda.Snapshot, all map[agenda.Key]agenda.Body) {
	m := held.Record.Open
	name := calledBy(all[m.Body].Code, m.Start, m.Key)
	s.names[m.Key] = name
	for _, d := range held.Damage {
		s.miss(name, d.Where)
	}
	if _, there := all[m.Body]; !there && m.Body != "" {
		s.miss(name, "the body that met")
	}
}

func calledBy(code string, start agenda.Clock, key agenda.Key) string {
	switch {
	case start == "":
		return "the meeting " + string(key)
	case code == "":
		return "a meeting of " + start.Date()
	}
	return code + "/" + start.Date()
}

// lost lists the meetings and bodies of which only a list, the private part or
// the history tells.
func (s *Salvaged) lost(meetings []agenda.Key, records map[placeOf][]byte, all map[agenda.Key]agenda.Body) {
	named := map[agenda.Key]string{}
	for at, value := range records {
		meeting, ok := meetingOf(at)
		if !ok || slices.Contains(meetings, meeting) {
			continue
		}
		var row summaryRow
		if at.bucket == derivedBucket && unseal(at.bucket, at.key, value, &row) == nil {
			named[meeting] = calledBy(all[row.Body].Code, row.Start, row.Key)
		} else if named[meeting] == "" {
			named[meeting] = calledBy("", "", meeting)
		}
	}
	for _, meeting := range slices.Sorted(maps.Keys(named)) {
		s.miss(named[meeting], "all of it")
	}
	owners := map[agenda.Key]string{}
	for at, value := range records {
		var owner agenda.Key
		if at.bucket == derivedBucket && strings.HasPrefix(at.key, codePrefix) && unseal(at.bucket, at.key, value, &owner) == nil {
			owners[owner] = wordsOf(at.key)
		}
	}
	for _, owner := range slices.Sorted(maps.Keys(owners)) {
		if _, there := all[owner]; !there {
			s.miss("", fmt.Sprintf("the body %s: its seats, standing items and style", owners[owner]))
		}
	}
}

// closedLost lists the private parts whose own record is lost while entries of
// them were found: what no private item names has no place.
func (s *Salvaged) closedLost(records map[placeOf][]byte) {
	entries, ordered := map[agenda.Key]int{}, map[agenda.Key]int{}
	for at, value := range records {
		meeting, ok := meetingOf(at)
		if !ok || at.bucket != closedBucket {
			continue
		}
		switch {
		case strings.Contains(at.key, "/e/"):
			entries[meeting]++
		case strings.Contains(at.key, "/i/"):
			var r closedItemRecord
			if unseal(at.bucket, at.key, value, &r) == nil {
				ids, _ := orderIDs(r.Order)
				ordered[meeting] += len(ids)
			}
		}
	}
	for _, meeting := range slices.Sorted(maps.Keys(entries)) {
		if n := entries[meeting] - ordered[meeting]; n > 0 {
			s.miss(s.names[meeting], fmt.Sprintf("where %d private entries or clerk’s notes stood", n))
		}
	}
}
