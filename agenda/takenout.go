package agenda

import "slices"

// takenOut puts the items of an order where the minutes say that they were taken
// out of their turn: before the item they were taken before, else behind the one
// whose minute says so, each with what stands under it. An item that was minuted
// as it was taken has its place already, and keeps it.
func takenOut(order []*Item, minuted map[ID]int) []*Item {
	var moves []move
	for _, it := range order {
		for _, e := range it.Entries {
			if e.Event != nil && e.Event.What == TakenOut {
				moves = append(moves, movesOf(it, e.Event)...)
			}
		}
	}
	if moves == nil {
		return order
	}
	order = slices.Clone(order)
	last := map[ID]ID{} // what was put behind an item so far
	for _, mv := range moves {
		if minuted[mv.item] == 0 {
			order = mv.in(order, last)
		}
	}
	return order
}

// move is one item that goes before another, or else behind one.
type move struct{ item, before, behind ID }

func movesOf(in *Item, ev *Event) []move {
	var moves []move
	for _, ref := range ev.Items {
		mv := move{item: ref.ID, before: ev.Before.ID, behind: in.ID}
		if ev.Before != (ItemRef{}) {
			mv.behind = 0
		}
		if mv.item != 0 && mv.item != in.ID || mv.before != 0 {
			moves = append(moves, mv)
		}
	}
	return moves
}

// in is the order with the move made; as it was where it cannot be.
func (mv move) in(order []*Item, last map[ID]ID) []*Item {
	from, n := block(order, mv.item)
	if n == 0 {
		return order
	}
	moved := slices.Clone(order[from : from+n])
	rest := slices.Delete(slices.Clone(order), from, from+n)
	at := -1
	switch {
	case mv.before != 0:
		if i, size := block(rest, mv.before); size > 0 {
			at = i
		}
	case last[mv.behind] != 0:
		if i, size := block(rest, last[mv.behind]); size > 0 {
			at = i + size
		}
	default:
		at = behind(rest, mv.behind, moved[0].Level)
	}
	if at < 0 {
		return order
	}
	if mv.before == 0 {
		last[mv.behind] = mv.item
	}
	return slices.Insert(rest, at, moved...)
}

// block is where an item of the agenda stands in an order, and how many stand
// there with it: its sub-items, and the interludes behind them.
func block(order []*Item, id ID) (from, n int) {
	from = slices.IndexFunc(order, func(it *Item) bool { return it.ID == id })
	if from < 0 || !order[from].Titled() {
		return 0, 0
	}
	for n = 1; from+n < len(order); n++ {
		if it := order[from+n]; it.Titled() && it.Level <= order[from].Level {
			break
		}
	}
	return from, n
}

// behind is the place behind an item for another of a level: behind its
// sub-items too, unless what comes there is one.
func behind(order []*Item, id ID, level int) int {
	i := slices.IndexFunc(order, func(it *Item) bool { return it.ID == id })
	if i < 0 {
		return -1
	}
	if !order[i].Titled() || order[i].Level < level {
		return i + 1
	}
	_, n := block(order, id)
	return i + n
}
