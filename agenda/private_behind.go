package agenda

// PrivateBehind says whether what is put right behind an entry of the item is
// private business; the item must be a whole one where it has some.
func (it *Item) PrivateBehind(entry ID) bool {
	i := it.index(entry)
	return it.Exempt != nil && i >= 0 && (entry.Closed() || it.privateAt(i+1))
}

// Ground is the ground that was stated last for private business of the item;
// empty where none was.
func (it *Item) Ground() string {
	for i := len(it.Entries) - 1; i >= 0; i-- {
		if ev := it.Entries[i].Event; ev != nil && ev.What == Exempted {
			return ev.How
		}
	}
	if it.Exempt == nil {
		return ""
	}
	return it.Exempt.Ground
}
