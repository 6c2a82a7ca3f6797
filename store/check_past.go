package store

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// wherePast is the meeting of a record of the history, and where in it that is,
// without a word of what it says.
func wherePast(key string) (agenda.Key, string) {
	meeting, ok := meetingOf(placeOf{historyBucket, key})
	parts := strings.SplitN(key, "/", 3)
	if !ok {
		return "", "the history"
	}
	n := numberPast(key)
	switch {
	case n == 0:
		return meeting, "the history"
	case parts[2] == "":
		return meeting, fmt.Sprintf("change %d in the history", n)
	}
	return meeting, fmt.Sprintf("what stood there before change %d, in the history", n)
}

// numberPast is the change that a record of the history is of; 0: none.
func numberPast(key string) (n uint64) {
	if parts := strings.SplitN(key, "/", 3); len(parts) == 3 {
		n, _ = strconv.ParseUint(parts[1], 10, 64)
	}
	return n
}

// past says which histories lack a change, where the sum over all of them is
// another. What lies behind a gap may also be of a Minutebook that kept none.
func (c *checker) past(tx reader) error {
	told := false
	for _, meeting := range slices.Sorted(maps.Keys(c.known)) {
		if at, gap := gapIn(tx, meeting); gap {
			told = true
			c.fault(meeting, fmt.Sprintf("change %d in the history", at), errMissing)
		}
	}
	if !told {
		c.fault("", "the history of the meetings", errStale)
	}
	return nil
}

// gapIn is the newest change of a meeting that its history should have.
func gapIn(tx reader, meeting agenda.Key) (at uint64, gap bool) {
	rows, err := past(tx, meeting, true)
	if err != nil || len(rows) == 0 {
		return 0, false
	}
	end := rows[len(rows)-1]
	return end.Number, end.At.IsZero()
}
