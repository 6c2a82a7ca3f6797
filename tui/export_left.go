package tui

import "fmt"

// leftRows is what a public file leaves out, an omission a row.
func (e *exporter) leftRows(a *app, width int) []string {
	if len(e.left) == 0 {
		return []string{blanks(margin(a.width)+2) + a.st.muted.s("nothing")}
	}
	var rows []string
	for _, o := range e.left {
		var l line
		l.to(margin(a.width)+2).add(a.st.muted, cut(shown(o.Item), 10)).to(e.column(a))
		l.add(a.st.text, cut(o.Words, width-l.n-1))
		rows = append(rows, l.String())
	}
	return rows
}

func (e *exporter) leftHead(a *app, width int) string {
	words := "Left out of the public file"
	if e.copy().Full {
		words = "In this copy alone"
	}
	return blanks(margin(a.width)+2) + a.st.strong.s(words)
}

// leftBelow is what is left out, below the fields; hidden says that not all of
// it fits.
func (e *exporter) leftBelow(a *app, width, room int) []string {
	all := e.leftRows(a, width)
	e.hidden = room < 2+len(all)
	if room < 4 && e.hidden {
		return nil
	}
	rows := []string{"", e.leftHead(a, width)}
	if !e.hidden {
		return append(rows, all...)
	}
	n := room - 3
	more := fmt.Sprintf("and %d more: %s", len(all)-n, a.keys.Kind.Help().Key)
	return append(append(rows, all[:n]...), blanks(margin(a.width)+2)+a.st.muted.s(more))
}

// leftPage is what is left out on a page of its own.
func (e *exporter) leftPage(a *app, width, height int) []string {
	width = e.panelWidth(width)
	all := e.leftRows(a, width)
	e.leftRoom = max(1, height-1)
	e.leftFrom = max(0, min(e.leftFrom, len(all)-e.leftRoom))
	return append([]string{e.leftHead(a, width)}, all[e.leftFrom:min(len(all), e.leftFrom+e.leftRoom)]...)
}
