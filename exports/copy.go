package exports

import (
	"cmp"
	"io"
	"path/filepath"
	"strings"

	"minutebook/agenda"
)

// Copy is what is asked of one file: the format, whether it is a full copy, and
// where it differs from what the body and the meeting say of themselves. The
// command line and the screen both write by it, so that they write the same.
type Copy struct {
	Format    Format
	Full      bool             // with what the public must not see
	Rendering agenda.Rendering // empty: as the meeting or the body says
	Names     agenda.Naming    // the same
}

// Of is the record in the style of the copy.
func (c Copy) Of(r agenda.Record) agenda.Record {
	r.Open.Style.Rendering = cmp.Or(c.Rendering, r.Open.Style.Rendering)
	r.Open.Style.Names = cmp.Or(c.Names, r.Open.Style.Names)
	return r
}

// Write writes the copy. A public one is made of the public record alone.
func (c Copy) Write(w io.Writer, b agenda.Body, r agenda.Record, life agenda.Life) error {
	r = c.Of(r)
	if c.Full {
		return c.Format.Full(w, b, r, life)
	}
	return c.Format.Public(w, b, r.Open, life)
}

// fullMark ends the name of a full copy, before the dot.
const fullMark = "-full"

// FileName is the name proposed for the copy. A full copy has a name of its
// own, so that it never takes the place of the public one.
func (c Copy) FileName(b agenda.Body, m agenda.Meeting) string {
	name := FileName(b, m, c.Format.Ext)
	if !c.Full {
		return name
	}
	ext := filepath.Ext(name)
	return strings.TrimSuffix(name, ext) + fullMark + ext
}

// FitName is a file name as somebody typed it, made whole: with the end of the
// format where it is missing. The error is an *agenda.Error that says what a
// name may be. A full copy must say so in its name: under the name of the
// public file it would be taken for it.
func (c Copy) FitName(typed string) (string, error) {
	name := strings.TrimSpace(typed)
	if name == "" {
		return "", &agenda.Error{What: "The file needs a name."}
	}
	ext := "." + c.Format.Ext
	if len(name) < len(ext) || !strings.EqualFold(name[len(name)-len(ext):], ext) {
		name += ext
	}
	if err := plainName(name); err != nil {
		return "", err
	}
	if stem := name[:len(name)-len(ext)]; c.Full && !strings.HasSuffix(strings.ToLower(stem), fullMark) {
		return "", &agenda.Error{What: "The name of a full copy ends in " + fullMark + ext + ", so that nobody takes it for the public file."}
	}
	return name, nil
}
