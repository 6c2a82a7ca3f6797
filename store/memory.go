package store

import (
	"bytes"
	"errors"
	"slices"
	"sync"
)

// memory is an engine that keeps sorted keys beside a map.
type memory struct {
	mu      sync.RWMutex
	closed  bool
	buckets map[bucket]*shelf
}

type shelf struct {
	keys   []string // sorted
	values map[string][]byte
}

func newMemory() *memory {
	m := &memory{buckets: map[bucket]*shelf{}}
	for _, b := range buckets {
		m.buckets[b] = &shelf{values: map[string][]byte{}}
	}
	return m
}

func (m *memory) View(fn func(reader) error) error {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.closed {
		return errClosed
	}
	return fn(&memoryTx{memory: m})
}

func (m *memory) Update(fn func(writer) error) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return errClosed
	}
	tx := &memoryTx{memory: m}
	kept := false
	defer func() {
		if !kept {
			tx.rollback()
		}
	}()
	if err := fn(tx); err != nil {
		return err
	}
	kept = true
	return nil
}

func (m *memory) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.closed = true
	return nil
}

// memoryTx writes in place and remembers what was there before.
type memoryTx struct {
	*memory
	undo []func()
}

func (tx *memoryTx) Get(b bucket, key string) ([]byte, error) {
	return tx.buckets[b].values[key], nil
}

func (tx *memoryTx) Scan(b bucket, from, to string, each func(string, []byte) error) error {
	s := tx.buckets[b]
	i, _ := slices.BinarySearch(s.keys, from)
	for ; i < len(s.keys) && s.keys[i] < to; i++ {
		if err := each(s.keys[i], s.values[s.keys[i]]); err != nil {
			return err
		}
	}
	return nil
}

func (tx *memoryTx) Put(b bucket, key string, value []byte) error {
	if key == "" {
		return errors.New("a key must not be empty")
	}
	tx.remember(b, key)
	tx.buckets[b].set(key, bytes.Clone(value))
	return nil
}

func (tx *memoryTx) Delete(b bucket, key string) error {
	tx.remember(b, key)
	tx.buckets[b].remove(key)
	return nil
}

// Make implements writer: every bucket is there.
func (tx *memoryTx) Make(bucket) error { return nil }

func (tx *memoryTx) remember(b bucket, key string) {
	s := tx.buckets[b]
	old, ok := s.values[key]
	tx.undo = append(tx.undo, func() {
		if ok {
			s.set(key, old)
		} else {
			s.remove(key)
		}
	})
}

func (tx *memoryTx) rollback() {
	for _, undo := range slices.Backward(tx.undo) {
		undo()
	}
}

func (s *shelf) set(key string, value []byte) {
	if _, ok := s.values[key]; !ok {
		i, _ := slices.BinarySearch(s.keys, key)
		s.keys = slices.Insert(s.keys, i, key)
	}
	s.values[key] = value
}

func (s *shelf) remove(key string) {
	if i, ok := slices.BinarySearch(s.keys, key); ok {
		s.keys = slices.Delete(s.keys, i, i+1)
		delete(s.values, key)
	}
}
