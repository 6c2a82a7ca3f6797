package store

import (
	"fmt"
	"strings"
)

// inWords says where a damaged record is in the words of Check.
func inWords(tx reader, at placeOf, damage error) error {
	where := "a line of the lists"
	meeting, ofMeeting := meetingOf(at)
	switch {
	case at.bucket == metaBucket:
		where = "what the book says of itself"
	case strings.HasPrefix(at.key, bodyPrefix) && at.bucket == recordBucket:
		where = "a body"
	case at.bucket == historyBucket:
		where = "the history of a meeting"
	case ofMeeting && at.bucket != derivedBucket:
		where = "a meeting"
		s, err := load(tx, meeting)
		all, unnamed := names(tx)
		if err == nil && unnamed == nil && len(s.Damage) > 0 {
			m := s.Record.Open
			where = calledBy(all[m.Body].Code, m.Start, m.Key) + ": " + s.Damage[0].Where
		}
	}
	return fmt.Errorf("%s: %w", where, damage)
}
