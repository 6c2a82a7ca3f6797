package tui

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// voteGlyphs is the marks of the roll.
var voteGlyphs = map[string]string{
	agenda.For: glyphDone, agenda.Against: glyphAgainst, agenda.Abstained: "–", agenda.Conflict: glyphInterest,
}

// rollColumn is how wide a column of the roll is at the least.
const rollColumn = 29

// rollRows is everybody who may vote, in columns, with what is understood of
// them. Where there is not room for all, the exceptions come first, and the rest
// are counted in words.
func (v *vote) rollRows(a *app, width, space int) []string {
	f := v.facts()
	m := margin(width)
	n := len(f.roll.voters)
	v.pages = 1
	if space <= 0 || n == 0 {
		return nil
	}
	columns := max(1, (width-2*m+1)/rollColumn)
	order := inRow(n)
	rest := 0
	tall := (n + columns - 1) / columns
	if n <= min(space, 12) {
		tall = n
	}
	if n > columns*space || width < 60 {
		order = v.exceptionsFirst(order)
		if width < 60 {
			columns = 1
		}
		tall = space
		if room := columns * space; len(order) > room {
			tall = max(1, space-1)
			order = v.rollPage(order, columns*tall)
			rest = n - len(order)
		}
		if width < 60 && !f.byName {
			return nil // the motion is there
		}
	}
	columns = max(1, min(columns, (len(order)+tall-1)/tall))
	rows := make([]line, min(tall, max(1, len(order))))
	wide := (width - 2*m) / max(columns, 1)
	if columns > 1 || wide > 38 {
		wide = min(wide, 38)
	}
	for c := range columns {
		part := order[min(len(order), c*tall):min(len(order), (c+1)*tall)]
		v.rollPart(a, rows, part, m+c*wide, wide)
	}
	out := make([]string, 0, len(rows)+1)
	for i := range rows {
		out = append(out, rows[i].String())
	}
	if rest > 0 {
		out = append(out, blanks(m)+a.st.muted.s(cut(v.restWords(a, rest, order), width-2*m)))
	}
	return out
}

// inRow is the first n numbers.
func inRow(n int) []int {
	row := make([]int, n)
	for i := range row {
		row[i] = i
	}
	return row
}

// rollPage is the part of the roll that is shown where there is no room for all.
func (v *vote) rollPage(order []int, room int) []int {
	v.pages = (len(order) + room - 1) / room
	v.page = min(v.page, v.pages-1)
	from := v.page * room
	return order[from:min(len(order), from+room)]
}

// exceptionsFirst puts those who are not for before the others.
func (v *vote) exceptionsFirst(order []int) []int {
	f := v.facts()
	slices.SortStableFunc(order, func(i, k int) int { return boolInt(f.exception(k)) - boolInt(f.exception(i)) })
	return order
}

// exception is whether something is recorded of a voter other than for.
func (f *voteFacts) exception(i int) bool {
	return f.choices[i] != "" && f.choices[i] != agenda.For || f.asked[i]
}

// restWords is how many there was no room for, and what they are taken to do.
func (v *vote) restWords(a *app, rest int, drawn []int) string {
	f := v.facts()
	left := map[string]int{}
	for _, choice := range f.choices {
		left[choice]++
	}
	for _, i := range drawn {
		left[f.choices[i]]--
	}
	words, turns := strconv.Itoa(rest)+" more", " "+glyphDot+" "+a.keys.NextItem.Help().Key
	if v.page > 0 {
		turns = fmt.Sprintf(" %s page %d of %d", glyphDot, v.page+1, v.pages)
	}
	switch {
	case left[""] > 0:
		return words + turns
	case left[agenda.For] == rest:
		return words + ", all for" + turns
	}
	var facts []string
	for _, choice := range slices.Sorted(maps.Keys(left)) {
		if n := left[choice]; n > 0 {
			facts = append(facts, fmt.Sprintf("%s %d", choice, n))
		}
	}
	return words + ": " + strings.Join(facts, ", ") + turns
}

// rollPart is one column: the mark, the initials, the name, and the exception in
// words.
func (v *vote) rollPart(a *app, rows []line, part []int, at, wide int) {
	f := v.facts()
	letters, names := 2, 0
	for _, i := range part {
		letters = max(letters, cells(f.roll.voters[i].initials))
		if v.rollWord(i) != "" {
			names = max(names, cells(rollName(f.roll.voters[i])))
		}
	}
	letters = min(letters, 6)
	for n, i := range part {
		w, l := &f.roll.voters[i], &rows[n]
		name, mark := a.st.text, a.st.muted
		if f.exception(i) {
			name, mark = a.st.strong, a.st.strong
		} else if v.doubtful() || f.choices[i] == "" && w.Choice != agenda.For {
			name = a.st.muted // not here, and nothing is said of them
		}
		l.to(at).add(mark, v.mark(i)).to(at+3).add(a.st.muted, cut(w.initials, letters)).to(at + 3 + letters + 2)
		word, end := v.rollWord(i), at+wide-2
		if word == "" {
			l.add(name, cut(shown(rollName(*w)), end-l.n))
			continue
		}
		room := max(4, min(names, end-l.n-2-cells(word)))
		to := l.n + room + 2
		l.add(name, cut(shown(rollName(*w)), room)).to(to).add(mark, cut(shown(word), max(3, end+1-to)))
	}
}

// rollWord is what is said of a voter in words, because it is not what all do.
func (v *vote) rollWord(i int) string {
	f := v.facts()
	switch choice := f.choices[i]; {
	case choice == "" && f.asked[i]:
		return "recorded"
	case f.asked[i]:
		return choice + ", asked"
	case choice == "" && !f.byName && f.roll.voters[i].Choice != agenda.For:
		return f.roll.voters[i].Choice
	case (choice == "" || choice == agenda.For) && f.declared[f.roll.voters[i].ID]:
		return "interest declared"
	case choice == agenda.For:
		return ""
	default:
		return choice
	}
}

// mark is the mark of a voter: what is recorded of them, else that they declared
// an interest.
func (v *vote) mark(i int) string {
	f := v.facts()
	if f.choices[i] == "" && f.declared[f.roll.voters[i].ID] {
		return glyphInterest
	}
	return rollMark(f.choices[i])
}

// rollMark is the mark of a choice.
func rollMark(choice string) string {
	switch {
	case choice == "":
		return " "
	case voteGlyphs[choice] != "":
		return voteGlyphs[choice]
	}
	return glyphDot
}

// rollName is somebody on the roll: the surname, for their initials stand beside
// it.
func rollName(w rollVoter) string { return strings.TrimSpace(w.Surname()) }
