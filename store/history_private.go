package store

import (
	"encoding/json"
	"slices"
	"strings"

	"minutebook/agenda"
)

// discreet names the items of a change without a word of private business.
type discreet struct {
	exempt map[agenda.ID]bool // before the change or after it
}

func (d discreet) name(it *agenda.Item) string {
	if d.exempt[it.ID] && it.Number == "" && it.Title != "" {
		return "an item of private business"
	}
	return itemName(it)
}

// quoted is the quotation of words of an item, or nothing.
func (d discreet) quoted(it *agenda.Item, quotation string) string {
	if d.exempt[it.ID] {
		return ""
	}
	return quotation
}

// exemptIn is the items that are private business, in part or as a whole, in any
// of the records.
func exemptIn(records ...agenda.Record) map[agenda.ID]bool {
	out := map[agenda.ID]bool{}
	for _, r := range records {
		for _, it := range r.Open.Items {
			if it.Exempt != nil {
				out[it.ID] = true
			}
		}
	}
	return out
}

// naming is which items the words of a change may name, and which of all were
// private business before or after it: what was named while it was public is
// named no more once it is not.
type naming struct {
	Named  []agenda.ID `json:"named,omitempty"`
	Exempt []agenda.ID `json:"exempt,omitempty"`
}

func namingOf(base, next agenda.Record) (n naming) {
	was := make(map[agenda.ID]*agenda.Item, len(base.Open.Items))
	for _, it := range base.Open.Items {
		was[it.ID] = it
	}
	for _, it := range next.Open.Items {
		if was[it.ID] != it {
			n.Named = append(n.Named, it.ID)
		}
		delete(was, it.ID)
	}
	for id := range was {
		n.Named = append(n.Named, id)
	}
	exempt := exemptIn(base, next)
	for _, id := range n.Named {
		if exempt[id] {
			n.Exempt = append(n.Exempt, id)
		}
	}
	slices.Sort(n.Named)
	slices.Sort(n.Exempt)
	return n
}

// unnamed is the changes of a meeting in words that quote nothing of an item that
// is private business now, or was at any time, nor what the closed part says now.
func unnamed(tx reader, meeting agenda.Key, rows []changeRow) (out []agenda.PastChange) {
	now, err := load(tx, meeting)
	exempt, closed := exemptIn(now.Record), saidIn(now.Record.Closed)
	for _, row := range rows {
		for _, id := range row.Exempt {
			exempt[id] = true
		}
	}
	for _, row := range rows {
		hidden := err != nil || len(now.Damage) > 0 ||
			// A change of before this was kept says nothing of which items it names.
			len(row.Named) == 0 && len(exempt) > 0 ||
			slices.ContainsFunc(row.Named, func(id agenda.ID) bool { return exempt[id] })
		if hidden || quotes(row.What, closed) {
			row.What = unquoted(row.What)
		}
		out = append(out, row.PastChange)
	}
	return out
}

// unquoted is the words of a change without what they quote. A quotation may hold
// any character, so all between the first mark and the last goes.
func unquoted(what string) string {
	if strings.Contains(what, `"`) { // the title of an item without a number
		return "what is private business now, or was"
	}
	before, rest, ok := strings.Cut(what, ": “")
	if !ok {
		return what
	}
	return before + rest[strings.LastIndex(rest, "”")+len("”"):]
}

// quotes is whether the words of a change quote one of the texts.
func quotes(what string, texts []string) bool {
	return slices.ContainsFunc(texts, func(text string) bool {
		return strings.Contains(what, quoted(text)) || strings.Contains(what, `item "`+text)
	})
}

// saidIn is every text of the closed part of a meeting.
func saidIn(c agenda.Closed) (out []string) {
	text, _ := json.Marshal(c) // nothing that JSON cannot say is in a record
	var said any
	_ = json.Unmarshal(text, &said)
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			if quoted(v) != "" {
				out = append(out, v)
			}
		case []any:
			for _, e := range v {
				walk(e)
			}
		case map[string]any:
			for _, e := range v {
				walk(e)
			}
		}
	}
	walk(said)
	return out
}
