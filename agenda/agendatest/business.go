package agendatest

import "minutebook/agenda"

// business fills an entry of the kinds that minute motions, elections,
// interests and corrections; false where it is of another kind.
func (k *maker) business(it *agenda.Item, e *agenda.Entry) bool {
	return k.motion(it, e) || k.declaration(it, e) || k.order(it, e)
}
