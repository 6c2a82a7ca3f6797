package notes

import (
	"slices"
	"strings"
)

// slips are words that people write for one of the notation: what a verb looks
// like in the past tense, which is how minutes read, and what others call it.
var slips = map[string]string{
	"arrived": "arrive", "joined": "arrive", "join": "arrive", "left": "leave", "departed": "leave", "returned": "return",
	"opened": "open", "closed": "close", "ended": "close", "adjourned": "adjourn", "recess": "adjourn", "resumed": "resume",
	"chaired": "chair", "apology": "apologies", "attended": "attending", "substituted": "substitute",
	"move": "motion", "moved": "motion", "propose": "motion", "proposed": "motion",
	"second": "motion MOVER / SECONDER: WORDS", "seconded": "motion MOVER / SECONDER: WORDS",
	"amended": "amend", "amendment": "amend", "voted": "vote", "carried": "vote … carried", "lost": "vote … lost",
	"struck": "strike", "defer": "outcome deferred", "deferred": "outcome deferred",
	"withdraw": "outcome withdrawn", "withdrawn": "outcome withdrawn", "withdrew": "outcome withdrawn",
	"refer": "outcome referred", "referred": "outcome referred", "postpone": "outcome postponed", "postponed": "outcome postponed",
	"elected": "elect", "election": "elect", "nominated": "nominate", "nomination": "nominate",
	"declare": "interest", "declared": "interest", "interests": "interest",
	"corrected": "correct", "thanked": "thanks", "exempted": "exempt", "linked": "link",
}

// NearWord is the /word that an unknown one is likeliest meant to be, with its
// stroke and perhaps with what stands behind it, or "". Strokes may be left out;
// also lists more words that count.
func NearWord(word string, also ...string) string {
	word = strings.ToLower(strings.TrimPrefix(word, "/"))
	if meant := slips[word]; meant != "" {
		return "/" + meant
	}
	known := slices.Clone(slashWords)
	for _, w := range also {
		known = append(known, strings.TrimPrefix(w, "/"))
	}
	if near := Nearest(word, known); near != "" {
		return "/" + near
	}
	return ""
}
