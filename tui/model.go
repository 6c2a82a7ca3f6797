package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// leaveMsg asks to leave from outside: a signal, or a terminal that is gone.
type leaveMsg struct{}

// tickMsg comes with each minute, so that the clock is right.
type tickMsg time.Time

// newApp is the shared part of the screens, before there is one.
func newApp(o Options) *app {
	a := &app{
		store: mending(o.Store), book: o.Book, now: o.Now, zone: o.Zone, newKey: o.NewKey, journal: o.Journal,
		example: o.Example, imports: o.Import, meeting: o.Meeting, saving: o.Saving, look: o.Theme,
		keys: newKeymap(), st: newStyles(theme{}), width: 80, height: 24,
	}
	if a.saving == nil {
		a.saving = func(_ bool, work func() error) error { return work() }
	}
	if a.now == nil {
		a.now = time.Now
	}
	if a.zone == nil {
		a.zone = localZone
	}
	a.rescue, a.copies, a.newer = o.Rescue, o.Copies, o.Newer
	a.changes = newChanges(a)
	a.wear(a.look)
	return a
}

// tick is the next full minute.
func (a *app) tick() tea.Cmd {
	now := a.now()
	return tea.Tick(now.Truncate(time.Minute).Add(time.Minute).Sub(now), func(t time.Time) tea.Msg { return tickMsg(t) })
}

// update takes every message there is.
func (a *app) update(msg tea.Msg) tea.Cmd {
	defer a.draft()
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		cmd = a.key(msg)
	case tea.PasteMsg:
		cmd = a.pasted(msg)
	case tea.MouseClickMsg, tea.MouseWheelMsg:
		cmd = a.mouse(msg)
	case tea.MouseMsg, tea.KeyReleaseMsg:
	case tickMsg:
		cmd = a.tick()
	case snapshotMsg:
		a.noSnapshot(msg.err)
	case answer:
		cmd = a.answered(msg)
	case leaveMsg:
		a.signal = true
		cmd = a.leave()
	default:
		cmd = a.everybody(msg)
	}
	if a.leaving {
		return tea.Batch(cmd, a.left())
	}
	return cmd
}

// left ends the program once all is in the book. A save that fails meanwhile
// brings the question back; a signal asks nothing.
func (a *app) left() tea.Cmd {
	if a.mayQuit() {
		return tea.Quit
	}
	if a.guards().Stuck() != "" {
		a.leaving = false
		return a.ask(a.unsaved(a.cause()))
	}
	return nil
}

// key takes a key: first what works anywhere, then the screen on top.
func (a *app) key(msg tea.KeyPressMsg) tea.Cmd {
	a.stood, a.message = a.message, ""
	a.leaving = a.leaving && a.signal // whoever types on has not left
	switch top := a.top(); {
	case matches(msg, a.keys.Quit):
		return a.leave()
	case matches(msg, a.keys.Help):
		if _, ok := top.(*help); ok {
			return a.pop()
		}
		return a.push(newHelp(a))
	case matches(msg, a.keys.Retry):
		return a.retry()
	case matches(msg, a.keys.Commands):
		if _, ok := top.(*palette); ok {
			return a.pop()
		}
		return a.push(newPalette(a))
	default:
		if cmd, ok := a.records(msg); ok {
			return cmd
		}
		return top.Update(a, msg)
	}
}

// everybody passes on what no key made: first to the program's own state, then
// to what saves and to every screen, for the one that asked may be covered.
func (a *app) everybody(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case retryMsg:
		return a.again()
	case rescueMsg:
		return a.wrote(msg)
	case olderMsg:
		return a.askGoOn(msg)
	case goneOnMsg:
		return a.goneOn(msg)
	case copyGoneMsg:
		a.copyGone(msg)
	case tea.WindowSizeMsg:
		a.width, a.height = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		a.seen.light = !msg.IsDark()
		a.wear(a.look)
	case tea.ColorProfileMsg:
		a.seen.depth = depthOf(msg.String())
		a.wear(a.look)
	case tea.ModeReportMsg:
		if meterFrom(msg) {
			a.restyle() // rows were cut by another measure
		}
	}
	cmds := []tea.Cmd{a.guards().Update(a, msg)}
	for _, s := range append([]screen(nil), a.stack...) {
		cmds = append(cmds, s.Update(a, msg))
	}
	a.mind(a.guards().Stuck())
	a.tried()
	cmds = append(cmds, a.retold(), a.stands())
	return tea.Batch(cmds...)
}

// depthOf reads the name of a colour profile.
func depthOf(profile string) depth {
	switch strings.ToLower(profile) {
	case "ansi":
		return depth16
	case "ascii", "notty":
		return depthNone
	}
	return depthTrue
}

func (a *app) restyle() {
	a.st = newStyles(a.theme)
	for _, s := range a.stack {
		if c, ok := s.(cached); ok {
			c.Restyle(a)
		}
	}
}

// mayQuit is whether the program can end and lose nothing, or was told to end
// all the same.
func (a *app) mayQuit() bool {
	if a.forced || a.guards().Clean() {
		return true
	}
	// Nobody can be asked when a signal ends the program, and waiting for a
	// disk that refuses would never end.
	return a.signal && a.guards().Stuck() != ""
}

// leave ends the program as soon as all is in the book. Where it cannot get
// there, or words were typed and not kept, the clerk decides.
func (a *app) leave() tea.Cmd {
	if !a.signal {
		if a.asked != nil && a.top() == a.asked {
			return nil
		}
		for _, s := range a.stack {
			if p, ok := s.(pending); ok && p.Pending() != "" {
				return a.ask(unkept(pendingIn(s, a.top())))
			}
		}
	}
	return a.leaveKept()
}

// leaveKept is leave when nothing typed is in the way.
func (a *app) leaveKept() tea.Cmd {
	if a.mayQuit() {
		return tea.Quit
	}
	if a.guards().Stuck() != "" && !a.leaving {
		return a.ask(a.unsaved(a.cause()))
	}
	a.leaving = true
	a.say("saving, then leaving")
	return a.guards().Flush()
}

func (a *app) ask(c *confirm) tea.Cmd {
	a.asked = c
	return a.push(c)
}

// unkept asks about words in a composer.
func unkept(words string) *confirm {
	return newConfirm("Leave with words that are not kept?", "“"+cut(agenda.CleanLine(words), 50)+"”", []choice{
		{"Go back to them", "enter keeps them", func(a *app) tea.Cmd { return a.pop() }},
		{"Leave", "these words are not in the minutes", func(a *app) tea.Cmd { return tea.Batch(a.pop(), a.leaveKept()) }},
	})
}

// unsaved asks about changes that the book would not take.
func (a *app) unsaved(why string) *confirm {
	return newConfirm("Leave with changes that are not in the book?", why, []choice{
		{"Try again", "save once more and stay", func(a *app) tea.Cmd {
			return tea.Batch(a.pop(), a.tryAgain())
		}},
		{"Leave", a.lostBy(), func(a *app) tea.Cmd {
			a.forced = true
			return tea.Quit
		}},
	})
}
