package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"minutebook/agenda"
)

// Keys is what works now, likeliest first.
func (l *live) Keys(a *app) []key.Binding {
	if keys := l.listKeys(a); keys != nil {
		return keys
	}
	if keys := l.asksKeys(a); keys != nil {
		return l.andOthers(a, keys)
	}
	return l.idleKeys(a)
}

// idleKeys is what works while no list is open.
func (l *live) idleKeys(a *app) []key.Binding {
	k := &a.keys
	item := strings.TrimPrefix(l.itemWords(l.target()), "item ")
	var first []key.Binding
	switch {
	case l.finding.on:
		return l.findKeys(a)
	case !l.editing.none():
		first = []key.Binding{labelled(k.Keep, "keep"), k.Split, labelled(k.Back, "leave as it was"), k.Kind, k.Newline, k.Undo, k.Redo}
		return append(first, k.Paper, k.LastTime, k.Notes, k.Commands)
	case !l.chosen.none() && l.comp.Empty():
		first = l.ChosenKeys(a)
	case l.behind != 0:
		first = []key.Binding{k.Keep, k.Kind, labelled(k.Back, "to the end instead"), k.Undo, k.Newline, k.Room}
	case l.side.what != asideNone:
		first = []key.Binding{k.Keep, k.Kind, labelled(k.Back, "close"), k.PaperDown, l.nextKey(a), k.Room}
	case l.look != 0:
		first = []key.Binding{labelled(k.Keep, "keep in "+item), l.nextKey(a), both(k.Up, k.Down, "look"), labelled(k.Back, "back to "+item)}
	case l.closed() != "":
		first = []key.Binding{k.Minutes, k.Export, labelled(k.Back, "home"), k.Keep, k.Kind, k.Room}
	case len(l.s.meeting().Taken) == 0:
		first = []key.Binding{l.nextKey(a), k.Room, k.Keep, k.Kind, labelled(k.Back, "home")}
	case l.drawn.secret && l.behind == 0:
		first = []key.Binding{k.Keep, k.Kind, l.nextKey(a), labelled(k.Private, "public again"), k.Room, k.Vote, labelled(k.Back, "home")}
	case l.undecided():
		first = []key.Binding{k.Keep, k.Kind, k.Vote, l.nextKey(a), k.Room, k.ReadBack, labelled(k.Back, "home")}
	case l.recommended():
		first = []key.Binding{k.Keep, labelled(k.Resolution, "recommendation"), l.nextKey(a), k.Kind, k.Room, k.Vote, labelled(k.Back, "home")}
	default:
		first = []key.Binding{k.Keep, k.Kind, l.nextKey(a), k.Room, k.Vote, k.Resolution, labelled(k.Back, "home")}
	}
	if l.s.Stuck() != "" {
		for i := range first {
			if a.journals() && sameKeys(first[i], k.Keep) && first[i].Help().Desc == k.Keep.Help().Desc {
				first[i] = labelled(k.Keep, "keep in journal")
			}
		}
		first = append([]key.Binding{labelled(k.Retry, "what to do")}, first...)
	}
	return l.andOthers(a, first)
}

// andOthers is some keys, and all the others of the screen behind them.
func (l *live) andOthers(a *app, first []key.Binding) []key.Binding {
	others := l.otherKeys(a)
	all := append(make([]key.Binding, 0, len(first)+len(others)), first...) // drawn with each key: no growing
	for i := range others {
		if !slices.ContainsFunc(all, func(c key.Binding) bool { return sameKeys(others[i], c) }) {
			all = append(all, others[i])
		}
	}
	return all
}

// recommended is whether a recommendation waits in an item that has not decided
// anything yet.
func (l *live) recommended() bool {
	it, ok := l.whole(l.target())
	return ok && it.Paper != nil && len(it.Paper.Recommends) > 0 && it.Last() != nil &&
		!slices.ContainsFunc(it.Entries[max(0, len(it.Entries)-40):], func(e *agenda.Entry) bool { return e.Resolution != nil })
}

// undecided is whether a motion waits for its vote.
func (l *live) undecided() bool {
	item := l.target()
	if face, ok := l.s.meeting().Item(item); ok && face.Exempt != nil && !face.Private() {
		return len(face.Undecided()) > 0 // a private motion is no business of a public vote
	}
	if item == l.shownItem() {
		return l.seen(item).moved
	}
	it, ok := l.whole(item)
	return ok && len(it.Docket().Undecided()) > 0
}

// nextKey is the key that takes the item looked at, or the next.
func (l *live) nextKey(a *app) key.Binding {
	switch {
	case l.look != 0:
		return labelled(a.keys.NextItem, "take "+strings.TrimPrefix(l.itemWords(l.look), "item "))
	case len(l.s.meeting().Taken) == 0:
		return labelled(a.keys.NextItem, "begin")
	}
	return labelled(a.keys.NextItem, "next item")
}

// otherKeys is every command of the screen, those of a chosen entry included:
// they say themselves that one must be chosen first.
func (l *live) otherKeys(a *app) []key.Binding {
	k := &a.keys
	out := []key.Binding{k.Keep, k.Kind, k.Room, k.Find, k.Paper, k.LastTime, k.Minutes, k.Vote, k.ReadBack, k.Resolution, k.Undo, k.Redo,
		both(k.EntryUp, k.EntryDown, "choose"), both(k.Up, k.Down, "look"), l.nextKey(a), k.Newline, k.Notes, k.Private,
		labelled(k.PrevItem, "earlier entries"), k.Agenda, k.Export, k.Body, k.Register, k.Actions, k.Commands, k.Back, k.KindBack,
		both(k.MoveUp, k.MoveDown, "move"), k.Strike, k.Merge, k.Split}
	if l.side.what != asideNone {
		out = append(out, k.PaperUp, k.PaperDown)
	}
	return out
}
