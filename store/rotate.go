package store

import (
	"slices"
	"strings"
	"time"
)

const (
	snapshotLayout = "2006-01-02T150405Z"
	snapshotSuffix = ".book"

	keepLast   = 5
	keepDays   = 14
	keepMonths = 12
)

// Why a snapshot is made. What was kept before the book was replaced or brought
// up to date says so in its name and is never dropped.
const (
	Daily         = "daily"
	Asked         = "asked"
	MeetingClosed = "closed"
	BeforeRestore = "before-restore"
	BeforeUpgrade = "before-upgrade"
)

// snapshotName is the file name of a snapshot; names sort by time.
func snapshotName(at time.Time, why string) string {
	name := at.UTC().Format(snapshotLayout)
	if strings.HasPrefix(why, "before-") {
		name += "." + why
	}
	return name + snapshotSuffix
}

// readSnapshotName takes a name apart; ok is false where it is no snapshot's.
func readSnapshotName(name string) (at time.Time, why string, ok bool) {
	rest, is := strings.CutSuffix(name, snapshotSuffix)
	if !is || len(rest) < len(snapshotLayout) {
		return time.Time{}, "", false
	}
	at, err := time.Parse(snapshotLayout, rest[:len(snapshotLayout)])
	why = strings.TrimPrefix(rest[len(snapshotLayout):], ".")
	return at, why, err == nil && snapshotName(at, why) == name
}

// expired is which of the names of a folder may go: snapshots that are not among
// the last five, nor the last of one of fourteen days or of twelve months before
// now. Names it does not know are none of its business.
func expired(names []string, now time.Time) (out []string) {
	type snapshot struct {
		name string
		at   time.Time
	}
	var known []snapshot
	for _, name := range names {
		if at, why, ok := readSnapshotName(name); ok && why == "" {
			known = append(known, snapshot{name, at})
		}
	}
	slices.SortFunc(known, func(a, b snapshot) int { return b.at.Compare(a.at) })
	days, months := map[string]bool{}, map[string]bool{}
	now = now.UTC()
	firstDay := now.AddDate(0, 0, 1-keepDays).Format(time.DateOnly)
	// From the first of the month, because the 31st has no namesake in most.
	firstMonth := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, 1-keepMonths, 0).Format("2006-01")
	for i, s := range known {
		day, month := s.at.Format(time.DateOnly), s.at.Format("2006-01")
		ofDay := !days[day] && day >= firstDay
		ofMonth := !months[month] && month >= firstMonth
		days[day], months[month] = true, true
		if i >= keepLast && !ofDay && !ofMonth {
			out = append(out, s.name)
		}
	}
	return out
}
