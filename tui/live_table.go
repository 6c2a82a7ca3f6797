package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"minutebook/agenda/notes"
)

// parts is what is completed behind a /word.
type parts int

const (
	partNone parts = iota
	partNames
	partMovers
	partItem
)

// liveWord is a command of the live screen as one types it. One with neither
// key nor act is a word of the notation, which is kept like an entry.
type liveWord struct {
	text, form string // "/arrive", "NAME [TIME]"
	like       string // an example of it
	name       string // what it does
	more       bool   // something must stand behind it
	parts      parts
	key        func(k *keymap) key.Binding
	act        func(l *live, a *app, rest string) tea.Cmd
	not        func(l *live, a *app) string // why it does not work now
	entry      bool                         // with words behind it, it is kept like an entry
	alone      string                       // what it says where nothing stands behind it
}

// liveWords is every /word there is: the list, the palette and what enter does
// are drawn from it.
var liveWords []liveWord

func init() { // the table names functions that look words up in it
	liveWords = slices.Concat(roomWords(), entryWords(), orderWords(), declaredWords(), wordsOfKeys())
}

func roomWords() []liveWord {
	return []liveWord{
		{text: "/take", form: "ITEM", name: "Take an item", more: true, parts: partItem,
			act: func(l *live, a *app, rest string) tea.Cmd { return l.takeNamed(a, rest) }},
		{text: "/arrive", form: "NAME [TIME]", name: "Somebody arrives", more: true, parts: partNames},
		{text: "/leave", form: "NAME [TIME][; interest]", name: "Somebody leaves", more: true, parts: partNames},
		{text: "/return", form: "NAME [TIME]", name: "Somebody returns", more: true, parts: partNames},
		{text: "/chair", form: "NAME", name: "Somebody takes the chair", more: true, parts: partNames},
		{text: "/quorum", form: "WORDS", name: "What is said of the quorum", more: true},
		{text: "/open", form: "[TIME]", name: "The meeting opens"},
		{text: "/close", form: "[TIME]", name: "The meeting closes",
			act: func(l *live, a *app, rest string) tea.Cmd {
				return l.closeMeeting(a, strings.TrimSpace("/close "+rest))
			}},
		{text: "/resume", form: "[TIME]", name: "The meeting goes on",
			act: func(l *live, a *app, rest string) tea.Cmd { return l.resumeAt(a, rest) }},
		{text: "/present", form: "NAMES", name: "Mark as present", more: true, parts: partNames},
		{text: "/remote", form: "NAMES", name: "Mark as there remotely", more: true, parts: partNames},
		{text: "/apologies", form: "NAMES", name: "Apologies received", more: true, parts: partNames},
		{text: "/absent", form: "NAMES", name: "Absent without apology", more: true, parts: partNames},
		{text: "/attending", form: "NAMES", name: "Mark as in attendance", more: true, parts: partNames},
		{text: "/substitute", form: "NAME for NAME", name: "A substitute sits for somebody", more: true, parts: partNames},
		{text: "/proxy", form: "NAME for NAME", name: "Somebody holds a proxy", more: true, parts: partNames},
	}
}

func entryWords() []liveWord {
	return []liveWord{
		{text: "/by", form: "A / B[; VOTE]", name: "Who proposed and seconded", more: true, parts: partMovers,
			not: (*live).notUnderResolution},
		{text: "/motion", form: "[A / B: WORDS]", name: "State a motion", entry: true,
			act: func(l *live, a *app, rest string) tea.Cmd { return l.statesMotion(a, rest) }},
		{text: "/vote", form: "[LABEL] [FIGURES][; WORD: NAMES][; RESULT]", name: "Vote on a motion", entry: true,
			act: func(l *live, a *app, rest string) tea.Cmd { return l.votes(a, rest) }},
		{text: "/amend", form: "A / B: WORDS", name: "An amendment is moved", like: "/amend Lunt / Pike: delete “nine”, insert “ten”", more: true, parts: partMovers},
		{text: "/substantive", form: "WORDS", name: "The motion as amended", like: "/substantive : That the ten sheds be let.", more: true},
		{text: "/procedure", form: "A / B: WORDS", name: "A procedural motion is moved", like: "/procedure Lunt / Pike: That the vote be now taken.", more: true, parts: partMovers},
		{text: "/strike", form: "[LABEL [NAME]: REASON]", name: "Strike the chosen entry; with a label, take back a vote", key: func(k *keymap) key.Binding { return k.Strike }},
		{text: "/items", form: "ITEM, ITEM", name: "The items that a resolution or a motion decides", like: "/items 7, 8", more: true},
		{text: "/outcome", form: "WORDS[: REASON]", name: "Defer, withdraw or refer the item", more: true},
		{text: "/caption", form: "WORDS", name: "A caption above the next table", more: true,
			act: func(l *live, a *app, rest string) tea.Cmd { return l.captioned(a, rest) }},
		{text: "/number", form: "N ENTRY", name: "An entry with a number of its own", more: true},
		{text: "/style", form: "bullets | paragraphs | labelled", name: "How this item is set out", more: true},
	}
}

// wordsOfKeys are the words of keys.
func wordsOfKeys() []liveWord {
	return []liveWord{
		{text: "/room", name: "Who is in the room", key: func(k *keymap) key.Binding { return k.Room }},
		{text: "/readback", name: "Read the words back", key: func(k *keymap) key.Binding { return k.ReadBack }},
		{text: "/read", name: "Read as members will", key: func(k *keymap) key.Binding { return k.Minutes }},
		{text: "/paper", name: "The paper of the item", key: func(k *keymap) key.Binding { return k.Paper }},
		{text: "/last", name: "Last meeting’s minute", key: func(k *keymap) key.Binding { return k.LastTime }},
		{text: "/find", name: "Find words in the meeting", key: func(k *keymap) key.Binding { return k.Find }},
		{text: "/agenda", name: "Date, place and agenda", key: func(k *keymap) key.Binding { return k.Agenda }},
		{text: "/body", name: "Set up the body", key: func(k *keymap) key.Binding { return k.Body }},
		{text: "/register", name: "Every resolution", key: func(k *keymap) key.Binding { return k.Register }},
		{text: "/owed", name: "Every action that is owed", key: func(k *keymap) key.Binding { return k.Actions }},
		{text: "/export", name: "Write the minutes to a file", key: func(k *keymap) key.Binding { return k.Export }},
		{text: "/resolution", name: "What was carried or recommended, as a resolution", key: func(k *keymap) key.Binding { return k.Resolution }},
		{text: "/private", name: "Private business, or public again", key: func(k *keymap) key.Binding { return k.Private }},
		{text: "/notes", name: "Your own notes, shown or hidden", key: func(k *keymap) key.Binding { return k.Notes }},
		{text: "/messages", name: "What was said in this run", act: func(l *live, a *app, _ string) tea.Cmd { l.clear(); return a.push(&messages{}) }},
		{text: "/found", name: "Words found again", not: func(_ *live, a *app) string { return a.notWaiting() },
			act: func(l *live, a *app, _ string) tea.Cmd { l.clear(); return a.openWaiting() }},
		{text: "/undo", name: "Undo", key: func(k *keymap) key.Binding { return k.Undo }},
		{text: "/redo", name: "Redo", key: func(k *keymap) key.Binding { return k.Redo }},
		{text: "/home", name: "Leave the meeting, all is kept", act: func(l *live, a *app, _ string) tea.Cmd { l.clear(); return l.leave(a) }},
	}
}

// captioned goes on with the first row of a table below its caption, and keeps
// the two together.
func (l *live) captioned(a *app, words string) tea.Cmd {
	if words == "" || strings.Contains(l.comp.words.Text(), "\n|") {
		return l.keepEntry(a, l.comp.Text())
	}
	l.comp.words.MoveEnd()
	l.comp.words.Insert("\n| ")
	a.say("now the rows of the table")
	return nil
}

// wordCalled finds a word of the table.
func wordCalled(text string) (liveWord, bool) {
	i := slices.IndexFunc(liveWords, func(w liveWord) bool { return strings.EqualFold(w.text, text) })
	if i < 0 {
		return liveWord{}, false
	}
	return liveWords[i], true
}

// nearestWord is the word that a mistyped one is likeliest to be, or "".
func nearestWord(text string) string {
	all := make([]string, len(liveWords))
	for i, w := range liveWords {
		all[i] = w.text
	}
	return notes.NearWord(text, all...)
}

// meantHit is the word that a mistyped one is likeliest to be, to be put in its
// place.
func meantHit(typed string) []hit {
	near := nearestWord("/" + typed)
	if near == "" {
		return nil
	}
	first, _, _ := strings.Cut(near, " ")
	w, _ := wordCalled(first)
	if strings.Contains(near, "WORDS") || strings.Contains(near, glyphCut) {
		near = first // what stands behind it is for reading
	}
	if w.more || near != first {
		near += " "
	}
	return []hit{{name: strings.TrimSpace(near), does: w.name, state: w.form, put: near}}
}

func (l *live) notUnderResolution(*app) string {
	it, ok := l.s.meeting().Item(l.target())
	if !ok || it.Last() == nil || it.Last().Resolution == nil {
		return "it stands under a resolution"
	}
	return ""
}

// why is why a word does not work now; empty: it does.
func (w liveWord) why(l *live, a *app) string {
	if w.not != nil {
		return w.not(l, a)
	}
	if w.key == nil {
		return ""
	}
	b := w.key(&a.keys)
	for _, has := range append(l.idleKeys(a), a.keys.anywhere()...) {
		if slices.Contains(has.Keys(), b.Keys()[0]) {
			return ""
		}
	}
	return "nothing to show here"
}

// speakWord does a word of the table; done is false where the line is an entry
// to be kept.
func (l *live) speakWord(a *app, word, rest string) (_ tea.Cmd, done bool) {
	w, ok := wordCalled(word)
	switch {
	case ok && w.alone != "" && rest == "":
		l.problem = w.alone
		return nil, true
	case !ok || w.act == nil && w.key == nil || w.key != nil && w.form != "" && rest != "":
		return nil, false
	case rest != "" && !w.more && w.form == "":
		l.problem = w.text + " stands alone. Take away what is behind it, or begin with \\ to keep it as text."
		return nil, true
	case w.act != nil:
		return w.act(l, a, rest), true
	}
	if why := w.why(l, a); why != "" {
		l.problem = w.text + ": " + why + "."
		return nil, true
	}
	press, _ := pressOf(w.key(&a.keys))
	l.clear()
	return a.key(press), true // some keys are the program's and not the screen's
}

var _ speaker = (*live)(nil)

// Words is every command that has a word.
func (l *live) Words(a *app) []word {
	out := make([]word, len(liveWords))
	for i, w := range liveWords {
		out[i] = word{text: w.text, name: w.name, more: w.more, not: w.why(l, a)}
	}
	return out
}

// Speak does what a word says, or puts it into the composer where more must
// stand behind it.
func (l *live) Speak(a *app, w word) tea.Cmd {
	if !l.comp.Empty() {
		a.say("enter keeps your words first")
		return nil
	}
	l.comp.SetText(strings.TrimRight(w.text, " "))
	if w.more {
		l.comp.words.Insert(" ")
		return nil
	}
	return l.keep(a)
}

// wordHits is the words that begin with what was typed.
func (l *live) wordHits(q asking) []hit {
	var hits []hit
	for _, w := range liveWords {
		if !strings.HasPrefix(w.text[1:], q.typed) {
			continue
		}
		h := hit{name: w.text, bold: 1, to: 1 + len(q.typed), does: w.name, state: w.form, put: w.text}
		if w.more {
			h.put += " "
		}
		hits = append(hits, h)
	}
	if hits == nil {
		return meantHit(q.typed)
	}
	return hits
}
