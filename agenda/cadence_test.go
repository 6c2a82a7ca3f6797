package agenda_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"minutebook/agenda"
)

func TestNextDay(t *testing.T) {
	const today = "2026-03-12" // a Thursday, the second of its month
	tests := []struct {
		words     string
		met       []agenda.Clock
		day, says string
	}{
		{"second Thursday", nil, "2026-03-12", "second Thursday"},
		{"Second Thursday of the month", []agenda.Clock{"2026-03-12T18:00"}, "2026-04-09", "Second Thursday of the month"},
		{"2nd and 4th Tuesday", []agenda.Clock{"2026-03-10"}, "2026-03-24", "2nd and 4th Tuesday"},
		{"2nd & 4th Tuesdays", []agenda.Clock{"2026-03-24"}, "2026-04-14", "2nd & 4th Tuesdays"},
		{"last Monday of each month", nil, "2026-03-30", "last Monday of each month"},
		{"every last Monday", nil, "2026-03-30", "every last Monday"},
		{"fifth Friday", nil, "2026-05-29", "fifth Friday"},
		{"every 2 weeks", []agenda.Clock{"2026-03-05"}, "2026-03-19", "every 2 weeks"},
		{"every two weeks", []agenda.Clock{"2026-03-05"}, "2026-03-19", "every two weeks"},
		{"fortnightly", []agenda.Clock{"2026-01-01"}, "2026-03-12", "fortnightly"},
		{"every 2 weeks on Thursday", []agenda.Clock{"2026-03-06"}, "2026-03-19", "every 2 weeks on Thursday"},
		{"every other Thursday", []agenda.Clock{"2026-03-05"}, "2026-03-19", "every other Thursday"},
		{"weekly", []agenda.Clock{"2026-03-10"}, "2026-03-17", "weekly"},
		{"every Thursday", nil, "2026-03-12", "every Thursday"},
		{"Tuesdays", nil, "2026-03-17", "Tuesdays"},
		{"monthly", []agenda.Clock{"2026-02-25"}, "2026-03-25", "monthly"},
		{"monthly", []agenda.Clock{"2026-01-29"}, "2026-03-26", "monthly"},
		{"quarterly", []agenda.Clock{"2026-01-15"}, "2026-04-16", "quarterly"},
		{"second Thursday, quarterly", []agenda.Clock{"2026-03-05"}, "2026-06-11", "second Thursday, quarterly"},
		{"second Thursday of every other month", []agenda.Clock{"2026-03-12"}, "2026-05-14", "second Thursday of every other month"},
		{"six-weekly", []agenda.Clock{"2026-02-05"}, "2026-03-19", "six-weekly"},
		{"6 weekly", []agenda.Clock{"2026-02-05"}, "2026-03-19", "6 weekly"},
		{"Second Thursday monthly", []agenda.Clock{"2026-03-12"}, "2026-04-09", "Second Thursday monthly"},
		{"every month on the second Thursday", []agenda.Clock{"2026-03-12"}, "2026-04-09", "every month on the second Thursday"},
		{"every second Thursday of the month", []agenda.Clock{"2026-03-12"}, "2026-04-09", "every second Thursday of the month"},
		{"every 6 months", []agenda.Clock{"2026-01-15"}, "2026-07-16", "every 6 months"},
		{"every third month", []agenda.Clock{"2026-03-12"}, "2026-06-11", "every third month"},
		{"annually", []agenda.Clock{"2025-05-14"}, "2026-05-13", "annually"},
		{"third Wednesday of January, April, July, October", nil, "2026-04-15", "third Wednesday of January, April, July, October"},
		{"every third Wednesday of Jan, Apr, Jul and Oct", []agenda.Clock{"2026-04-15"}, "2026-07-15", "every third Wednesday of Jan, Apr, Jul and Oct"},
		{"first Monday in each quarter", []agenda.Clock{"2026-02-02"}, "2026-05-04", "first Monday in each quarter"},
		{"second Thursday", []agenda.Clock{"2027-01-14"}, "2027-02-11", "second Thursday"}, // one that is planned counts
		// Words that are not known, or could mean two things, leave it to the last two meetings.
		{"", []agenda.Clock{"2026-02-12", "2026-01-08"}, "2026-03-12", "second Thursday, as usual"},
		{"when the tide allows", []agenda.Clock{"2026-01-08", "2026-03-12"}, "2026-05-14", "second Thursday every 2 months, as usual"},
		{"", []agenda.Clock{"2026-02-25", "2026-01-28"}, "2026-03-25", "fourth Wednesday, as usual"},
		{"", []agenda.Clock{"2026-01-30", "2026-02-27"}, "2026-03-27", "last Friday, as usual"},
		{"", []agenda.Clock{"2026-02-26", "2026-03-05"}, "2026-03-12", "every week, as usual"},
		{"", []agenda.Clock{"2026-01-21", "2026-02-25"}, "2026-04-01", "every 5 weeks, as usual"},
		{"every second Thursday", []agenda.Clock{"2026-02-26", "2026-03-12"}, "2026-03-26", "every 2 weeks, as usual"},
		{"", []agenda.Clock{"2026-01-21", "2026-02-26"}, "", ""},
		{"", []agenda.Clock{"2026-02-12"}, "", ""},
		{"", nil, "", ""},
	}
	for _, tt := range tests {
		day, says := agenda.NextDay(tt.words, tt.met, today)
		if day != tt.day || says != tt.says {
			t.Errorf("%q after %v: got %s (%s), want %s (%s)", tt.words, tt.met, day, says, tt.day, tt.says)
		}
	}
}

// What is not read is kept and proposes nothing.
func TestWordsThatAreNoCadence(t *testing.T) {
	for _, words := range []string{
		"", "as called by the Chair", "jeden zweiten Donnerstag", "second", "Thursday and Friday or so", "every second Thursday",
		"bimonthly", "biweekly", "twice a month", "15th of each month", "every 0 weeks", "every 2", "weekly monthly", "second weekly",
		"every Thursday weekly monthly", "other Thursday", "Mars", "every 200 weeks", "monthly on Thursday", "in May",
		"bi-monthly", "first Monday except August", "six", "6 times a year",
	} {
		if c, ok := agenda.ReadCadence(words); ok {
			t.Errorf("%q is read as %+v", words, c)
		}
	}
	for _, words := range []string{"every 2 weeks", "quarterly", "monthly"} { // no meeting to count from
		if day, why := agenda.NextDay(words, nil, "2026-03-12"); day != "" {
			t.Errorf("%q proposes %s because %s", words, day, why)
		}
	}
	if day, _ := agenda.NextDay("weekly", []agenda.Clock{"some day"}, "2026-03-12"); day != "" {
		t.Errorf("a day that is none proposes %s", day)
	}
}

// A proposed day is after the last meeting and not before today, and stepping
// back from the one after it comes to it again.
func TestNextDayIsAhead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := func(label string) time.Time {
			return time.Date(2026, 1, rapid.IntRange(1, 1500).Draw(t, label), 0, 0, 0, 0, time.UTC)
		}
		words := rapid.SampledFrom([]string{
			"", "second Thursday", "2nd and 4th Tuesday", "last Monday", "fifth Sunday", "weekly", "every 3 weeks", "monthly", "quarterly",
			"every other Friday", "third Wednesday of January and July", "second Thursday of every other month",
		}).Draw(t, "words")
		today := day("today").Format("2006-01-02")
		var met []agenda.Clock
		last := ""
		for range rapid.IntRange(0, 3).Draw(t, "meetings") {
			m := day("met").Format("2006-01-02")
			met, last = append(met, agenda.Clock(m)), max(last, m)
		}
		next, why := agenda.NextDay(words, met, today)
		if (next == "") != (why == "") {
			t.Fatalf("%q because %q", next, why)
		}
		if next == "" {
			return
		}
		if next < today || next <= last {
			t.Fatalf("%q after %v, today %s: %s", words, met, today, next)
		}
		c, _ := agenda.Usual(words, met)
		if after := c.After(next); after <= next || c.Before(after) != next {
			t.Fatalf("after %s comes %s, before which is %s", next, after, c.Before(after))
		}
	})
}

// Any words are read or not, and what is read has a next date once there is a
// meeting to count from.
func TestAnyWordsForACadence(t *testing.T) {
	words := []string{"every", "second", "last", "fifth", "2", "6", "weeks", "month", "Thursday", "Tuesday", "and", "of", "January", "July",
		"weekly", "monthly", "quarterly", "other", "each", "year", "the", "moon"}
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for range rapid.IntRange(0, 6).Draw(t, "words") {
			text += " " + rapid.SampledFrom(words).Draw(t, "word")
		}
		if _, ok := agenda.ReadCadence(text); !ok {
			return
		}
		if day, why := agenda.NextDay(text, []agenda.Clock{"2026-01-15"}, "2026-03-12"); day < "2026-03-12" || why == "" {
			t.Fatalf("%q is read, but proposes %q because %q", text, day, why)
		}
	})
}
