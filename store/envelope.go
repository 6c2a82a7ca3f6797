package store

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/crc32"
)

// format is the first byte of every value: the checksum CRC-32C of
// "bucket/key", the format byte and the JSON behind it.
const format = 1

const envelope = 5 // bytes before the JSON

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// sum binds a value to its place: the right bytes under the wrong key are
// damage too, and in the wrong bucket they might be a leak.
func sum(b bucket, key string, json []byte) uint32 {
	var place [256]byte
	head := append(place[:0], b...)
	head = append(head, '/')
	head = append(head, key...)
	head = append(head, format)
	return crc32.Update(crc32.Update(0, castagnoli, head), castagnoli, json)
}

// seal makes the value of a key.
func seal(b bucket, key string, v any) ([]byte, error) {
	var buf bytes.Buffer
	buf.Write(make([]byte, envelope))
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("encode %s/%s: %w", b, key, err)
	}
	value := buf.Bytes()[:buf.Len()-1] // without the line break
	value[0] = format
	binary.BigEndian.PutUint32(value[1:], sum(b, key, value[envelope:]))
	return value, nil
}

// check says whether a value is whole, and returns its JSON.
func check(b bucket, key string, value []byte) ([]byte, error) {
	switch {
	case len(value) < envelope:
		return nil, fmt.Errorf("%w: it is cut short", ErrDamaged)
	case value[0] != format:
		return nil, fmt.Errorf("%w: it has the unknown format %d", ErrDamaged, value[0])
	case binary.BigEndian.Uint32(value[1:]) != sum(b, key, value[envelope:]):
		return nil, fmt.Errorf("%w: its checksum is wrong", ErrDamaged)
	}
	return value[envelope:], nil
}

// unseal reads the value of a key into v.
func unseal(b bucket, key string, value []byte, v any) error {
	text, err := check(b, key, value)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(text, v); err != nil {
		// Not wrapped: what the decoder quotes may be text of the minutes.
		return fmt.Errorf("%w: its JSON cannot be read", ErrDamaged)
	}
	return nil
}

// get reads one value into v; ok is false where there is none.
func get(tx reader, b bucket, key string, v any) (ok bool, err error) {
	value, err := tx.Get(b, key)
	if err != nil || value == nil {
		return false, err
	}
	if err := unseal(b, key, value, v); err != nil {
		return true, fmt.Errorf("%s/%s is %w", b, key, err)
	}
	return true, nil
}

// put writes one value, unless the same one is there. It does not look at what
// it writes over: only for what can be made anew.
func put(tx writer, b bucket, key string, v any) error {
	value, err := seal(b, key, v)
	if err != nil {
		return err
	}
	old, err := tx.Get(b, key)
	if err != nil || bytes.Equal(old, value) {
		return err
	}
	return tx.Put(b, key, value)
}

// replace is put for a record: it does not write over a damaged one, because
// its bytes may be the last trace of what somebody said.
func replace(tx writer, b bucket, key string, v any) error {
	if err := intact(tx, b, key); err != nil {
		return err
	}
	return put(tx, b, key, v)
}

// remove deletes a record, but no damaged one.
func remove(tx writer, b bucket, key string) error {
	if err := intact(tx, b, key); err != nil {
		return err
	}
	return tx.Delete(b, key)
}

func intact(tx reader, b bucket, key string) error {
	value, err := tx.Get(b, key)
	if err != nil || value == nil {
		return err
	}
	if _, err := check(b, key, value); err != nil {
		return fmt.Errorf("%s/%s is %w; nothing is written over it", b, key, err)
	}
	return nil
}
