package store

import "slices"

// explains says whether the sum over a part of the book is wrong because of the
// meeting that is mended, and of nothing else: only then may it be made anew. A
// sum that also tells of another meeting, which vanished whole, must go on telling.
func (m mending) explains(tx reader, b bucket, left bool) (bool, error) {
	sums := map[bucket]string{}
	if _, err := get(tx, metaBucket, sumsKey, &sums); err != nil {
		return false, nil // damaged, it stays as it is
	}
	said, known := readTally(sums[b])
	now, err := count(tx, account{in: b})
	if err != nil || !known || said == now {
		return !known, err
	}
	key := headKey(m.present.Record.Open.Key)
	head, err := tx.Get(b, key)
	switch {
	case err != nil:
		return false, err
	case len(head) >= envelope: // perhaps its checksum is what was damaged
		return said-now == share(b, key, sealed(b, key, head[envelope:]))-share(b, key, head), nil
	case b == recordBucket:
		others, err := m.vanished(tx)
		return !others, err
	}
	return left, nil
}

// vanished says whether more may be missing than the meeting that is mended: the
// list of meetings has another of which no head is left, or lacks a line itself.
func (m mending) vanished(tx reader) (found bool, err error) {
	bad, err := disagrees(tx)
	if err != nil || slices.Contains(bad, derivedBucket) {
		return true, err
	}
	err = tx.Scan(derivedBucket, datePrefix, end(datePrefix), func(key string, _ []byte) error {
		meeting, ok := meetingOf(placeOf{derivedBucket, key})
		if !ok || meeting == m.present.Record.Open.Key {
			return nil
		}
		head, err := tx.Get(recordBucket, headKey(meeting))
		found = found || head == nil
		return err
	})
	return found, err
}
