package tui

import (
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// askPublic asks, once, whether the public is back, at a public item that is
// taken while it is out.
func (l *live) askPublic(a *app) (roomQuestion, bool) {
	item := l.asks.item
	public := l.s.room().scene.Public()
	if public.What != agenda.Left {
		l.outAsked = 0
		return roomQuestion{}, false
	}
	if l.private(item) || l.outAsked != 0 && l.outAsked != item {
		return roomQuestion{}, false
	}
	l.outAsked = item
	return roomQuestion{
		title: "Is the public back in the room?",
		about: capital(l.itemWords(item)) + " is public: what you write is published.",
		rows: []choice{
			{"Not yet", "/return public says it later", nil},
			{"The public is back", "minuted" + l.at(a), func(a *app) tea.Cmd {
				return l.happen(a, item, agenda.Event{What: agenda.Returned})
			}},
		},
	}, true
}
