package journal

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"time"

	"minutebook/agenda"
)

const (
	magic      = "minutebook journal 1\n"
	prefixSize = 8 + 1 + 8 + 1 // of a frame: its length, its checksum, and a blank behind each
	frameLimit = 64 << 20      // a longer frame is damage
	fileLimit  = 512 << 20     // a longer file is none of ours
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// frame is one line of the file.
type frame struct {
	Run    string    `json:"run"`
	Seq    uint64    `json:"n"`
	At     time.Time `json:"t"`
	Head   *head     `json:"head,omitempty"`
	Commit uint64    `json:"commit,omitempty"` // the book has seen so many changes
	Mark   string    `json:"mark,omitempty"`   // of the newest of them
	Draft  uint64    `json:"draft,omitempty"`
	End    bool      `json:"end,omitempty"`
	Of     *about    `json:"of,omitempty"`
	Text   *string   `json:"text,omitempty"` // the whole text
	Change *change   `json:"change,omitempty"`
}

// head is the first frame of a file.
type head struct {
	Book  string   `json:"book"`
	Seen  uint64   `json:"seen"`            // changes of the book, at most
	Mark  string   `json:"mark,omitempty"`  // of the newest of them
	Taken []string `json:"taken,omitempty"` // runs whose drafts were taken over
	Older *elder   `json:"older,omitempty"` // the book was found to be an older copy, and nobody has answered
	Path  string   `json:"path,omitempty"`  // of the book
}

// about is what a draft is of.
type about struct {
	Meeting agenda.Key `json:"meeting,omitempty"`
	Item    agenda.ID  `json:"item,omitempty"`
	Entry   agenda.ID  `json:"entry,omitempty"`
	After   agenda.ID  `json:"after,omitempty"`
	Field   string     `json:"field,omitempty"`
	Kept    bool       `json:"kept,omitempty"`
	Became  agenda.ID  `json:"became,omitempty"`
	Private bool       `json:"private,omitempty"`
}

// change is what a key did to a text: at a byte some went and some came.
type change struct {
	At     int    `json:"at"`
	Delete int    `json:"del,omitempty"`
	Insert string `json:"ins,omitempty"`
}

func aboutOf(d agenda.Draft) about {
	return about{d.Meeting, d.Item, d.Entry, d.After, d.Field, d.Kept, d.Became, d.Private}
}

func (o about) draft(number uint64, text string) agenda.Draft {
	return agenda.Draft{
		Number: number, Meeting: o.Meeting, Item: o.Item, Entry: o.Entry, After: o.After,
		Field: o.Field, Kept: o.Kept, Became: o.Became, Private: o.Private, Text: text,
	}
}

// encode adds a frame to a buffer.
func encode(b *bytes.Buffer, f *frame) error {
	from := b.Len()
	b.WriteString("00000000 00000000 ")
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(f); err != nil { // ends with the line break of the frame
		b.Truncate(from)
		return err
	}
	body := b.Bytes()[from+prefixSize : b.Len()-1]
	if len(body) > frameLimit {
		b.Truncate(from)
		return fmt.Errorf("the text is longer than a journal holds")
	}
	hexed(b.Bytes()[from:from+8], uint32(len(body)))
	hexed(b.Bytes()[from+9:from+17], crc32.Checksum(body, castagnoli))
	return nil
}

const digits = "0123456789abcdef"

func hexed(out []byte, n uint32) {
	for i := range 8 {
		out[i] = digits[n>>(28-4*i)&15]
	}
}

// unhexed reads eight digits as they are written here: no capital ones.
func unhexed(in []byte) (n uint32, ok bool) {
	for _, c := range in[:8] {
		at := bytes.IndexByte([]byte(digits), c)
		if at < 0 {
			return 0, false
		}
		n = n<<4 | uint32(at)
	}
	return n, true
}

// decode reads the frame that data begins with, and says how long it is; 0: what
// stands there is none.
func decode(data []byte) (f frame, size int) {
	if len(data) < prefixSize+1 || data[8] != ' ' || data[17] != ' ' {
		return f, 0
	}
	length, ok := unhexed(data)
	sum, sound := unhexed(data[9:])
	if !ok || !sound || length > frameLimit || int(length) > len(data)-prefixSize-1 {
		return f, 0
	}
	body := data[prefixSize : prefixSize+int(length)]
	if data[prefixSize+int(length)] != '\n' || crc32.Checksum(body, castagnoli) != sum {
		return f, 0
	}
	if err := json.Unmarshal(body, &f); err != nil {
		return frame{}, 0
	}
	return f, prefixSize + int(length) + 1
}
