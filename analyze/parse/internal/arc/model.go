package arc

import (
	"encoding/binary"
	"errors"
	"slices"

	"synoptic/analyze/weight"
)

// Model is a trained parser. It is safe for use by several at once.
type Model struct {
	Relations []string
	allowed   [2][]uint8 // relations of tokens before their heads, and behind
	// moves and labels are tables of features. The highest bits of a key say where
	// it is, or behind it in the order of the keys; a free place ends the search.
	moves  []moveSlot
	labels []labelSlot
	shift  uint8 // of the keys of moves
	lshift uint8 // of those of labels
	votes  []Vote
}

// moveSlot is a feature with what it says for each move but Shift, against
// which the others are weighed.
type moveSlot struct {
	key     uint32
	weights Weights
}

type labelSlot struct {
	key   uint32
	start uint32 // in votes
	n     uint32
}

// Weights are what a feature says for Reduce, Left and Right against Shift.
type Weights [Moves - 1]int8

// Vote is what a feature says for or against a relation.
type Vote struct {
	Relation uint8
	Weight   int8
}

// MoveFeature is a feature of a model as it is packed.
type MoveFeature struct {
	Key     uint32
	Weights Weights
}

// LabelFeature is a feature that tells relations, as it is packed.
type LabelFeature struct {
	Key   uint32
	Votes []Vote
}

// Parts are what a model is made of, in a form for packing. Features are in
// order of their keys, each at most once; the key 0 does not occur.
type Parts struct {
	Relations []string
	Allowed   [2][]uint8
	Moves     []MoveFeature
	Labels    []LabelFeature
}

// Append packs p after b.
func (p *Parts) Append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(p.Relations)))
	for _, r := range p.Relations {
		b = append(b, byte(len(r)))
		b = append(b, r...)
	}
	for _, list := range p.Allowed {
		b = binary.AppendUvarint(b, uint64(len(list)))
		b = append(b, list...)
	}
	b = binary.AppendUvarint(b, uint64(len(p.Moves)))
	last := uint32(0)
	for _, f := range p.Moves {
		b = binary.AppendUvarint(b, uint64(f.Key-last))
		last = f.Key
	}
	for _, f := range p.Moves {
		for _, w := range f.Weights {
			b = append(b, byte(w))
		}
	}
	total := 0
	for _, f := range p.Labels {
		total += len(f.Votes)
	}
	b = binary.AppendUvarint(b, uint64(len(p.Labels)))
	b = binary.AppendUvarint(b, uint64(total))
	last = 0
	for _, f := range p.Labels {
		b = binary.AppendUvarint(b, uint64(f.Key-last))
		last = f.Key
	}
	for _, f := range p.Labels {
		b = append(b, byte(len(f.Votes)))
	}
	for _, f := range p.Labels {
		for _, v := range f.Votes {
			b = append(b, v.Relation, byte(v.Weight))
		}
	}
	return b
}

var errModel = errors.New("the parser's model is damaged")

// Read unpacks a model.
func Read(packed []byte) (*Model, error) {
	r := &weight.Reader{Rest: packed}
	m := &Model{}
	for range r.Count() {
		m.Relations = append(m.Relations, string(r.Bytes(int(r.Bytes(1)[0]))))
	}
	for i := range m.allowed {
		m.allowed[i] = r.Bytes(r.Count())
		if len(m.allowed[i]) == 0 {
			return nil, errModel
		}
		for _, l := range m.allowed[i] {
			if int(l) >= len(m.Relations) {
				return nil, errModel
			}
		}
	}
	keys := r.Keys(r.Count())
	weights := r.Bytes((Moves - 1) * len(keys))
	if r.Bad || slices.Contains(keys, 0) {
		return nil, errModel
	}
	m.shift = shiftFor(len(keys))
	m.moves = make([]moveSlot, 1<<(32-m.shift)+len(keys)+1)
	at := -1
	for i, k := range keys {
		at = max(at+1, int(k>>m.shift))
		w := weights[(Moves-1)*i:]
		m.moves[at] = moveSlot{k, Weights{int8(w[0]), int8(w[1]), int8(w[2])}}
	}
	return m, m.readLabels(r)
}

func (m *Model) readLabels(r *weight.Reader) error {
	n, total := r.Count(), r.Count()
	keys := r.Keys(n)
	lengths, votes := r.Bytes(n), r.Bytes(2*total)
	if r.Bad || slices.Contains(keys, 0) {
		return errModel
	}
	m.votes = make([]Vote, total)
	for i := range m.votes {
		m.votes[i] = Vote{votes[2*i], int8(votes[2*i+1])}
		if int(m.votes[i].Relation) >= len(m.Relations) {
			return errModel
		}
	}
	m.lshift = shiftFor(n)
	m.labels = make([]labelSlot, 1<<(32-m.lshift)+n+1)
	start, at := uint32(0), -1
	for i, k := range keys {
		at = max(at+1, int(k>>m.lshift))
		m.labels[at] = labelSlot{k, start, uint32(lengths[i])}
		if start += uint32(lengths[i]); int(start) > total {
			return errModel
		}
	}
	return nil
}

// shiftFor returns how far keys are shifted to be places in a table with room
// for n of them.
func shiftFor(n int) uint8 {
	shift := uint8(28)
	for 1<<(32-shift) < n+n/2+1 {
		shift--
	}
	return shift
}

// Scratch is room for parsing that can be used again.
type Scratch struct {
	State    State
	Sentence Sentence
	keys     []uint32
	slots    []moveSlot // where keys should be
	labels   []labelSlot
	scores   []int32
}

// Parse parses the words of x.Sentence and leaves the tree in x.State.
func (m *Model) Parse(x *Scratch) {
	s := &x.State
	s.Start(len(x.Sentence.Index))
	for !s.Done() {
		move, only := s.Only()
		if !only {
			x.keys = Features(s, &x.Sentence, x.keys[:0])
			move = Best(s, m.weigh(x))
		}
		relation := uint8(0)
		if move >= Left {
			x.keys = LabelFeatures(s, &x.Sentence, move, x.keys[:0])
			relation = m.relation(x, m.allowed[move-Left])
		}
		s.Do(move, relation)
	}
}

// weigh adds up what the features say for each move. The places where they
// should be are read first and looked at then, so that the memory is waited for once.
func (m *Model) weigh(x *Scratch) (sums [Moves]int32) {
	x.slots = x.slots[:0]
	for _, k := range x.keys {
		x.slots = append(x.slots, m.moves[k>>m.shift])
	}
	var a, b, c int32
	for i, k := range x.keys {
		slot := x.slots[i]
		for at := int(k >> m.shift); slot.key != k && slot.key != 0; slot = m.moves[at] {
			at++
		}
		// Free places weigh nothing.
		a += int32(slot.weights[0])
		b += int32(slot.weights[1])
		c += int32(slot.weights[2])
	}
	return [Moves]int32{0, a, b, c}
}

// Best returns the move with the highest sum of those that can be made, the
// first of several alike.
func Best(s *State, sums [Moves]int32) Move {
	best := Move(Moves)
	for m := range Move(Moves) {
		if s.Can(m) && (best == Moves || sums[m] > sums[best]) {
			best = m
		}
	}
	return best
}

// relation returns the relation that most is said for among those allowed.
func (m *Model) relation(x *Scratch, allowed []uint8) uint8 {
	x.scores = filled(x.scores, len(m.Relations), 0)
	x.labels = x.labels[:0]
	for _, k := range x.keys {
		x.labels = append(x.labels, m.labels[k>>m.lshift])
	}
	for i, k := range x.keys {
		slot := x.labels[i]
		for at := int(k >> m.lshift); slot.key != k && slot.key != 0; slot = m.labels[at] {
			at++
		}
		for _, v := range m.votes[slot.start : slot.start+slot.n] {
			x.scores[v.Relation] += int32(v.Weight)
		}
	}
	return Top(x.scores, allowed)
}

// Top returns the relation with the highest score among those allowed, the
// first of several alike.
func Top(scores []int32, allowed []uint8) uint8 {
	best := allowed[0]
	for _, r := range allowed[1:] {
		if scores[r] > scores[best] {
			best = r
		}
	}
	return best
}
