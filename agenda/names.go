package agenda

import (
	"slices"
	"strings"
)

// Surname is the last word of the name with the particles before it, "de la
// Cruz", "Ó Briain", or the office where there is no name.
func (a Attendee) Surname() string {
	if _, last := a.halves(); last != "" {
		return last
	}
	return a.Office
}

// Filed is the name as a list has it, surname first: "Dunmore, Col". An office
// without a name stays as it is.
func (a Attendee) Filed() string {
	switch first, last := a.halves(); {
	case last == "":
		return a.Office
	case first == "":
		return last
	default:
		return last + ", " + first
	}
}

// particles begin a surname: small words, and the Irish ones, which are large.
var particles = []string{
	"af", "al", "ap", "av", "bin", "da", "das", "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du",
	"el", "ferch", "la", "las", "le", "los", "mac", "nic", "op", "san", "te", "ten", "ter", "van", "ver", "von", "vom", "zu", "zum", "zur",
	"Ó", "Ní", "Nic", "Mac",
}

// largeParticles begin a surname where a first name stands before them: "Inès Da
// Silva", but not "Van Morris".
var largeParticles = []string{"Da", "Di", "Du", "La", "Le", "St", "St.", "Van", "Von"}

// halves is the name as its first names and its surname.
func (a Attendee) halves() (first, last string) {
	words := strings.Fields(a.Name)
	words = words[:len(words)-suffixes(words)]
	at := len(words) - 1
	for at > 0 && (slices.Contains(particles, words[at-1]) || at > 1 && slices.Contains(largeParticles, words[at-1])) {
		at--
	}
	if at < 0 {
		return "", ""
	}
	return strings.Join(words[:at], " "), strings.Join(words[at:], " ")
}

// behindNames are the words behind a surname that are no part of it.
var behindNames = []string{
	"Jr", "Sr", "Jnr", "Snr", "II", "III", "IV", "sen", "jun", "BEM", "MBE", "OBE", "CBE", "KBE", "DL", "JP", "MP", "KC", "QC", "RN", "PhD", "MD", "Esq",
}

// suffixes counts the words behind the surname: "D. W. Boyd Jr.", "Dai Rees, OBE". One
// word alone is a surname, whatever it is.
func suffixes(words []string) int {
	n := 0
	for n+2 < len(words) && slices.Contains(behindNames, strings.Trim(words[len(words)-1-n], ".,()")) {
		n++
	}
	return n
}
