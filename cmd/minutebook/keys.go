package main

import (
	"encoding/base32"
	"strings"

	"minutebook/agenda"

	"github.com/google/uuid"
)

// keyLetters keeps the order of the bytes, so that keys sort by their age.
var keyLetters = base32.HexEncoding.WithPadding(base32.NoPadding)

// newKey names a new body or meeting: a UUIDv7, which no other book has.
func newKey() agenda.Key {
	id, err := uuid.NewV7()
	if err != nil {
		// Only a system without randomness comes here; nothing could be kept safely.
		panic(err)
	}
	return agenda.Key(strings.ToLower(keyLetters.EncodeToString(id[:])))
}

// isKey tells whether k could be one of newKey's. A key read from a file is
// never used for anything else than that.
func isKey(k agenda.Key) bool {
	if len(k) != 26 {
		return false
	}
	for _, r := range k {
		if (r < '0' || r > '9') && (r < 'a' || r > 'v') {
			return false
		}
	}
	return true
}
