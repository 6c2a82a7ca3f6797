package tui

import (
	"fmt"
	"strings"
	"testing"

	"minutebook/agenda"
)

// dealt is a run of keys in the ledger: the words a clerk must type anyway, or
// one key that is structure.
type dealt struct {
	words string
	key   string
}

func ledgerWords(words string) dealt { return dealt{words: words} }
func ledgerKey(key string) dealt     { return dealt{key: key} }

// deed is something that happens at a meeting and how it is minuted.
type deed struct {
	kind    string
	strokes []dealt
}

// The kinds of the ledger.
const (
	opening    = "first question of an item, with answer"
	asked      = "question with answer"
	attribute  = "attributed speaker"
	statedKind = "narrative, update, comment"
	resolved   = "resolution from a recommendation"
	decided    = "resolution in the clerk’s words"
	charged    = "action with owner and date"
	onward     = "next item"
	inAndOut   = "arrival or departure"
)

var enterKey = ledgerKey("enter")

// aMeeting is a scripted evening of forty entries at the harbour.
func aMeeting() []deed {
	qa := func(question, answer string) deed {
		return deed{asked, []dealt{ledgerWords(question), enterKey, ledgerWords(answer), enterKey}}
	}
	// The first question of an item names its kind; what follows is predicted.
	// The last answer of an item can be kept by the key that takes the next.
	first := func(question, answer string) deed {
		return deed{opening, []dealt{ledgerKey("?"), ledgerWords(question), enterKey, ledgerWords(answer), enterKey}}
	}
	last := func(question, answer string) []deed {
		return []deed{{asked, []dealt{ledgerWords(question), enterKey, ledgerWords(answer)}}, {onward, []dealt{ledgerKey("pgdown")}}}
	}
	next := deed{onward, []dealt{ledgerKey("pgdown")}}
	tell := func(mark, words string) deed {
		if mark == "" {
			return deed{statedKind, []dealt{ledgerWords(words), enterKey}}
		}
		return deed{statedKind, []dealt{ledgerKey(mark), ledgerKey(" "), ledgerWords(words), enterKey}}
	}
	fromPaper := deed{resolved, []dealt{ledgerKey("ctrl+r"), enterKey}}
	action := func(owner, words, due string) deed {
		return deed{charged, []dealt{ledgerKey("+"), ledgerWords(owner), ledgerKey("tab"), ledgerWords(words), ledgerKey(";"), ledgerWords(due), enterKey}}
	}
	var out []deed
	add := func(deeds ...deed) { out = append(out, deeds...) }

	add(next, tell("", "An apology was received from Councillor Reeve, who was at sea."))
	add(next, tell("", "No interests were declared."))
	add(next, fromPaper)
	add(next, tell("", "The Harbour Master submitted a report on dredging to 2028."),
		first("What effect would the winter tides have on the second phase?", "the contractor had allowed four weeks of slack."),
		qa("Had the fishing fleet been asked?", "the fleet had been written to in January."),
		deed{attribute, []dealt{ledgerKey("@"), ledgerWords("l"), ledgerKey("tab"), ledgerWords("Would the channel stay open to the lifeboat?"), enterKey}},
		deed{statedKind, []dealt{ledgerWords("it would, at all states of the tide."), enterKey}},
		qa("Where would the spoil go?", "it would go to the licensed ground beyond the mole."),
		tell("*", "residents should be told before work began."),
		deed{inAndOut, []dealt{ledgerKey("/"), ledgerWords("arrive reeve"), enterKey}},
		deed{resolved, []dealt{ledgerKey("ctrl+r"), enterKey}},
		action("har", "bring a progress report", "11 Jun"),
		action("cle", "write to the residents of the quay", "1 Apr"))
	add(next, tell("", "The Clerk reported on the lease of the east quay."),
		first("How long had the lease to run?", "it ended in 2031."),
		qa("Was the rent reviewed?", "it was reviewed each third year."),
		qa("Who paid for repairs?", "the tenant did, the slipway excepted."))
	add(last("Had the tenant asked for longer?", "the tenant had not.")...)
	add(tell("", "The Treasurer presented the dues for 2026–27."),
		first("By how much would dues rise?", "they would rise by 4 per cent."),
		qa("What did other harbours charge?", "two of three charged more."),
		tell("*", "a table of dues should be published."),
		tell("", "one would be put up at the slipway."),
		qa("When would they be due?", "they would be due on 1 May."),
		deed{decided, []dealt{ledgerKey("!"), ledgerWords("That the dues be approved."), enterKey, ledgerWords("That they be published."), enterKey}},
		action("cle", "publish the table of dues", "30 Apr"))
	return out
}

const ledgerAgenda = `body: Northmoor Harbour Committee
code: NHC
meeting: Ordinary, 2026-03-12 18:00, Guildhall, Northmoor
present: Cllr Asha Verma (Chair); Cllr Tom Pike; Cllr Jo Lunt
apologies: Cllr Max Reeve
attending: Dana Holt (Harbour Master); Sam Rhee (Clerk)

== 1 | Apologies for absence
== 2 | Declarations of interest
== 3 | Minutes of 15 January
recommends: That the minutes of 15 January be approved as a correct record.
== 4 | Dredging programme 2026–28
report of: Harbour Master
recommends: That the programme be approved.
recommends: That a progress report be brought in June.
== 5 | Lease of the east quay
== 6 | Harbour dues 2026–27
`

// TestKeystrokeLedger plays a meeting of forty entries and counts what every
// kind of thing costs beyond its words, the enter that keeps a line included.
func TestKeystrokeLedger(t *testing.T) {
	a, l := openMeeting(t, ledgerAgenda, 100, 30)
	times, keys, words := map[string]int{}, map[string]int{}, 0
	var order []string
	for _, d := range aMeeting() {
		if times[d.kind]++; times[d.kind] == 1 {
			order = append(order, d.kind)
		}
		for _, s := range d.strokes {
			if s.key != "" {
				keys[d.kind]++
				drive(t, a, s.key)
				continue
			}
			words += len([]rune(s.words))
			drive(t, a, s.words)
		}
		if l.problem != "" {
			t.Fatalf("%s: %s\n%s", d.kind, l.problem, plainFrame(a))
		}
	}
	entries := 0
	for _, it := range l.s.meeting().Items {
		entries += len(it.Entries)
	}
	limits := map[string]float64{opening: 3, asked: 2, attribute: 4, resolved: 2, charged: 4, onward: 1}
	total := 0
	for _, kind := range order {
		each := float64(keys[kind]) / float64(times[kind])
		total += keys[kind]
		t.Logf("%-34s %2d times  %5.2f keys each", kind, times[kind], each)
		if most, ok := limits[kind]; ok && each > most {
			t.Errorf("%s costs %.2f keys, more than %.0f", kind, each, most)
		}
	}
	if entries < 40 {
		t.Errorf("only %d entries", entries)
	}
	t.Logf("%d entries, %d keys of words, %d of structure", entries, words, total)
	checkLedger(t, l.s.meeting())
}

// checkLedger is whether the meeting says what happened.
func checkLedger(t *testing.T, m agenda.Meeting) {
	t.Helper()
	for number, want := range map[string][]string{
		"4": {
			"narrative: The Harbour Master submitted a report", "question: What effect", "response: the contractor",
			"question: Had the fishing fleet", "response: the fleet", "question: Would the channel", "response: it would, at all",
			"question: Where would", "response: it would go", "comment: residents", "event: ", "resolution: ",
			"action: bring a progress report", "action: write to the residents",
		},
		"5": {"narrative", "question", "response", "question", "response", "question", "response", "question: Had the tenant", "response: the tenant had not."},
		"6": {"narrative", "question", "response", "question", "response", "comment", "response", "question", "response", "resolution", "action: publish the table"},
	} {
		got := strings.Split(strings.TrimSpace(texts(m, number)), "\n")
		for i, w := range want {
			if i >= len(got) || !strings.HasPrefix(got[i], w) {
				t.Errorf("item %s, entry %d: want %q in %s", number, i+1, w, fmt.Sprintf("%q", got))
				break
			}
		}
	}
	for _, it := range m.Items {
		for _, e := range it.Entries {
			switch {
			case e.Action != nil && (len(e.Action.Owners) != 1 || e.Action.Due == ""):
				t.Errorf("action %q has owners %v and is due %q", e.Text, e.Action.Owners, e.Action.Due)
			case strings.HasPrefix(e.Text, "Would the channel") && m.Call(e.Speaker) != "Cllr Jo Lunt":
				t.Errorf("%q was asked by %v", e.Text, e.Speaker)
			}
		}
	}
}
