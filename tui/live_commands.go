package tui

import "charm.land/bubbles/v2/key"

// ChosenKeys is what works once an entry is chosen.
func (l *live) ChosenKeys(a *app) []key.Binding {
	k := &a.keys
	return []key.Binding{labelled(k.Keep, "edit"), labelled(k.Kind, "other kind"), k.Strike, labelled(k.Back, "let go"),
		both(k.EntryUp, k.EntryDown, "choose"), both(k.MoveUp, k.MoveDown, "move"), k.Merge}
}

// ToChoose is how an entry gets chosen.
func (l *live) ToChoose(a *app) string { return a.keys.EntryUp.Help().Key + " chooses an entry first" }

var _ chooser = (*live)(nil)

// Legend is what the glyphs of the agenda mean.
func (l *live) Legend() []helpGroup {
	return []helpGroup{{"In the agenda", [][2]string{
		{glyphOpen, "open for minuting"}, {glyphLook, "looked at, not taken"}, {glyphDone, "done"},
		{glyphDeferred, "deferred"}, {glyphAgainst, "withdrawn"}, {glyphExempt, "exempt"},
	}}}
}

var _ legend = (*live)(nil)
