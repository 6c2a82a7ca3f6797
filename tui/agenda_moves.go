package tui

import (
	"slices"

	"minutebook/agenda"
)

// fresh is an empty row for a place of a level.
func (g *agendaList) fresh(level int) agendaRow {
	return agendaRow{item: agenda.Item{Level: level}, own: g.bare}
}

// insert puts an empty row below the focused one.
func (g *agendaList) insert() {
	g.settle()
	g.note()
	level, at := 1, 0
	if r := g.row(); r != nil {
		level, at = max(1, r.item.Level), g.at+1
		if at < len(g.rows) {
			level = max(level, g.rows[at].item.Level) // above the first sub-item: one of them
		}
	}
	g.rows = slices.Insert(g.rows, at, g.fresh(level))
	g.at = at
	g.show()
}

// insertLast puts an empty row at the end, before the date of the next meeting
// where that closes the agenda.
func (g *agendaList) insertLast() {
	g.settle()
	g.note()
	at := len(g.rows)
	if at > 0 && g.rows[at-1].item.Kind == agenda.KindNext {
		at--
	}
	g.rows = slices.Insert(g.rows, at, g.fresh(1))
	g.at = at
	g.show()
}

// drop takes the focused row off.
func (g *agendaList) drop() {
	g.note()
	g.rows = slices.Delete(g.rows, g.at, g.at+1)
	g.fit(g.at, g.at)
	g.show()
}

// block is where the rows below row i that belong to it end.
func (g *agendaList) block(i int) int {
	end := i + 1
	for end < len(g.rows) && g.rows[end].item.Level > g.rows[i].item.Level {
		end++
	}
	return end
}

// move takes the focused row past its neighbour, with what belongs to it, and
// says whether it could.
func (g *agendaList) move(by int) bool {
	if g.row() == nil {
		return false
	}
	g.settle()
	from, mid, end, at := g.at, g.block(g.at), 0, 0
	level := g.rows[g.at].item.Level
	if by > 0 {
		if mid == len(g.rows) {
			return false
		}
		end = mid + 1
		if g.rows[mid].item.Level >= level {
			end = g.block(mid)
		}
		at = from + end - mid
	} else {
		if g.at == 0 {
			return false
		}
		from, mid, end = g.at-1, g.at, mid
		for from > 0 && g.rows[from].item.Level > level {
			from--
		}
		at = from
	}
	g.note()
	g.rows = slices.Concat(g.rows[:from], g.rows[mid:end], g.rows[from:mid], g.rows[end:])
	g.at = at
	g.fit(from, end)
	g.show()
	return true
}

// fit makes rows no deeper than one below the row above them: those from i to
// end, and behind them what belongs to the same item.
func (g *agendaList) fit(i, end int) {
	for ; i < len(g.rows) && (i <= end || g.rows[i].item.Level > 1); i++ {
		most := 1
		if i > 0 {
			most = max(1, g.rows[i-1].item.Level) + 1
		}
		g.rows[i].item.Level = min(g.rows[i].item.Level, most)
	}
}

// level makes the focused row, and what belongs to it, deeper or shallower, and
// says whether it could.
func (g *agendaList) level(by int) bool {
	r := g.row()
	if r == nil || r.item.Level+by < 1 || by > 0 && (g.at == 0 || r.item.Level > g.rows[g.at-1].item.Level) {
		return false
	}
	g.settle()
	g.note()
	for i, end := g.at, g.block(g.at); i < end; i++ {
		g.rows[i].item.Level += by
	}
	g.show()
	return true
}
