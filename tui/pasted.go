package tui

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// pasteMost is the longest paste that is taken: what is longer is no entry.
const pasteMost = agenda.EntryMost

const pasteStart, pasteEnd = "\x1b[200~", "\x1b[201~"

// pastes takes what is pasted out of what the terminal sends, to the byte, and
// leaves a ticket in its place. The framework would take it apart key by key,
// which for ten megabytes lasts seconds, and leave out what it does not know
// without a word. Of a paste that is too long only the size is kept.
type pastes struct {
	inside bool
	held   []byte // the beginning of what may be a mark
	text   []byte // of the paste that is coming
	size   int    // of all of it

	mu      sync.Mutex
	waiting map[string]pasted
	count   int
}

// pasted is a paste that has come.
type pasted struct {
	text string
	size int
}

// filter is what the framework is given for the bytes of one read: less than
// three times as many, with its tickets and what an earlier read held back.
func (p *pastes) filter(in []byte) []byte {
	in = append(p.held, in...)
	p.held = nil
	var out []byte
	for len(in) > 0 {
		mark := pasteStart
		if p.inside {
			mark = pasteEnd
		}
		at := bytes.Index(in, []byte(mark))
		if at < 0 {
			n := len(in) - halfMark(in, p.inside)
			p.held = bytes.Clone(in[n:])
			return p.pass(out, in[:n])
		}
		out = p.pass(out, in[:at])
		in = in[at+len(mark):]
		switch {
		case !p.inside:
			p.inside = true
		case endsLater(in):
			p.take([]byte(pasteEnd)) // the text has a mark of its own
		default:
			out = append(out, p.ticket()...)
		}
	}
	return out
}

// halfMark is how many bytes at the end of a text may begin a mark. Outside a
// paste its first two are keys too, and held back from nobody.
func halfMark(in []byte, inside bool) int {
	mark, least := pasteStart, 3
	if inside {
		mark, least = pasteEnd, 1
	}
	for n := min(len(mark)-1, len(in)); n >= least; n-- {
		if bytes.HasSuffix(in, []byte(mark[:n])) {
			return n
		}
	}
	return 0
}

// endsLater is whether a paste goes on behind what looks like its end: another
// end comes with the same read, and no beginning before it.
func endsLater(in []byte) bool {
	end := bytes.Index(in, []byte(pasteEnd))
	start := bytes.Index(in, []byte(pasteStart))
	return end >= 0 && (start < 0 || end < start)
}

func (p *pastes) pass(out, text []byte) []byte {
	if !p.inside {
		return append(out, text...)
	}
	p.take(text)
	return out
}

func (p *pastes) take(text []byte) {
	p.size += len(text)
	if p.size <= pasteMost {
		p.text = append(p.text, text...)
	} else {
		p.text = nil
	}
}

// ticket ends the paste and stands for it in what the framework reads.
func (p *pastes) ticket() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.count++
	id := fmt.Sprintf("paste %d", p.count)
	if p.waiting == nil {
		p.waiting = map[string]pasted{}
	}
	p.waiting[id] = pasted{string(p.text), p.size}
	p.inside, p.text, p.size = false, nil, 0
	return pasteStart + id + pasteEnd
}

// redeem is the paste of a ticket. Where nothing made tickets of pastes, what
// came is the paste itself.
func (p *pastes) redeem(content string) pasted {
	p.mu.Lock()
	defer p.mu.Unlock()
	if got, ok := p.waiting[content]; ok {
		delete(p.waiting, content)
		return got
	}
	return pasted{content, len(content)}
}

// pasted gives a paste to the screen on top, whole, or refuses it whole.
func (a *app) pasted(msg tea.PasteMsg) tea.Cmd {
	a.message = ""
	got := a.pastes.redeem(msg.Content)
	if got.size > pasteMost {
		a.say(fmt.Sprintf("nothing was pasted: it is %s, and an entry holds %s; it is still where you copied it", bytesSaid(got.size), bytesSaid(pasteMost)))
		return nil
	}
	cmd := a.top().Update(a, tea.PasteMsg{Content: got.text})
	if words := leftOutOf(got.text); words != "" {
		if a.message != "" {
			words = a.message + "; " + words
		}
		a.say(words)
	}
	return cmd
}

func bytesSaid(n int) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d KB", (n+1023)>>10)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}

// leftOutOf says what of a paste an editor does not keep as it came.
func leftOutOf(text string) string {
	if plainASCII(text) {
		return ""
	}
	unseen, broken := 0, 0
	for text != "" {
		r, n := utf8.DecodeRuneInString(text)
		switch {
		case r == utf8.RuneError && n == 1:
			broken++
		case welcome(r) < 0:
			unseen++
		}
		text = text[n:]
	}
	var said []string
	if unseen > 0 {
		said = append(said, counted(unseen, "character")+" that cannot be shown "+plural(unseen, "was", "were")+" left out")
	}
	if broken > 0 {
		said = append(said, counted(broken, "byte")+" that "+plural(broken, "is", "are")+" no text "+plural(broken, "stands", "stand")+" as \uFFFD")
	}
	return strings.Join(said, "; ")
}
