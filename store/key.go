package store

import (
	"errors"
	"net/url"
	"strconv"
	"strings"
	"time"

	"minutebook/agenda"
)

const (
	schemaKey = "schema"
	bookKey   = "book"
	seqKey    = "seq"
	sumsKey   = "sums"

	datePrefix = "date/"
	codePrefix = "code/"
	rulePrefix = "r/"
	taskPrefix = "a/"
	bodyPrefix = "b/"
	backPrefix = "back/"

	// last sorts behind every date: rows without one come last.
	last = "~"
)

// end is the first key behind all that begin with a prefix ending in a slash.
func end(prefix string) string { return strings.TrimSuffix(prefix, "/") + "0" }

// part makes any words a part of a key: no slash, nothing unprintable.
func part(words string) string { return url.PathEscape(words) }

func number(id agenda.ID) string {
	s := strconv.FormatUint(uint64(id), 10)
	return "0000000000"[len(s):] + s
}

func meetingPrefix(m agenda.Key) string { return "m/" + part(string(m)) + "/" }

func headKey(m agenda.Key) string                { return meetingPrefix(m) + "h" }
func lifeKey(m agenda.Key) string                { return meetingPrefix(m) + "life" }
func itemKey(m agenda.Key, id agenda.ID) string  { return meetingPrefix(m) + "i/" + number(id) }
func entryKey(m agenda.Key, id agenda.ID) string { return meetingPrefix(m) + "e/" + number(id) }
func bodyKey(b agenda.Key) string                { return bodyPrefix + part(string(b)) }
func todoKey(m agenda.Key) string                { return "todo/" + part(string(m)) }
func dateKey(date string, m agenda.Key) string   { return datePrefix + day(date) + "/" + part(string(m)) }
func codeKey(code string) string                 { return codePrefix + part(strings.ToUpper(code)) }
func refKey(r agenda.Ref) string                 { return part(string(r.Meeting)) + "/" + number(r.Entry) }
func decisionKey(date string, r agenda.Ref) string {
	return rulePrefix + complement(day(date)) + "/" + refKey(r)
}

// taskKey sorts the tasks of a state by the day they are due.
func taskKey(state, due string, r agenda.Ref) string {
	if state == "" {
		state = "open"
	}
	return taskPrefix + part(strings.ToLower(state)) + "/" + day(due) + "/" + refKey(r)
}

// backKey says of an action that it goes on in a later meeting.
func backKey(followed, by agenda.Ref) string { return backPrefix + refKey(followed) + "/" + refKey(by) }

// day is a date as part of a key; what is no date sorts behind all dates.
func day(date string) string {
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return last
	}
	return date
}

// complement turns the digits round, so that the newest date comes first.
func complement(date string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '9' - r + '0'
		}
		return r
	}, date)
}

// refOf reads the end of a key that refKey wrote.
func refOf(key string) (agenda.Ref, error) {
	parts := strings.Split(key, "/")
	if len(parts) < 2 {
		return agenda.Ref{}, errors.New("a key names no entry")
	}
	meeting, err := url.PathUnescape(parts[len(parts)-2])
	if err != nil {
		return agenda.Ref{}, errors.New("a key names no meeting")
	}
	id, err := idOf(key)
	return agenda.Ref{Meeting: agenda.Key(meeting), Entry: id}, err
}

// idOf reads the number at the end of a key.
func idOf(key string) (agenda.ID, error) {
	id, err := strconv.ParseUint(key[strings.LastIndexByte(key, '/')+1:], 10, 32)
	if err != nil {
		return 0, errors.New("a key ends with no number") // where it is damaged, it may hold text of the minutes
	}
	return agenda.ID(id), nil
}

// wordsOf reads the last part of a key.
func wordsOf(key string) string {
	s := key[strings.LastIndexByte(key, '/')+1:]
	if words, err := url.PathUnescape(s); err == nil {
		return words
	}
	return s
}
