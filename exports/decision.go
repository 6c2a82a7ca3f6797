package exports

import "minutebook/agenda"

// Decision is a resolution as it will be printed, for a screen that shows it
// before it is: its verb, its parts with their labels, who proposed it.
func Decision(s agenda.Style, m agenda.Meeting, e agenda.Entry) Resolution {
	return (&builder{printer: newPrinter(s, m)}).resolution(&e)
}
