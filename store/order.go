package store

import (
	"fmt"
	"strconv"
	"strings"

	"minutebook/agenda"
)

// maxOrder bounds what an order may unfold to, far above any meeting, so that
// "1-4294967295" in a forged book does not eat the memory.
const maxOrder = 1 << 20

// orderText writes a list of IDs with runs drawn together, "2-14 16 15": an
// item of 2,000 entries then costs no more to save than one of 20.
func orderText(ids []agenda.ID) string {
	var b strings.Builder
	for i := 0; i < len(ids); {
		j := i
		for j+1 < len(ids) && ids[j+1] == ids[j]+1 {
			j++
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strconv.FormatUint(uint64(ids[i]), 10))
		if j > i {
			b.WriteByte('-')
			b.WriteString(strconv.FormatUint(uint64(ids[j]), 10))
		}
		i = j + 1
	}
	return b.String()
}

// orderIDs reads what orderText wrote.
func orderIDs(text string) ([]agenda.ID, error) {
	var ids []agenda.ID
	for word := range strings.FieldsSeq(text) {
		a, b, run := strings.Cut(word, "-")
		if !run {
			b = a
		}
		from, err := strconv.ParseUint(a, 10, 32)
		if err != nil {
			return nil, fmt.Errorf("%w: order %q", ErrDamaged, word)
		}
		to, err := strconv.ParseUint(b, 10, 32)
		if err != nil || to < from || to-from >= maxOrder-uint64(len(ids)) {
			return nil, fmt.Errorf("%w: order %q", ErrDamaged, word)
		}
		for id := from; id <= to; id++ {
			ids = append(ids, agenda.ID(id))
		}
	}
	return ids, nil
}
