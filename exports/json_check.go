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
	c := checker{ids: map[agenda.ID]string{}, kinds: map[agenda.ID]agenda.Kind{}, people: map[agenda.ID]bool{}, items: map[agenda.ID]bool{}}
	if err := c.collect(f.Meeting); err != nil {
		return err
	}
	if err := c.closed(f.Closed); err != nil {
		return err
	}
	if err := c.references(f); err != nil {
		return err
	}
	if err := f.Record().Sound(); err != nil {
		return fmt.Errorf("private business stands where it cannot: %w", err)
	}
	return nil
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
	ids           map[agenda.ID]string // what has it
	kinds         map[agenda.ID]agenda.Kind
	people, items map[agenda.ID]bool
}

func (c checker) take(id agenda.ID, what string) error {
	if id == 0 || id == ^agenda.ID(0) {
		return fmt.Errorf("%s has the ID %d, which is none", what, id)
	}
	if id.Closed() {
		return fmt.Errorf("%s has the ID %d, which only something closed can have", what, id)
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
			if e.Kind == agenda.Note {
				return fmt.Errorf("%s: a clerk's note is closed", what)
			}
			c.kinds[e.ID] = e.Kind
		}
	}
	return nil
}

// manyLines names the fields in which a line break is a paragraph break.
var manyLines = map[string]bool{"Text": true, "Purpose": true, "Wording": true, "Reason": true, "Recommends": true, "Asks": true,
	"Summary": true, "Late": true, "Nature": true, "Condition": true, "Reasons": true, "Alternatives": true, "Thanks": true, "Delete": true, "Insert": true}

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
