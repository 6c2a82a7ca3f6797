package store

import "strings"

// carriedOn is the actions that go on in a later meeting, by the end of their
// keys.
func carriedOn(tx reader, in bucket) (map[string]bool, error) {
	out := map[string]bool{}
	err := tx.Scan(in, backPrefix, end(backPrefix), func(key string, _ []byte) error {
		parts := strings.SplitN(key[len(backPrefix):], "/", 3)
		if len(parts) == 3 {
			out[parts[0]+"/"+parts[1]] = true
		}
		return nil
	})
	return out, err
}
