package notes

import (
	"strconv"
	"strings"

	"minutebook/agenda"
)

// items reads the items of a list: numbers of this agenda or titles, with a
// number of the kind "1#2" where several are called the same, and any words
// where none is.
func (s *scribe) items(f frag) []agenda.ItemRef {
	var out []agenda.ItemRef
	for _, one := range f.splitNames(',') {
		if ref := itemRef(s.seen()[0], one.s); ref != (agenda.ItemRef{}) {
			s.unlisted(one, ref)
			out = append(out, ref)
		}
	}
	return out
}

// unlisted warns of a number that calls no item. What stands in quotes is words.
func (s *scribe) unlisted(f frag, ref agenda.ItemRef) {
	if _, words := inQuotes(f.s); ref.ID == 0 && !words && hasDigit(ref.Words) {
		s.wrong(f, Problem{Found: "no item " + ref.Words + " on this agenda, kept as typed", Expected: "the number of an item, or quotes around words", Warning: true})
	}
}

// itemRef is the item that words call. What calls none is kept as typed.
func itemRef(m *agenda.Meeting, words string) agenda.ItemRef {
	if plain, ok := inQuotes(words); ok {
		return agenda.ItemRef{Words: agenda.CleanLine(plain)}
	}
	plain, _ := unguard(strings.TrimLeft(strings.TrimPrefix(words, "#"), " "), inNames)
	if nth := cutNth(plain); nth > 0 {
		if ids := itemsCalled(m, unitem(plain[:strings.LastIndexByte(plain, '#')])); nth <= len(ids) {
			return agenda.ItemRef{ID: ids[nth-1]}
		}
	}
	if ids := itemsCalled(m, unitem(plain)); len(ids) > 0 {
		return agenda.ItemRef{ID: ids[0]}
	}
	return agenda.ItemRef{Words: agenda.CleanLine(unitem(plain))}
}

// itemsCalled is the items of the agenda with a number, then those with a title.
func itemsCalled(m *agenda.Meeting, words string) (ids []agenda.ID) {
	if words == "" {
		return nil
	}
	for _, of := range []func(*agenda.Item) string{
		func(it *agenda.Item) string { return it.Number }, func(it *agenda.Item) string { return it.Title },
	} {
		for _, it := range m.Items {
			if it.Titled() && strings.EqualFold(of(it), words) {
				ids = append(ids, it.ID)
			}
		}
	}
	return ids
}

// writeItem is the inverse of itemRef: the number, else the title, else either
// and which of those called so it is.
func writeItem(m *agenda.Meeting, ref agenda.ItemRef) string {
	it, ok := m.Item(ref.ID)
	if ref.ID == 0 || !ok {
		plain := escapeItem(ref.Words)
		// Words that are no number may be the title of an item that is private.
		if strings.HasPrefix(plain, `\`) || itemRef(m, plain) != ref || !hasDigit(plain) || strings.Contains(plain, " ") {
			return quoteWords(ref.Words)
		}
		return plain
	}
	for _, words := range []string{it.Number, it.Title} {
		for i, id := range itemsCalled(m, words) {
			if id != it.ID {
				continue
			}
			plain := escapeItem(words)
			if i > 0 {
				plain += "#" + strconv.Itoa(i+1)
			}
			if itemRef(m, plain) == ref {
				return plain
			}
		}
	}
	return quoteWords(uncalled)
}

// uncalled is what an item is written as that has neither number nor title.
const uncalled = "an item without a title"

func writeItems(m *agenda.Meeting, refs []agenda.ItemRef) string {
	out := make([]string, len(refs))
	for i, ref := range refs {
		out[i] = writeItem(m, ref)
	}
	return strings.Join(out, ", ")
}

// The words that part items from each other are escaped within one.
var itemWordsApart = []string{"before", "on"}

// escapeItem escapes a number or a title like a name, and the words that stand
// between items.
func escapeItem(s string) string { return wordwise(escapeName(s), "", `\`) }

func unitem(s string) string { return unname(wordwise(s, `\`, "")) }

// wordwise puts another mark before each of the words that part items.
func wordwise(s, old, mark string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		for _, apart := range itemWordsApart {
			if w == old+apart {
				words[i] = mark + apart
			}
		}
	}
	return strings.Join(words, " ")
}

// told is items for a message: "4, 6".
func told(m *agenda.Meeting, refs ...agenda.ItemRef) string {
	out := make([]string, len(refs))
	for i, ref := range refs {
		it, ok := m.Item(ref.ID)
		switch {
		case !ok || ref.ID == 0:
			out[i] = ref.Words
		case it.Number != "":
			out[i] = it.Number
		default:
			out[i] = it.Title
		}
	}
	return strings.Join(out, ", ")
}
