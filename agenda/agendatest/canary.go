package agendatest

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"html"
	"math/rand/v2"
	"net/url"
	"slices"
	"strings"
	"unicode/utf16"
)

// NewCanary is a random word of 24 letters, for a text that must not get out.
func NewCanary() string {
	var b strings.Builder
	for range 24 {
		b.WriteByte(byte('a' + rand.IntN(26)))
	}
	return b.String()
}

// Leaks says in which disguises a canary is in what got out: as it is, in
// capitals or backwards, in UTF-16, base64, hexadecimal, percent-encoded or as
// HTML entities, each with the half of the word that a line may have been cut to.
func Leaks(canary string, data []byte) []string {
	var found []string
	lower := bytes.ToLower(data)
	words := []string{canary, canary[:12], canary[12:]}
	for _, w := range words {
		for how, needle := range disguises(w) {
			if bytes.Contains(data, needle) || bytes.Contains(lower, bytes.ToLower(needle)) && how != "base64" {
				found = append(found, how+" of "+w)
			}
		}
	}
	slices.Sort(found)
	return found
}

func disguises(word string) map[string][]byte {
	back := []byte(word)
	slices.Reverse(back)
	var little, big, percent, entities []byte
	for _, u := range utf16.Encode([]rune(word)) {
		little = append(little, byte(u), byte(u>>8))
		big = append(big, byte(u>>8), byte(u))
		percent = fmt.Appendf(percent, "%%%02X", u)
		entities = fmt.Appendf(entities, "&#%d;", u)
	}
	all := map[string][]byte{
		"plain": []byte(word), "backwards": back, "UTF-16": little, "UTF-16, big end first": big, "hexadecimal": []byte(hex.EncodeToString([]byte(word))),
		"percent": percent, "entities": entities, "query": []byte(url.QueryEscape(word)), "HTML": []byte(html.EscapeString(word)),
	}
	// Base64 has three forms, by where among three bytes the word begins.
	for at := range 3 {
		text := base64.StdEncoding.EncodeToString(append(make([]byte, at), word...))
		all["base64"+strings.Repeat("'", at)] = []byte(text[4*min(at, 1) : len(text)-4])
	}
	return all
}
