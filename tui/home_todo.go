package tui

import (
	"slices"
	"strings"
)

// toDoLine is what waits for the clerk in one line, for want of room.
func (h *home) toDoLine(a *app, width int) []string {
	m := margin(width)
	first := slices.IndexFunc(h.rows, func(r homeRow) bool { return r.section == sectionToDo })
	end := first
	need := 0
	for end < len(h.rows) && h.rows[end].section == sectionToDo {
		if end++; end-1 <= h.at {
			need += cells(h.rows[end-1].jump.said()) + 3
		}
	}
	for h.at >= first && h.at < end && first < h.at && need > width-2*m-9 {
		need -= cells(h.rows[first].jump.said()) + 3
		first++
	}
	l := a.pointer(width, h.at >= first && h.at < end)
	l.add(a.st.muted, sectionToDo).to(l.n + 2)
	for i := first; i < end; i++ {
		j, room := h.rows[i].jump, width-m-l.n
		if i > first {
			room -= 3
		}
		if room < cells(j.said()) && i > first {
			break
		}
		if i > first {
			l.add(a.st.muted, " · ")
		}
		ink := a.st.text
		if i == h.at {
			ink = a.st.strong
		}
		said := cut(j.said(), room)
		body, warned := strings.CutSuffix(said, j.warns)
		l.add(ink, body)
		if warned && j.warns != "" {
			l.add(a.st.caution, j.warns)
		}
	}
	rows := []string{a.st.row(l.String(), width, h.at >= first && h.at < end)}
	if !h.tight {
		rows = append(rows, "")
	}
	return rows
}

// said is a jump in words: "3 actions overdue".
func (j *homeJump) said() string {
	words := j.words
	if j.warns != "" {
		words += " " + j.warns
	}
	if j.count < 0 {
		return words
	}
	return thousands(j.count) + " " + words
}

// jumpRow is a count, right-aligned, and what there is of it.
func (h *home) jumpRow(a *app, r *homeRow, width int, focused bool) string {
	j, l, ink := r.jump, a.pointer(width, focused), a.st.muted
	if r.section == sectionToDo {
		ink = a.st.strong
	}
	count := ""
	if j.count >= 0 {
		count = thousands(j.count)
	}
	l.to(l.n+h.codes-cells(count)).add(ink, count).to(margin(a.width) + 2 + h.codes + 2)
	words := a.st.text
	if j.count < 0 {
		words = a.st.muted
	}
	l.add(words, cut(j.words, max(1, width-l.n-margin(a.width))))
	if j.warns != "" {
		l.to(l.n+1).add(a.st.caution, cut(j.warns, max(1, width-l.n-margin(a.width))))
	}
	return a.st.row(l.String(), width, focused)
}
