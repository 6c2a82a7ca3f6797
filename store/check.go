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
	v, err := newViewer(path)
	if err != nil {
		return Report{}, fmt.Errorf("check %s: %w", path, err)
	}
	defer func() { _ = v.Close() }()
	c := &checker{report: Report{AsOf: v.asOf}}
	if v.kv.fault != nil {
		c.fault("", "the pages of the book", fmt.Errorf("%w: %w", ErrDamaged, v.kv.fault))
	}
	if !bothMetas(v.kv.file) {
		c.fault("", "the first pages of the book", fmt.Errorf("%w: one of them is; the last change may be missing", ErrDamaged))
	}
	for _, step := range []func(reader) error{c.records, c.meetings, c.sums, c.lists} {
		if err := ctx.Err(); err != nil {
			return Report{}, err
		}
		if err := v.kv.View(step); err != nil {
			c.fault("", "the inner structure of the book", err)
		}
	}
	if child != nil {
		if err := c.pages(ctx, v.kv, child); err != nil {
			return Report{}, fmt.Errorf("check %s: %w", path, err)
		}
	}
	return c.report, nil
}

type checker struct {
	report Report
	known  map[agenda.Key]Fault // the names of the meetings
}

func (c *checker) fault(meeting agenda.Key, where string, err error) {
	f := c.known[meeting]
	f.Meeting, f.Where, f.What = meeting, where, err.Error()
	c.report.Faults = append(c.report.Faults, f)
}

// records checks what is of no meeting; what is of one, loading it reports.
func (c *checker) records(tx reader) error {
	c.known = map[agenda.Key]Fault{}
	var all []error
	for _, b := range buckets {
		err := tx.Scan(b, "", "\xff", func(key string, value []byte) error {
			c.report.Records++
			_, err := check(b, key, value)
			if err == nil {
				return nil
			}
			switch {
			case b == metaBucket:
				c.fault("", "what the book says of itself", err)
			case b == derivedBucket || b == closedDerivedBucket:
				c.fault("", "a line of the lists", fmt.Errorf("%w; it is made anew from the minutes when it is needed", err))
			case strings.HasPrefix(key, bodyPrefix):
				c.fault("", "a body", err)
			}
			return nil
		})
		all = append(all, err)
	}
	return errors.Join(all...)
}

// meetings loads every meeting that has a record left.
func (c *checker) meetings(tx reader) error {
	keys := map[agenda.Key]bool{}
	note := func(b bucket, prefix string) error {
		return tx.Scan(b, prefix, end(prefix), func(key string, _ []byte) error {
			if b == derivedBucket {
				keys[agenda.Key(wordsOf(key))] = true
			} else if parts := strings.SplitN(key, "/", 3); len(parts) == 3 {
				keys[agenda.Key(wordsOf(parts[1]))] = true
			}
			return nil
		})
	}
	err := errors.Join(note(recordBucket, "m/"), note(closedBucket, "m/"), note(derivedBucket, datePrefix))
	bodies, namesErr := names(tx)
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		var s agenda.Snapshot
		lost := guard(func() (err error) { s, err = load(tx, key); return err })
		c.report.Meetings++
		if m := s.Record.Open; m.Key != "" {
			c.known[key] = Fault{Start: m.Start, Body: bodies[m.Body].Code}
		}
		if lost != nil {
			c.fault(key, "the meeting", lost)
		}
		for _, d := range s.Damage {
			c.fault(key, d.Where, d.Err)
		}
	}
	return errors.Join(err, namesErr)
}

// sums compares the sums over whole buckets. Where a record is reported
// already, they say nothing new.
func (c *checker) sums(tx reader) error {
	if len(c.report.Faults) > 0 {
		return nil
	}
	bad, err := disagrees(tx)
	for _, b := range bad {
		where := map[bucket]string{recordBucket: "the list of meetings and bodies", closedBucket: "the private parts"}[b]
		if where == "" {
			where = "the lists"
		}
		c.fault("", where, errStale)
	}
	return err
}

// lists looks whether the lists have a line for what the minutes have, and no
// other. What a line says is covered by the sums.
func (c *checker) lists(tx reader) error {
	if len(c.report.Faults) > 0 {
		return nil // a line that is missing may be of what is damaged
	}
	want := map[string]agenda.Key{}
	for key := range c.known {
		s, err := load(tx, key)
		if err != nil {
			return err
		}
		m := s.Record.Open
		want[dateKey(m.Start.Date(), m.Key)] = key
		for _, it := range m.Items {
			for _, e := range it.Entries {
				want[back(m, e)] = key
				line, _ := row(m, it, e)
				want[line] = key
			}
		}
	}
	delete(want, "")
	err := tx.Scan(derivedBucket, "", "\xff", func(key string, _ []byte) error {
		if _, ok := want[key]; !ok && !strings.HasPrefix(key, codePrefix) && !strings.HasPrefix(key, "todo/") {
			c.fault("", "the lists", fmt.Errorf("%w: they have a line that is of no minutes", ErrDamaged))
		}
		delete(want, key)
		return nil
	})
	for _, key := range slices.Sorted(maps.Keys(want)) {
		c.fault(want[key], "the lists", fmt.Errorf("%w: they lack a line of its minutes", ErrDamaged))
	}
	return err
}
