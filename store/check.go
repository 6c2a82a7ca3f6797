package store

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os/exec"
	"slices"
	"strings"
	"time"

	"minutebook/agenda"
)

// Report is what Check found.
type Report struct {
	AsOf     time.Time `json:"asOf"`
	Meetings int       `json:"meetings"`
	Records  int       `json:"records"`
	Faults   []Fault   `json:"faults"`
}

// Fault is something in a book that is not as it was written.
type Fault struct {
	Meeting agenda.Key   `json:"meeting,omitempty"` // empty: it is of no one meeting
	Start   agenda.Clock `json:"start,omitempty"`   // of the meeting
	Body    string       `json:"body,omitempty"`    // the code or name of its body
	Where   string       `json:"where"`
	What    string       `json:"what"`
}

// Check looks at everything in a book: each checksum and sum, the order of each
// meeting, the lists against the records, and the pages below. It works on a
// copy, asks for no lock and changes nothing. Child makes the command that runs
// CheckPages on a file in a process of its own, because bbolt's own check may
// crash or hang; nil leaves it out. An error means that nothing can be said.
func Check(ctx context.Context, path string, child func(ctx context.Context, file string) *exec.Cmd) (Report, error) {
	c := &checker{report: Report{AsOf: time.Now()}, meetings: map[agenda.Key]bool{}, known: map[agenda.Key]Fault{}, hurt: map[bucket]bool{}}
	raw, _, err := takeRaw(path)
	if err != nil {
		return Report{}, fmt.Errorf("check %s: %w", path, err)
	}
	defer func() { _ = raw.Close() }()
	// The pages are looked at as they are in the file: bringing a copy up to date
	// writes over what is wrong with some of them.
	if raw.fault != nil {
		c.fault("", "the pages of the book", fmt.Errorf("%w: %w", ErrDamaged, raw.fault))
	}
	if !bothMetas(raw.file) {
		c.fault("", "the first pages of the book", fmt.Errorf("%w: one of them is; the last change may be missing", ErrDamaged))
	}
	if err := c.read(ctx, raw); err != nil {
		return Report{}, err
	}
	if child != nil {
		if err := c.pages(ctx, raw, child); err != nil {
			return Report{}, fmt.Errorf("check %s: %w", path, err)
		}
	}
	return c.named(), nil
}

// read looks at all that the copy of a book holds, brought up to date.
func (c *checker) read(ctx context.Context, raw *boltEngine) error {
	kv := upToDate(raw)
	if kv != raw {
		defer func() { _ = kv.Close() }()
	}
	for _, step := range []func(reader) error{c.records, c.minutes, c.sums, c.lists} {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := kv.View(step); err != nil {
			c.fault("", "the inner structure of the book", err)
		}
	}
	return nil
}

// checker is one Check. Each meeting is loaded once, and what it should have in
// the lists is noted on the way.
type checker struct {
	report   Report
	meetings map[agenda.Key]bool  // that have a record or a line left
	known    map[agenda.Key]Fault // the names of those that could be read
	lines    map[string]agenda.Key
	strays   []placeOf       // damaged, of which loading a meeting may tell nothing
	hurt     map[bucket]bool // parts in which a fault is known already
}

func (c *checker) fault(meeting agenda.Key, where string, err error) {
	c.report.Faults = append(c.report.Faults, Fault{Meeting: meeting, Where: where, What: err.Error()})
}

// named is the report with the names of the meetings.
func (c *checker) named() Report {
	for i, f := range c.report.Faults {
		if !c.meetings[f.Meeting] {
			c.report.Faults[i].Meeting = "" // read from a damaged key, it may be any words
		}
		known := c.known[f.Meeting]
		c.report.Faults[i].Start, c.report.Faults[i].Body = known.Start, known.Body
	}
	return c.report
}

// records looks at each checksum. A part whose pages are broken does not keep
// the others from being looked at. Of what a meeting says, loading it reports.
func (c *checker) records(tx reader) error {
	var all []error
	for _, b := range buckets {
		err := guard(func() error {
			return tx.Scan(b, "", "\xff", func(key string, value []byte) error {
				c.report.Records++
				at := placeOf{b, key}
				if _, err := check(b, key, value); err != nil {
					c.hurt[b] = true
					c.record(at, err)
				} else if meeting, ok := meetingOf(at); ok && b != historyBucket {
					c.meetings[meeting] = true
				}
				return nil
			})
		})
		c.hurt[b] = c.hurt[b] || err != nil
		all = append(all, err)
	}
	for _, at := range c.strays {
		if meeting, ok := meetingOf(at); !ok || !c.meetings[meeting] {
			c.fault("", "a record", fmt.Errorf("%w: nothing else is left of its meeting", ErrDamaged))
		}
	}
	return errors.Join(all...)
}

func (c *checker) record(at placeOf, err error) {
	switch {
	case at.bucket == metaBucket:
		c.fault("", "what the book says of itself", err)
	case at.bucket == historyBucket:
		meeting, where := wherePast(at.key)
		c.fault(meeting, where, err)
	case at.bucket == derivedBucket || at.bucket == closedDerivedBucket:
		c.fault("", "a line of the lists", fmt.Errorf("%w; it is made anew from the minutes when it is needed", err))
	case strings.HasPrefix(at.key, bodyPrefix):
		c.fault("", "a body", err)
	default:
		c.strays = append(c.strays, at)
	}
}

// minutes loads every meeting that has a record left.
func (c *checker) minutes(tx reader) error {
	c.lines = map[string]agenda.Key{}
	bodies, err := names(tx)
	for _, key := range slices.Sorted(maps.Keys(c.meetings)) {
		var s agenda.Snapshot
		lost := guard(func() (err error) { s, err = load(tx, key); return err })
		c.report.Meetings++
		if m := s.Record.Open; m.Key != "" {
			c.known[key] = Fault{Start: m.Start, Body: bodies[m.Body].Code}
			c.listed(m)
		}
		if lost != nil {
			c.fault(key, "the meeting", lost)
			_ = guard(func() error { // its line may still say which it is
				m, err := foundMeeting(tx, key)
				c.known[key] = Fault{Start: m.Start, Body: bodies[m.Body].Code}
				return err
			})
		}
		for _, d := range s.Damage {
			c.fault(key, d.Where, d.Err)
		}
		if lost != nil || s.Damage != nil {
			c.hurt[recordBucket], c.hurt[closedBucket] = true, true
		}
	}
	return err
}

// listed notes the lines that the lists should have of a meeting.
func (c *checker) listed(m agenda.Meeting) {
	c.lines[dateKey(m.Start.Date(), m.Key)] = m.Key
	for _, it := range m.Items {
		for _, e := range it.Entries {
			c.lines[back(m, e)] = m.Key
			line, _ := row(m, it, e)
			c.lines[line] = m.Key
		}
	}
	delete(c.lines, "")
}

// wholeParts is the parts of a book whose sum is told of under a name.
var wholeParts = map[bucket]string{recordBucket: "the list of meetings and bodies", closedBucket: "the private parts"}

// sums compares the sums over whole parts. Where something in a part is reported
// already, its sum says nothing new.
func (c *checker) sums(tx reader) error {
	if c.hurt[metaBucket] {
		return nil
	}
	bad, err := disagrees(tx)
	for _, b := range bad {
		where := wholeParts[b]
		switch {
		case c.hurt[b]:
		case b == historyBucket:
			err = errors.Join(err, c.past(tx))
		case where == "":
			c.fault("", "the lists", errStale)
		default:
			c.fault("", where, errStale)
		}
		c.hurt[b] = true
	}
	return err
}

// lists looks whether the lists have a line for what the minutes have, and no
// other. What a line says is covered by the sums.
func (c *checker) lists(tx reader) error {
	if len(c.report.Faults) > 0 {
		return nil // a line that is missing may be of what is damaged
	}
	if before, err := ofBefore(tx); before || err != nil {
		return err // the builds of its time did not write every line
	}
	err := tx.Scan(derivedBucket, "", "\xff", func(key string, _ []byte) error {
		if _, ok := c.lines[key]; !ok && !strings.HasPrefix(key, codePrefix) && !strings.HasPrefix(key, "todo/") {
			c.fault("", "the lists", fmt.Errorf("%w: they have a line that is of no minutes", ErrDamaged))
		}
		delete(c.lines, key)
		return nil
	})
	for _, key := range slices.Sorted(maps.Keys(c.lines)) {
		c.fault(c.lines[key], "the lists", fmt.Errorf("%w: they lack a line of its minutes", ErrDamaged))
	}
	return err
}
