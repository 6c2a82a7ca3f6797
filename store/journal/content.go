package journal

import (
	"strings"
	"time"
	"unicode/utf8"

	"minutebook/agenda"
)

// How often the whole text is written and not what changed in it: a frame that
// is lost then costs little. A long text waits until as much was typed again.
const (
	fullFrames = 50
	fullBytes  = 4 << 10
	longText   = 64 << 10
)

// content is what a file says. The writer keeps one too: it knows what a reader
// will find.
type content struct {
	run    string
	head   head
	seq    uint64 // of the last frame
	seen   uint64
	seenAt time.Time
	mark   string // of the last change that was seen
	drafts map[uint64]*draft
	good   int  // bytes that are sound
	whole  bool // there are no others
}

// draft is one text, and how it was written down last.
type draft struct {
	about
	text          string
	typed         time.Time
	frames, bytes int // since the whole text was written
	rescued       bool
}

// parse reads as much of a file as is sound. It never fails: what is not sound
// is not there.
func parse(data []byte) content {
	c := content{drafts: map[uint64]*draft{}}
	if !strings.HasPrefix(string(data[:min(len(data), len(magic))]), magic) {
		return c
	}
	at := len(magic)
	for at < len(data) {
		f, size := decode(data[at:])
		if size == 0 || !c.take(&f) {
			break
		}
		at += size
		c.good = at
	}
	c.whole = c.good == len(data) && c.run != ""
	return c
}

// take goes on by a frame; false: it does not belong here.
func (c *content) take(f *frame) bool {
	first := c.run == ""
	switch {
	case first && (f.Head == nil || f.Run == ""), !first && (f.Head != nil || f.Run != c.run):
		return false
	case first:
		c.run, c.head, c.seen, c.seenAt, c.mark = f.Run, *f.Head, f.Head.Seen, f.At, f.Head.Mark
		c.seq = 0 // what follows may begin with any number: the file may have been cut
		return true
	case c.seq != 0 && f.Seq != c.seq+1, f.Seq == 0:
		return false
	}
	if !c.change(f) {
		return false
	}
	c.seq = f.Seq
	return true
}

func (c *content) change(f *frame) bool {
	d := c.drafts[f.Draft]
	switch {
	case f.Commit != 0:
		if f.Commit > c.seen {
			c.seen, c.seenAt, c.mark = f.Commit, f.At, f.Mark
		}
		return true
	case f.Draft == 0:
		return false
	case f.End:
		delete(c.drafts, f.Draft)
		return d != nil
	case d == nil && (f.Text == nil || f.Of == nil):
		return false
	case d == nil:
		d = &draft{}
		c.drafts[f.Draft] = d
	}
	switch {
	case f.Text != nil:
		d.text = *f.Text
	case f.Change != nil:
		text, ok := f.Change.apply(d.text)
		if !ok {
			return false
		}
		d.text = text
	}
	if f.Of != nil {
		d.about = *f.Of
	}
	d.typed = f.At
	return true
}

func (c *change) apply(text string) (string, bool) {
	if c.At < 0 || c.Delete < 0 || c.At > len(text) || c.Delete > len(text)-c.At {
		return "", false
	}
	return text[:c.At] + c.Insert + text[c.At+c.Delete:], true
}

// between is what turns one text into another.
func between(old, next string) *change {
	at, most := 0, min(len(old), len(next))
	for at < most && old[at] == next[at] {
		at++
	}
	for at > 0 && (at < len(old) && !utf8.RuneStart(old[at]) || at < len(next) && !utf8.RuneStart(next[at])) {
		at--
	}
	end, most := 0, most-at
	for end < most && old[len(old)-1-end] == next[len(next)-1-end] {
		end++
	}
	for end > 0 && (!utf8.RuneStart(old[len(old)-end]) || !utf8.RuneStart(next[len(next)-end])) {
		end--
	}
	return &change{at, len(old) - at - end, next[at : len(next)-end]}
}

// write makes the frame that takes a draft from how it was written last to d;
// nil: it is written so already.
func (c *content) write(d agenda.Draft) *frame {
	f, of := &frame{Draft: d.Number}, aboutOf(d)
	was := c.drafts[d.Number]
	switch {
	case was == nil:
		was = &draft{}
		c.drafts[d.Number] = was
		f.Of, f.Text = &of, &d.Text
	case was.about == of && was.text == d.Text:
		return nil
	}
	if was.about != of {
		f.Of = &of
	}
	if f.Text == nil && was.text != d.Text {
		f.Change = between(was.text, d.Text)
		was.frames++
		was.bytes += len(f.Change.Insert)
		long := len(d.Text) > longText
		if !long && (was.frames >= fullFrames || was.bytes >= fullBytes) || long && was.bytes >= len(d.Text) {
			f.Change, f.Text, f.Of = nil, &d.Text, &of
		}
	}
	if f.Text != nil {
		was.frames, was.bytes = 0, 0
	}
	was.about, was.text = of, d.Text
	return f
}
