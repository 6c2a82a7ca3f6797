package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// vote is where a motion is stated and decided. The line takes who voted how, or
// figures; everything it shows is a proposal until enter. What was being typed
// in the minutes waits.
type vote struct {
	l       *live
	item    agenda.ID
	stage   voteStage
	stated  statement     // the words of a motion that is being stated
	aside   *statement    // a statement that was turned away from
	said    *agenda.Entry // a motion that was stated here and is not kept yet
	motion  agenda.ID     // the motion to decide; zero: said, or none
	editing *agenda.Entry // the kept vote that is being changed

	line, words *editor // who voted how; other words for the result
	how         int     // of voteHows
	outcome     int     // of voteOutcomes
	chosen      bool    // the clerk chose the outcome
	counted     bool    // the count of the names is kept as figures
	at          int     // in the list of people that a word can mean
	top         int     // the first row of the motion that is shown
	asked       bool    // who has the casting vote was asked
	problem     string
	page, pages int  // of the roll: the one that is shown
	more        bool // the motion has rows below

	known voteFacts
}

// voteStage is what the screen is doing.
type voteStage int

const (
	voting voteStage = iota
	stating
)

// voteFacts is what is known of the meeting and the line, worked out once for as
// long as neither changes.
type voteFacts struct {
	change int
	known  bool
	item   *agenda.Item // whole, private business too
	labels map[agenda.ID]string
	roll   *roll
	chair  int // of the roll: who has the casting vote; -1: not known
	// declared is who declared an interest in the item, whether they stayed or not.
	declared map[agenda.ID]bool
	text     string // the line that is understood
	how      int
	understood
}

// newVote opens the vote on the latest motion of the open item that nothing has
// decided; where there is none, one is to be stated first.
func newVote(l *live) *vote {
	if v := broughtBack(l); v != nil {
		return v
	}
	v := &vote{l: l, item: l.target(), line: newEditor(true), words: newEditor(true)}
	v.line.OnChange(func(string) { v.at, v.problem, v.asked = 0, "", false })
	f := v.facts()
	if open := f.item.Undecided(); len(open) > 0 {
		v.motion = open[len(open)-1].Motion.ID
		return v
	}
	v.state(agenda.MainMotion, 0, "")
	return v
}

// Init starts nothing.
func (v *vote) Init(*app) tea.Cmd { return nil }

// Name is what the help calls the screen.
func (v *vote) Name() string { return "a vote" }

// Help is how the line of a vote is written.
func (v *vote) Help(*app) []helpGroup {
	if v.stage == stating {
		return []helpGroup{editorHelp()}
	}
	return []helpGroup{{"The line of a vote", [][2]string{
		{"all", "everybody here is for"}, {"bc ig", "these are against, the rest for"}, {"-ph", "abstained"},
		{"*bo", "has an interest"}, {".pw", "absent"}, {"+jb", "for"}, {"absent: none", "lists nobody as absent"},
		{"for: bc, ig", "only those named, as in a file"}, {"recorded: bc", "at their own request"},
		{"6-2-1", "figures; ? is not known"}, {"unanimous", "or another way to vote"},
		{"casting: av for", "the casting vote"}, {"by: e-mail", "not held in the room"}, {"; words", "the result in other words"},
	}}, editorHelp()}
}

// Update takes keys and pastes.
func (v *vote) Update(a *app, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		v.typed(msg.Content)
	case tea.KeyPressMsg:
		v.problem = ""
		if v.stage == stating {
			return v.stateKey(a, msg)
		}
		return v.key(a, msg)
	}
	return nil
}

// typed puts a pasted text where typing goes.
func (v *vote) typed(text string) {
	if v.stage == stating {
		v.stated.field().Insert(text)
		return
	}
	v.field().Insert(text)
}

// field is where typing goes: the line, or other words for the result.
func (v *vote) field() *editor {
	if v.chosen && v.outcome == outcomeOther {
		return v.words
	}
	return v.line
}

func (v *vote) key(a *app, msg tea.KeyPressMsg) tea.Cmd {
	k := &a.keys
	list := v.facts().unclear
	switch {
	case matches(msg, k.Back):
		return v.leave(a)
	case list != nil && v.listKey(k, msg, list):
	case matches(msg, k.Keep):
		return v.keep(a)
	case matches(msg, k.Kind), matches(msg, k.KindBack):
		v.turn(matches(msg, k.KindBack))
	case matches(msg, k.Actions):
		v.how = (v.how + 1) % len(voteHows)
	case matches(msg, k.Count):
		v.counted = !v.counted
	case matches(msg, k.Up):
		v.choose(-1)
	case matches(msg, k.Down):
		v.choose(1)
	case matches(msg, k.PrevItem):
		v.turnPage(-1)
	case matches(msg, k.NextItem):
		v.turnPage(1)
	case matches(msg, k.ReadBack):
		return v.readBack(a)
	case matches(msg, k.Vote):
		v.state(agenda.MainMotion, 0, "")
	case matches(msg, k.Undo):
		v.field().Undo()
	case matches(msg, k.Redo):
		v.field().Redo()
	default:
		v.field().Update(msg)
	}
	return nil
}

// listKey is the keys of the list of people that a word can mean.
func (v *vote) listKey(k *keymap, msg tea.KeyPressMsg, list *unclear) bool {
	switch {
	case matches(msg, k.Up):
		v.at = max(0, v.at-1)
	case matches(msg, k.Down):
		v.at = min(len(list.who)-1, v.at+1)
	case matches(msg, k.Kind), matches(msg, k.Keep):
		text := v.line.Text()
		who := v.facts().roll.called(list.who[v.at])
		v.line.ReplaceAll(text[:list.from] + who + text[list.from+len(list.typed):])
	default:
		return false
	}
	return true
}

// turnPage goes through the rows of the motion, then through the roll.
func (v *vote) turnPage(by int) {
	switch {
	case by > 0 && v.more:
		v.top++ // View stops it at the end
	case by > 0:
		v.page = min(v.page+1, max(0, v.pages-1))
	case v.page > 0:
		v.page--
	default:
		v.top = max(0, v.top-1)
	}
}

// turn goes to the next outcome, or to the one before. From equal votes it goes
// to the casting vote first, which is most likely what broke the tie.
func (v *vote) turn(back bool) {
	if !v.chosen && !back && v.shownOutcome() == outcomeEqual {
		v.outcome, v.chosen = outcomeCastFor, true
		return
	}
	by := 1
	if back {
		by = len(voteOutcomes) - 1
	}
	v.outcome, v.chosen = (v.shownOutcome()+by)%len(voteOutcomes), true
}

// choose goes to the motion above or below among those that are not decided.
func (v *vote) choose(by int) {
	open := v.facts().item.Undecided()
	if v.editing != nil {
		return
	}
	for i, s := range open {
		if s.Motion.ID == v.motion {
			v.motion, v.top = open[min(max(i+by, 0), len(open)-1)].Motion.ID, 0
			return
		}
	}
	if len(open) > 0 {
		v.motion, v.said, v.top = open[len(open)-1].Motion.ID, nil, 0
	}
}

// decided is the motion of the vote: kept already, or stated here; nil: a vote
// with no motion.
func (v *vote) decided() *agenda.Entry {
	if v.motion == 0 {
		return v.said
	}
	for _, e := range v.facts().item.Entries {
		if e.ID == v.motion {
			return e
		}
	}
	return nil
}

// readBack shows the words of the motion to be read aloud.
func (v *vote) readBack(a *app) tea.Cmd {
	e := v.decided()
	if e == nil {
		a.say("no motion is before the vote")
		return nil
	}
	return a.push(newReadBack(v.l, v.item, *e))
}

// Keys is what works now, likeliest first.
func (v *vote) Keys(a *app) []key.Binding {
	k := &a.keys
	rest := []key.Binding{k.Undo, k.Redo, k.Commands, k.Quit}
	if v.stage == stating {
		return append(v.stateKeys(a), rest...)
	}
	f := v.facts()
	if f.unclear != nil {
		return append([]key.Binding{labelled(k.Keep, "take this one"), both(k.Up, k.Down, "choose"), labelled(k.Kind, "take it"), labelled(k.Back, "leave, nothing kept")}, rest...)
	}
	keep, leave := "keep this vote", "leave, nothing kept"
	if a.width < 100 {
		keep, leave = "keep", "leave"
	}
	if v.said != nil {
		leave = "debate it first"
	}
	out := []key.Binding{labelled(k.Keep, keep), labelled(k.Kind, "outcome"), labelled(k.Actions, v.nextHow())}
	if open := f.item.Undecided(); len(open) > 1 && v.editing == nil {
		out = append(out, both(k.Up, k.Down, "motion"))
	}
	if v.pages > 1 {
		out = append(out, labelled(k.NextItem, "more names"))
	}
	out = append(out, labelled(k.Back, leave))
	if f.byName {
		words := "count as figures"
		if v.counted {
			words = "names alone"
		}
		out = append(out, labelled(k.Count, words))
	}
	if v.decided() != nil {
		out = append(out, k.ReadBack)
	}
	return append(append(out, labelled(k.Vote, "state a motion"), labelled(k.KindBack, "outcome before"),
		labelled(k.NextItem, "more of the motion"), labelled(k.PrevItem, "motion from above")), rest...)
}
