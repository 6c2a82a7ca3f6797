package store

import (
	"regexp"
	"strings"
)

// pageFaults is the kinds of what bbolt says of a page, by a part of its words.
var pageFaults = []struct{ said, words string }{
	{"needs to be", "its keys are out of order"},
	{"already freed", "it is in the list of free pages twice"},
	{"unreachable unfreed", "nothing leads to it and it is not free"},
	{"multiple references", "more than one page leads to it"},
	{"reachable freed", "it is in use and listed as free"},
	{"out of bounds", "it lies behind the end of the book"},
	{"out of range", "it lies behind the end of the book"},
	{"invalid type", "its kind is not known"},
	{"unexpected page type", "its kind is not known"},
}

// pageNumber is where bbolt says the number of the page.
var pageNumber = regexp.MustCompile(`(?:page |page\(|pgId:|page ID \()(\d+)`)

// pageWords says for a person what bbolt says of a page. Its own words may hold
// keys, and they help nobody.
func pageWords(said string) string {
	words := "it is not as it was written"
	for _, f := range pageFaults {
		if strings.Contains(said, f.said) {
			words = f.words
			break
		}
	}
	if n := pageNumber.FindStringSubmatch(said); n != nil {
		return "page " + n[1] + ": " + words
	}
	return "a page: " + words
}
