package agendatest

import "minutebook/agenda"

// motion fills a motion, a vote, an outcome or a strike; false where e is none.
func (k *maker) motion(it *agenda.Item, e *agenda.Entry) bool { return false }
