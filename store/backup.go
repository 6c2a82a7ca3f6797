package store

import (
	"fmt"
	"strings"

	"minutebook/agenda"
)

// Contents is what a book holds, in figures.
type Contents struct {
	Bodies   int          `json:"bodies"`
	Meetings int          `json:"meetings"`
	Entries  int          `json:"entries"` // public ones
	Records  int          `json:"records"` // all that has a checksum of its own
	Newest   agenda.Clock `json:"newest,omitempty"`
}

// Verify reads every record of a book and its checksum, and says what it holds.
// It changes nothing. Returns ErrNotBook, ErrLocked, ErrDamaged.
func Verify(path string) (c Contents, err error) {
	b, err := OpenReadOnly(path)
	if err != nil {
		return c, err
	}
	defer func() { _ = b.Close() }()
	err = b.kv.View(func(tx reader) error {
		c = Contents{}
		for _, part := range buckets {
			err := tx.Scan(part, "", "\xff", func(key string, value []byte) error {
				if _, err := check(part, key, value); err != nil {
					return inWords(tx, placeOf{part, key}, err)
				}
				c.count(part, key, value)
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return c, fmt.Errorf("check %s: %w", path, err)
	}
	return c, nil
}

func (c *Contents) count(part bucket, key string, value []byte) {
	c.Records++
	switch {
	case part == recordBucket && strings.HasPrefix(key, bodyPrefix):
		c.Bodies++
	case part == recordBucket && strings.HasSuffix(key, "/h"):
		c.Meetings++
	case part == recordBucket && strings.Contains(key, "/e/"):
		c.Entries++
	case part == derivedBucket && strings.HasPrefix(key, datePrefix):
		var r summaryRow
		if unseal(part, key, value, &r) == nil && r.Start > c.Newest {
			c.Newest = r.Start
		}
	}
}
