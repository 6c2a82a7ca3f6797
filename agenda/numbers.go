package agenda

import (
	"strconv"
	"strings"
)

// Numbers is the number each item of an agenda gets: its own where own says so,
// else the next of its level: 1, 2, 2.1, 2.2, 3. A whole number of an item's own
// is counted on from. A number that an item further down holds is not given
// twice: what comes before that one is 3a, as a late item is.
func Numbers(items []Item, own func(i int) bool) []string {
	held := map[string]bool{}
	for i, it := range items {
		if own(i) {
			held[it.Number] = true
		}
	}
	var c numbering
	out := make([]string, len(items))
	for i, it := range items {
		if own(i) {
			out[i] = it.Number
		} else {
			out[i] = c.free(it.Level, held)
		}
		c.put(it.Level, out[i])
	}
	return out
}

// OwnNumbers says which items of an agenda have a number of their own: another
// than the agenda would give them, or none.
func OwnNumbers(items []Item) []bool {
	var c numbering
	out := make([]bool, len(items))
	for i, it := range items {
		out[i] = it.Number == "" || it.Number != c.next(it.Level)
		c.put(it.Level, it.Number)
	}
	return out
}

// numbering is how far an agenda is numbered: for each level that is being
// counted, the last count and the last number.
type numbering []struct {
	count  int
	number string
}

// at makes level the deepest that is counted; levels begin with one.
func (c *numbering) at(level int) int {
	level = max(level, 1)
	for len(*c) < level {
		*c = append(*c, struct {
			count  int
			number string
		}{})
	}
	*c = (*c)[:level]
	return level - 1
}

// before is what stands before the count in a number of the level, and whether
// there can be one.
func (c numbering) before(level int) (prefix string, ok bool) {
	if level == 0 {
		return "", true
	}
	above := c[level-1].number
	return above + ".", above != ""
}

// next is the next number of a level; empty below an item without one.
func (c *numbering) next(level int) string {
	i := c.at(level)
	prefix, ok := c.before(i)
	if !ok {
		return ""
	}
	return prefix + strconv.Itoa((*c)[i].count+1)
}

// free is next where no other item holds it, else the number before with a
// letter, else none.
func (c *numbering) free(level int, held map[string]bool) string {
	number := c.next(level)
	if !held[number] {
		return number
	}
	i := c.at(level)
	if (*c)[i].count == 0 {
		return ""
	}
	prefix, _ := c.before(i)
	for letter := 'a'; letter <= 'z'; letter++ {
		number = prefix + strconv.Itoa((*c)[i].count) + string(letter)
		if !held[number] {
			held[number] = true
			return number
		}
	}
	return ""
}

// put notes the number an item of the level got.
func (c *numbering) put(level int, number string) {
	i := c.at(level)
	(*c)[i].number = number
	prefix, _ := c.before(i)
	if rest, ok := strings.CutPrefix(number, prefix); ok {
		if n, err := strconv.Atoi(rest); err == nil && 0 < n {
			(*c)[i].count = n
		}
	}
}
