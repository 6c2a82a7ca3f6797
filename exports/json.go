package exports

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"minutebook/agenda"
)

// jsonFormat names the shape of the file; a change that an older program
// would misread gets a higher number.
const (
	jsonFormat = "minutebook/1"
	jsonFamily = "minutebook/"
)

// The copies there are.
const (
	copyPublic = "public"
	copyFull   = "full"
)

// JSONFile is a meeting as JSON holds it. Closed is nil in a public copy.
type JSONFile struct {
	Format  string         `json:"format"`
	Copy    string         `json:"copy"`
	Body    agenda.Body    `json:"body"`
	Meeting agenda.Meeting `json:"meeting"`
	Closed  *agenda.Closed `json:"closed,omitempty"`
	Life    agenda.Life    `json:"life"`
}

// Public says whether the file is a public copy, so that parts of the record
// are not in it.
func (f JSONFile) Public() bool { return f.Copy != copyFull }

// Record is the record in the file.
func (f JSONFile) Record() agenda.Record {
	r := agenda.Record{Open: f.Meeting}
	if f.Closed != nil {
		r.Closed = *f.Closed
	}
	return r
}

func writeJSON(w io.Writer, b agenda.Body, m agenda.Meeting, life agenda.Life) error {
	b, m = agenda.PublicFace(b, m)
	return encode(w, JSONFile{Format: jsonFormat, Copy: copyPublic, Body: b, Meeting: m, Life: life})
}

func writeFullJSON(w io.Writer, b agenda.Body, r agenda.Record, life agenda.Life) error {
	return encode(w, JSONFile{Format: jsonFormat, Copy: copyFull, Body: b, Meeting: r.Open, Closed: &r.Closed, Life: life})
}

func encode(w io.Writer, f JSONFile) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false) // a person may read it
	enc.SetIndent("", "  ")
	return enc.Encode(f)
}

// ReadJSON reads what an export to JSON wrote. Text in it is cleaned like any
// text that comes in. A file of another program, of a newer Minutebook, with a
// field that this one would lose, or whose parts do not fit together is
// refused in plain words.
func ReadJSON(r io.Reader) (JSONFile, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return JSONFile{}, fmt.Errorf("reading JSON: %w", err)
	}
	var head struct{ Format string }
	if err := json.Unmarshal(data, &head); err != nil {
		return JSONFile{}, explain(data, err)
	}
	switch {
	case head.Format == jsonFormat:
	case strings.HasPrefix(head.Format, jsonFamily):
		return JSONFile{}, fmt.Errorf("the file says it is %q and was written by a newer Minutebook: this one reads %q", head.Format, jsonFormat)
	case head.Format == "":
		return JSONFile{}, fmt.Errorf("this is JSON, but no minutes: it has no \"format\": %q", jsonFormat)
	default:
		return JSONFile{}, fmt.Errorf("the file says it is %q, which is not %q", head.Format, jsonFormat)
	}
	var f JSONFile
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields() // dropping one in silence would lose what it said
	if err := dec.Decode(&f); err != nil {
		return JSONFile{}, explain(data, err)
	}
	cleanAll(&f)
	raiseIDs(f.Closed)
	if err := f.check(); err != nil {
		return JSONFile{}, err
	}
	raiseCounters(&f)
	return f, nil
}

// explain says where JSON went wrong.
func explain(data []byte, err error) error {
	var syntax *json.SyntaxError
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("line %d: this is no JSON: %w", lineAt(data, syntax.Offset), err)
	case errors.As(err, &wrong):
		where := wrong.Field
		if where == "" {
			where = "the file"
		}
		return fmt.Errorf("line %d: %s is a %s where it should be a %s", lineAt(data, wrong.Offset), where, wrong.Value, kindWord(wrong.Type.Kind().String()))
	}
	return fmt.Errorf("this is no export of Minutebook: %s", strings.TrimPrefix(err.Error(), "json: "))
}

func lineAt(data []byte, offset int64) int {
	offset = min(max(offset, 0), int64(len(data)))
	return 1 + bytes.Count(data[:offset], []byte{'\n'})
}

func kindWord(kind string) string {
	switch kind {
	case "struct", "map", "ptr":
		return "group"
	case "slice":
		return "list"
	case "uint32", "int":
		return "whole number"
	}
	return kind
}

// raiseIDs gives closed entries the IDs that tell them from public ones. A file
// of an earlier Minutebook has their numbers alone.
func raiseIDs(c *agenda.Closed) {
	if c == nil {
		return
	}
	if c.Next != 0 {
		c.Next = c.Next.AsClosed()
	}
	for _, it := range c.Items {
		if it == nil {
			continue
		}
		for _, e := range it.Entries {
			if e != nil && e.ID != 0 {
				e.ID = e.ID.AsClosed()
			}
		}
	}
}

// raiseCounters makes sure that the next ID to give out is a new one.
func raiseCounters(f *JSONFile) {
	m := &f.Meeting
	m.Next = max(m.Next, 1)
	for _, a := range m.Roster {
		m.Next = max(m.Next, a.ID+1)
	}
	for _, it := range m.Items {
		m.Next = max(m.Next, it.ID+1)
		for _, e := range it.Entries {
			m.Next = max(m.Next, e.ID+1)
		}
	}
	if f.Closed == nil {
		return
	}
	for _, it := range f.Closed.Items {
		for _, e := range it.Entries {
			f.Closed.Next = max(f.Closed.Next, e.ID+1)
		}
	}
}
