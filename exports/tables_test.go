package exports

import (
	"strings"
	"testing"

	"minutebook/agenda"
)

func tabled(caption string, rows ...string) *agenda.Entry {
	tb := &agenda.Table{Caption: caption}
	for _, r := range rows {
		tb.Rows = append(tb.Rows, strings.Split(r, "|"))
	}
	return &agenda.Entry{Kind: agenda.Tabulation, Table: tb}
}

func tables() agenda.Meeting {
	return meeting(item("4", "Accounts",
		tabled("Payments “in full”", "To|For|Sum", "Quay Works|buoys – six of them|£1\u00a0250.50", "Ana Sørli|–|−£7", "日本水産|网|€12\u202f000", "e\u0301cole|a\u0301|(3)"),
		tabled("", "One", "a", "b"), tabled("", "x|y"),
		tabled("", "Planning reference|Address|Decision", "26/0017|a long address that has no end "+strings.Repeat("of street upon street ", 8)+"end|no objection", "26/0018|1\u00a0Quay|objection")))
}

func TestTables(t *testing.T) {
	t.Parallel()
	golden(t, "tables.md", printed(t, harbour, tables()))
}

// TestColumnsAreOfOneWidth, as a terminal shows them, and no cell is broken.
func TestColumnsAreOfOneWidth(t *testing.T) {
	t.Parallel()
	lines := strings.Split(string(printed(t, harbour, tables())), "\n")
	for i, l := range lines {
		if i > 0 && strings.HasPrefix(l, "|") && strings.HasPrefix(lines[i-1], "|") && width(l) != width(lines[i-1]) && width(l) < 150 && width(lines[i-1]) < 150 {
			t.Errorf("of another width:\n%s\n%s", lines[i-1], l)
		}
	}
	for text, want := range map[string]int{"日本": 4, "e\u0301": 1, "£1\u00a0250": 6, "−7": 2, "。": 2, "ｶﾅ": 2, "￥": 2, "𠀀": 2, "한": 2, "👩": 2} {
		if got := width(text); got != want {
			t.Errorf("%q takes %d columns, counted %d", text, want, got)
		}
	}
}

// TestSumsStayAsTyped: every sign of money and every blank, byte for byte.
func TestSumsStayAsTyped(t *testing.T) {
	t.Parallel()
	const typed = "£1\u00a0250.50 – €3\u202f000 − ¢5 — “¾”…"
	m := meeting(item(typed, typed, said(agenda.Narrative, typed), said(agenda.Comment, typed), tabled(typed, typed, typed),
		resolved(agenda.Point{Text: typed}), moved(0, 0, "", typed, nil, nil), votedOn(0, agenda.Vote{Result: typed})))
	if got := strings.Count(string(printed(t, harbour, m)), typed); got != 10 {
		t.Errorf("%d of 10 are as typed:\n%s", got, printed(t, harbour, m))
	}
}
