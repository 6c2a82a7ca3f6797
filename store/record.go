package store

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// version is that of the records this program writes. A record is upgraded
// when it is read.
const version = 1

// The records of a meeting. Each embeds the type of the domain, so that a new
// field there is kept without a change here; what has records of its own is
// shadowed by a field of the same JSON name that is never set.
type (
	headRecord struct {
		V        int             `json:"v"`
		Revision agenda.Revision `json:"rev"`
		Sum      string          `json:"sum,omitempty"`   // of all other public records
		Order    string          `json:"order,omitempty"` // of the items
		agenda.Meeting
		Items *struct{} `json:"items,omitempty"`
	}
	itemRecord struct {
		V     int    `json:"v"`
		Order string `json:"order,omitempty"` // of the entries
		agenda.Item
		Entries *struct{} `json:"entries,omitempty"`
	}
	entryRecord struct {
		V int `json:"v"`
		agenda.Entry
	}
	lifeRecord struct {
		V int `json:"v"`
		agenda.Life
	}
	closedHeadRecord struct {
		V   int    `json:"v"`
		Sum string `json:"sum,omitempty"` // of all other closed records
		agenda.Closed
		Items *struct{} `json:"items,omitempty"`
	}
	closedItemRecord struct {
		V     int    `json:"v"`
		Order string `json:"order,omitempty"`
		agenda.ClosedItem
		Entries *struct{} `json:"entries,omitempty"`
	}
	closedEntryRecord struct {
		V int `json:"v"`
		agenda.ClosedEntry
	}
	bodyRecord struct {
		V int `json:"v"`
		agenda.Body
	}
)

// node is an item of a meeting, public or closed, with its entries.
type node[I, E any] struct {
	id      agenda.ID
	item    *I
	entries []*E
}

func (n node[I, E]) order(id func(*E) agenda.ID) string {
	ids := make([]agenda.ID, len(n.entries))
	for i, e := range n.entries {
		ids[i] = id(e)
	}
	return orderText(ids)
}

func entryID(e *agenda.Entry) agenda.ID { return e.ID }

// closedID is what the closed buckets call an entry: its number among the closed
// ones, as books of before do.
func closedID(e *agenda.ClosedEntry) agenda.ID { return e.ID.Nth() }

func openNodes(m agenda.Meeting) []node[agenda.Item, agenda.Entry] {
	nodes := make([]node[agenda.Item, agenda.Entry], len(m.Items))
	for i, it := range m.Items {
		nodes[i] = node[agenda.Item, agenda.Entry]{it.ID, it, it.Entries}
	}
	return nodes
}

func closedNodes(c agenda.Closed) []node[agenda.ClosedItem, agenda.ClosedEntry] {
	nodes := make([]node[agenda.ClosedItem, agenda.ClosedEntry], 0, len(c.Items))
	for _, id := range slices.Sorted(maps.Keys(c.Items)) {
		nodes = append(nodes, node[agenda.ClosedItem, agenda.ClosedEntry]{id, c.Items[id], c.Items[id].Entries})
	}
	return nodes
}

func newHead(m agenda.Meeting, rev agenda.Revision) headRecord {
	ids := make([]agenda.ID, len(m.Items))
	for i, it := range m.Items {
		ids[i] = it.ID
	}
	return headRecord{V: version, Revision: rev, Order: orderText(ids), Meeting: m}
}

// newRevision is the next state of the book: a number that people can compare,
// and words that nobody else can have made.
func newRevision(seq uint64, nonce string) agenda.Revision {
	return agenda.Revision(strconv.FormatUint(seq, 10) + "-" + nonce)
}

// storable says why a record cannot be kept. That no two entries share an ID is
// found while comparing, which does not look at what did not change.
func storable(r agenda.Record) error {
	if r.Open.Key == "" {
		return &agenda.Error{What: "a meeting needs a key"}
	}
	for _, it := range r.Open.Items {
		if it == nil || slices.Contains(it.Entries, nil) {
			return &agenda.Error{What: "an item or entry is empty: nothing was kept"}
		}
	}
	for _, it := range r.Closed.Items {
		if it == nil || slices.Contains(it.Entries, nil) {
			return &agenda.Error{What: "a closed item or entry is empty: nothing was kept"}
		}
	}
	return nil
}

// itemName is how a person knows an item.
func itemName(it *agenda.Item) string {
	switch {
	case it.Number != "":
		return "item " + it.Number
	case it.Title != "":
		return "item " + strconv.Quote(strings.TrimSpace(it.Title))
	case it.Kind != "":
		return "the " + it.Kind
	}
	return "item with the ID " + strconv.Itoa(int(it.ID))
}
