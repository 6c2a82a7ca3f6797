package exports

import (
	"errors"
	"fmt"
	"reflect"

	"minutebook/agenda"
)

// check refuses a file whose parts do not fit together, before anything is
// built on it.
func (f JSONFile) check() error {
	switch f.Copy {
	case copyPublic:
		if f.Closed != nil {
			return errors.New("the file says it is a public copy but has closed parts")
		}
	case copyFull:
	default:
		return fmt.Errorf("\"copy\" is %q; it is either %q or %q", f.Copy, copyPublic, copyFull)
	}
	for _, k := range []agenda.Key{f.Body.Key, f.Meeting.Key, f.Meeting.Body} {
		if !isKey(k) {
			return fmt.Errorf("%q cannot be the key of anything: a key is letters, digits and hyphens", k)
		}
	}
	if _, _, err := f.Meeting.Start.Time(); err != nil && f.Meeting.Start != "" {
		return fmt.Errorf("\"start\" of the meeting: %w", err)
	}
	c := checker{ids: map[agenda.ID]string{}, asked: map[agenda.ID]bool{}, people: map[agenda.ID]bool{}, items: map[agenda.ID]bool{}}
	if err := c.collect(f.Meeting); err != nil {
		return err
	}
	if err := c.references(f.Meeting); err != nil {
		return err
	}
	return c.closed(f.Closed)
}

func isKey(k agenda.Key) bool {
	for _, c := range []byte(k) {
		if !isAlnum(c) && c != '-' && c != '_' {
			return false
		}
	}
	return len(k) <= 64
}

// checker knows the IDs of a meeting.
type checker struct {
	ids                  map[agenda.ID]string // what has it
	asked, people, items map[agenda.ID]bool
}

func (c checker) take(id agenda.ID, what string) error {
	if id == 0 || id == ^agenda.ID(0) {
		return fmt.Errorf("%s has the ID %d, which is none", what, id)
	}
	if other, ok := c.ids[id]; ok {
		return fmt.Errorf("%s has the ID %d, which %s has already", what, id, other)
	}
	c.ids[id] = what
	return nil
}

// collect notes every ID once.
func (c checker) collect(m agenda.Meeting) error {
	if len(m.Items) == 0 || m.Items[0] == nil || m.Items[0].Kind != agenda.KindOpening {
		return fmt.Errorf("the first item of the meeting is not its %q", agenda.KindOpening)
	}
	for i, a := range m.Roster {
		if err := c.take(a.ID, fmt.Sprintf("person %d of the roster", i+1)); err != nil {
			return err
		}
		c.people[a.ID] = true
	}
	for i, it := range m.Items {
		if it == nil {
			return fmt.Errorf("item %d of the list is null", i+1)
		}
		if err := c.take(it.ID, fmt.Sprintf("item %d of the list", i+1)); err != nil {
			return err
		}
		c.items[it.ID] = true
		for j, e := range it.Entries {
			if e == nil {
				return fmt.Errorf("entry %d of item %d is null", j+1, i+1)
			}
			what := fmt.Sprintf("entry %d of item %d", j+1, i+1)
			if err := c.take(e.ID, what); err != nil {
				return err
			}
			if err := shape(e); err != nil {
				return fmt.Errorf("%s: %w", what, err)
			}
			c.asked[e.ID] = e.Kind.Asks()
		}
	}
	return nil
}

// shape checks that an entry has what its kind needs and nothing else.
func shape(e *agenda.Entry) error {
	has := []bool{e.Resolution != nil, e.Action != nil, e.Event != nil, e.Table != nil, e.Correction != nil}
	want := []bool{e.Kind == agenda.Resolved, e.Kind == agenda.ToDo, e.Kind == agenda.Happening, e.Kind == agenda.Tabulation, e.Kind == agenda.Corrected}
	names := []string{"resolution", "action", "event", "table", "correction"}
	switch e.Kind {
	case agenda.Narrative, agenda.Update, agenda.Question, agenda.Comment, agenda.Response, agenda.Further,
		agenda.Resolved, agenda.ToDo, agenda.Happening, agenda.Tabulation, agenda.Corrected:
	default:
		return fmt.Errorf("there is no kind of entry called %q", e.Kind)
	}
	for i, name := range names {
		switch {
		case want[i] && !has[i]:
			return fmt.Errorf("a %s without its %q", e.Kind, name)
		case has[i] && !want[i]:
			return fmt.Errorf("a %s cannot have a %q", e.Kind, name)
		}
	}
	return nil
}

// references checks that every ID that is mentioned is there.
func (c checker) references(m agenda.Meeting) error {
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
	return nil
}

func (c checker) entry(e *agenda.Entry) error {
	if e.On != 0 && !c.asked[e.On] {
		return fmt.Errorf("it answers entry %d, which is no question or comment of this meeting", e.On)
	}
	who := []agenda.Who{e.Speaker}
	if e.Action != nil {
		who = append(who, e.Action.Owners...)
		if ref := e.Action.Follows; ref != nil && !isKey(ref.Meeting) {
			return fmt.Errorf("%q cannot be the key of a meeting", ref.Meeting)
		}
	}
	if e.Resolution != nil && e.Resolution.By != nil {
		who = append(append(who, e.Resolution.By.Movers...), e.Resolution.By.Seconders...)
	}
	if e.Event != nil {
		for _, id := range append([]agenda.ID{e.Event.For}, e.Event.Who...) {
			who = append(who, agenda.Who{ID: id})
		}
	}
	for _, w := range who {
		if w.ID != 0 && !c.people[w.ID] {
			return fmt.Errorf("it names person %d, who is not on the roster", w.ID)
		}
	}
	return nil
}

func (c checker) closed(closed *agenda.Closed) error {
	if closed == nil {
		return nil
	}
	seen := map[agenda.ID]bool{}
	for id, it := range closed.Items {
		if !c.items[id] {
			return fmt.Errorf("closed notes belong to item %d, which is not there", id)
		}
		if it == nil {
			return fmt.Errorf("the closed notes of item %d are null", id)
		}
		for _, e := range it.Entries {
			switch {
			case e == nil:
				return fmt.Errorf("a closed note of item %d is null", id)
			case e.ID == 0 || e.ID == ^agenda.ID(0) || seen[e.ID]:
				return fmt.Errorf("a closed note of item %d has the ID %d, which is none or another's", id, e.ID)
			case e.Kind != agenda.Note:
				return fmt.Errorf("a closed note of item %d is a %q", id, e.Kind)
			}
			seen[e.ID] = true
		}
	}
	return nil
}

// manyLines names the fields in which a line break is a paragraph break.
var manyLines = map[string]bool{
	"Text": true, "Purpose": true, "Wording": true, "Reason": true, "Recommends": true, "Asks": true,
	"Late": true, "Delete": true, "Insert": true,
}

// cleanAll cleans every text of a file.
func cleanAll(f *JSONFile) { cleanValue(reflect.ValueOf(f).Elem(), agenda.CleanLine) }

func cleanValue(v reflect.Value, clean func(string) string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(clean(v.String()))
	case reflect.Pointer:
		if !v.IsNil() {
			cleanValue(v.Elem(), clean)
		}
	case reflect.Slice:
		for i := range v.Len() {
			cleanValue(v.Index(i), clean)
		}
	case reflect.Map: // of pointers, by ID
		for it := v.MapRange(); it.Next(); {
			cleanValue(it.Value(), clean)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			by := agenda.CleanLine
			if manyLines[v.Type().Field(i).Name] {
				by = agenda.Clean
			}
			cleanValue(v.Field(i), by)
		}
	}
}
