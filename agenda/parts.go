package agenda

// Parts is one item in its two parts, without entries: what everybody may see
// and what is closed. Its changes are the rules of private business about what
// an item says of itself; they own the two structs and nothing behind them.
type Parts struct {
	Face   Item
	Closed ClosedItem
}

// Shown is the item as the clerk has it. It is closed text.
func (p *Parts) Shown() Item {
	it := p.Face
	if p.titled() {
		it.Title = p.Closed.Title
	}
	if p.whole() {
		it.Paper, it.Wording, it.Purpose = p.Closed.Paper, p.Closed.Wording, p.Closed.Purpose
	}
	if p.Closed.Outcome != (Outcome{}) {
		it.Outcome = p.Closed.Outcome
	}
	if p.Closed.Late != "" {
		it.Late = p.Closed.Late
	}
	return it
}

func (p *Parts) whole() bool { return p.Face.Exempt != nil && p.Face.Exempt.Whole }

// titled says whether the title of the face is the one for the public.
func (p *Parts) titled() bool { return p.whole() || p.Closed.Title != "" }

// Edit makes the item say next instead of what it shows. What is closed stays
// closed; while private business is going on, so is what became of the item and
// why it was urgent.
func (p *Parts) Edit(private bool, next Item) {
	was := p.Shown()
	face := next
	face.Entries = p.Face.Entries
	if p.titled() {
		p.Closed.Title, face.Title = next.Title, p.Face.Title
	}
	if p.whole() {
		p.Closed.Paper, p.Closed.Wording, p.Closed.Purpose = next.Paper, next.Wording, next.Purpose
		face.Paper, face.Wording, face.Purpose = nil, "", ""
	}
	if hides := p.Closed.Outcome != (Outcome{}); hides || private {
		face.Outcome = p.Face.Outcome
		if hides || next.Outcome != was.Outcome {
			p.Closed.Outcome = next.Outcome
		}
	}
	if hides := p.Closed.Late != ""; hides || private {
		face.Late = p.Face.Late
		if hides || next.Late != was.Late {
			p.Closed.Late = next.Late
		}
	}
	p.Face = face
}

// Write changes the item by words that are written in it now: in public what they
// say is public, even where the same was said in private before.
func (p *Parts) Write(private bool, change func(*Item)) {
	said := p.Closed
	if !private {
		p.Closed.Outcome, p.Closed.Late = Outcome{}, ""
	}
	next := p.Shown()
	change(&next)
	p.Edit(private, next)
	if !private {
		p.Closed.Outcome, p.Closed.Late = said.Outcome, said.Late
	}
}

// Close hides all that the item says of itself but its number: why it was urgent
// and what became of it too.
func (p *Parts) Close(ground, reason string) {
	shown := p.Shown()
	if !p.titled() {
		p.Closed.Title, p.Face.Title = p.Face.Title, ""
	}
	p.Closed.Paper, p.Closed.Wording, p.Closed.Purpose = shown.Paper, shown.Wording, shown.Purpose
	p.Closed.Outcome, p.Closed.Late = shown.Outcome, shown.Late
	p.Face.Paper, p.Face.Wording, p.Face.Purpose = nil, "", ""
	p.Face.Outcome, p.Face.Late = Outcome{}, ""
	p.exempt(func(x *Exempt) { x.Whole, x.Ground, x.Reason = true, ground, reason })
}

// Call gives the item the title that the public sees.
func (p *Parts) Call(title string) {
	if !p.titled() {
		p.Closed.Title = p.Face.Title
	}
	p.Face.Title = title
}

// Sum says what the public is told of private business.
func (p *Parts) Sum(summary string) { p.exempt(func(x *Exempt) { x.Summary = summary }) }

func (p *Parts) exempt(change func(*Exempt)) {
	var x Exempt
	if p.Face.Exempt != nil {
		x = *p.Face.Exempt
	}
	change(&x)
	p.Face.Exempt = &x
}

// EditParts changes what an item says of itself in its two parts; of no item it
// changes nothing.
func (r Record) EditParts(item ID, change func(*Parts)) Record {
	i := r.Open.itemIndex(item)
	if i < 0 {
		return r
	}
	return r.parts(i, change)
}

// WriteItem is EditItem for words that are written in the item now. Returns
// ErrNotFound, or an *Error.
func (r Record) WriteItem(id ID, change func(*Item)) (Record, error) {
	it, ok := r.Open.Item(id)
	if !ok {
		return r, notFound("item", id)
	}
	next := r.EditParts(id, func(p *Parts) {
		p.Write(it.Private(), func(it *Item) {
			it.Entries, it.Paper = nil, it.Paper.clone()
			change(it)
		})
	})
	if now, _ := next.Open.Item(id); (now.Kind == KindOpening) != (it.Kind == KindOpening) {
		return r, refuse("the opening stays the opening, and a meeting has one")
	}
	return next, nil
}

// parts changes what an item says of itself in its two parts.
func (r Record) parts(i int, change func(*Parts)) Record {
	it := r.Open.Items[i]
	p := Parts{Face: *it}
	if c := r.Closed.Items[it.ID]; c != nil {
		p.Closed = *c
	}
	change(&p)
	if r.Closed.Items[it.ID] != nil || !p.Closed.Empty() {
		r = r.withClosed(it.ID, func(c *ClosedItem) { *c = p.Closed })
	}
	return r.withItem(i, func(it *Item) { *it = p.Face })
}

// Empty says whether nothing of the item is closed.
func (c *ClosedItem) Empty() bool {
	return len(c.Entries) == 0 && c.Title == "" && c.Purpose == "" && c.Wording == "" && c.Late == "" && c.Outcome == (Outcome{}) && c.Paper == nil
}
