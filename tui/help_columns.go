package tui

import "slices"

// beside sets blocks in columns, in order, each column as short as it can be.
func beside(blocks [][]string, columns, width, left int) []string {
	total := 0
	for _, b := range blocks {
		total += len(b) + 1
	}
	tall := (total + columns - 1) / columns
	var cols [][]string
	for {
		if cols = stacked(blocks, tall); len(cols) <= columns {
			break
		}
		tall++
	}
	for _, col := range cols {
		tall = max(tall, len(col)) // a block is never parted
	}
	var rows []string
	for i := range tall {
		row := blanks(left)
		for c, col := range cols {
			if i < len(col) {
				row = pad(row, left+c*width) + col[i]
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// stacked puts blocks under each other until a column of that height is full.
func stacked(blocks [][]string, tall int) [][]string {
	var cols [][]string
	for _, b := range blocks {
		n := len(cols) - 1
		if n < 0 || len(cols[n])+1+len(b) > max(tall, len(b)) {
			cols = append(cols, b)
			continue
		}
		cols[n] = slices.Concat(cols[n], []string{""}, b)
	}
	return cols
}
