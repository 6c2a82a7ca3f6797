package exports

import (
	"fmt"
	"slices"
	"strings"

	"minutebook/agenda"
)

// belongings is what an entry can hold, by the kind it belongs to.
var belongings = []struct {
	kind agenda.Kind
	name string
	has  func(*agenda.Entry) bool
}{
	{agenda.Moved, "motion", func(e *agenda.Entry) bool { return e.Motion != nil }},
	{agenda.Voted, "vote", func(e *agenda.Entry) bool { return e.Vote != nil }},
	{agenda.Settled, "outcome", func(e *agenda.Entry) bool { return e.Outcome != nil }},
	{agenda.TakenBack, "strike", func(e *agenda.Entry) bool { return e.Strike != nil }},
	{agenda.Elected, "election", func(e *agenda.Entry) bool { return e.Election != nil }},
	{agenda.Declared, "interest", func(e *agenda.Entry) bool { return e.Interest != nil }},
	{agenda.Corrected, "correction", func(e *agenda.Entry) bool { return e.Correction != nil }},
	{agenda.Resolved, "resolution", func(e *agenda.Entry) bool { return e.Resolution != nil }},
	{agenda.ToDo, "action", func(e *agenda.Entry) bool { return e.Action != nil }},
	{agenda.Happening, "event", func(e *agenda.Entry) bool { return e.Event != nil }},
	{agenda.Tabulation, "table", func(e *agenda.Entry) bool { return e.Table != nil }},
}

// shape checks that an entry has what its kind needs and nothing else.
func shape(e *agenda.Entry) error {
	known := e.Kind.Textual() || e.Kind == agenda.Note
	for _, h := range belongings {
		known = known || e.Kind == h.kind
	}
	if !known {
		return fmt.Errorf("there is no kind of entry called %q", e.Kind)
	}
	for _, h := range belongings {
		switch want, has := e.Kind == h.kind, h.has(e); {
		case want && !has:
			return fmt.Errorf("a %s without its %q", e.Kind, h.name)
		case has && !want:
			return fmt.Errorf("a %s cannot have a %q", e.Kind, h.name)
		}
	}
	if e.Motion != nil && !slices.Contains(agenda.Classes, e.Motion.Class) {
		return fmt.Errorf("the \"class\" of a motion is %q; it is one of %s", e.Motion.Class, strings.Join(agenda.Classes, ", "))
	}
	return nil
}

// references checks that every ID that is mentioned is there, and that nothing
// public mentions what is closed.
func (c checker) references(f JSONFile) error {
	m := f.Meeting
	for i, a := range m.Roster {
		if err := c.mentioned(func(r agenda.Refs) { a.WithRefs(r) }); err != nil {
			return fmt.Errorf("person %d of the roster: %w", i+1, err)
		}
	}
	for i, s := range m.Taken {
		if !c.items[s.Item] {
			return fmt.Errorf("line %d of \"taken\" names item %d, which is not there", i+1, s.Item)
		}
	}
	for i, it := range m.Items {
		for j, e := range it.Entries {
			if err := c.entry(e); err != nil {
				return fmt.Errorf("entry %d of item %d: %w", j+1, i+1, err)
			}
		}
	}
	for id, it := range f.Record().Closed.Items {
		for j, e := range it.Entries {
			if err := c.entry(&e.Entry); err != nil {
				return fmt.Errorf("closed entry %d of item %d: %w", j+1, id, err)
			}
		}
	}
	return nil
}

func (c checker) entry(e *agenda.Entry) error {
	if err := c.hangs(e); err != nil {
		return err
	}
	if e.Action != nil && e.Action.Follows != nil && !isKey(e.Action.Follows.Meeting) {
		return fmt.Errorf("%q cannot be the key of a meeting", e.Action.Follows.Meeting)
	}
	return c.mentioned(func(r agenda.Refs) { e.WithRefs(r) })
}

// mentioned checks the people and the items that a walk through references comes
// by.
func (c checker) mentioned(walk func(agenda.Refs)) (err error) {
	walk(agenda.Refs{
		Person: func(id agenda.ID) agenda.ID {
			if !c.people[id] {
				err = fmt.Errorf("it names person %d, who is not on the roster", id)
			}
			return id
		},
		Item: func(id agenda.ID) agenda.ID {
			if !c.items[id] {
				err = fmt.Errorf("it names item %d, which is not there", id)
			}
			return id
		},
	})
	return err
}

// hangs checks what an entry hangs on.
func (c checker) hangs(e *agenda.Entry) error {
	on, there := c.kinds[e.On]
	switch {
	case e.On == 0:
	case e.On.Closed() && !e.ID.Closed():
		return fmt.Errorf("it is public and belongs to %d, which is closed", e.On)
	case !e.Kind.Refers() && !on.Asks():
		return fmt.Errorf("it answers entry %d, which is no question or comment of this meeting", e.On)
	case e.Kind == agenda.TakenBack && on != agenda.Voted:
		return fmt.Errorf("it takes back entry %d, which is no vote of this meeting", e.On)
	case e.Kind.Refers() && e.Kind != agenda.TakenBack && (!there || on != agenda.Moved):
		return fmt.Errorf("it belongs to entry %d, which is no motion of this meeting", e.On)
	}
	return nil
}

// closed notes the IDs of what is closed.
func (c checker) closed(closed *agenda.Closed) error {
	if closed == nil {
		return nil
	}
	for id, it := range closed.Items {
		if !c.items[id] {
			return fmt.Errorf("closed notes belong to item %d, which is not there", id)
		}
		if it == nil {
			return fmt.Errorf("the closed notes of item %d are null", id)
		}
		for _, e := range it.Entries {
			if e == nil {
				return fmt.Errorf("a closed note of item %d is null", id)
			}
			if _, taken := c.kinds[e.ID]; taken || e.ID.Nth() == 0 || e.ID == ^agenda.ID(0) {
				return fmt.Errorf("a closed entry of item %d has the ID %d, which is none or another's", id, e.ID)
			}
			if err := shape(&e.Entry); err != nil {
				return fmt.Errorf("a closed entry of item %d: %w", id, err)
			}
			c.kinds[e.ID] = e.Kind
		}
	}
	return nil
}
