package agendatest

import "minutebook/agenda"

// declaration fills an interest or a step of an election; false where e is none.
func (k *maker) declaration(it *agenda.Item, e *agenda.Entry) bool { return false }
