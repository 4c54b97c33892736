// Package neural reads words with small recurrent networks, for the steps that
// learn what to see in them. Products of vectors are of whole numbers and the rest
// is rounded alike everywhere, so the same words give the same numbers on every
// processor.
package neural

import (
	"encoding/binary"
	"math"

	"synoptic/analyze/weight"
)

// Reader takes networks off a packed model.
type Reader struct{ weight.Reader }

// Strings reads names.
func (r *Reader) Strings() []string {
	list := make([]string, r.Count())
	for i := range list {
		list[i] = string(r.Bytes(r.Count()))
	}
	return list
}

// Numbers reads names, which are numbered from 1.
func (r *Reader) Numbers() map[string]int {
	number := map[string]int{}
	for i, s := range r.Strings() {
		number[s] = i + 1
	}
	return number
}

// Floats reads n numbers of 32 bits.
func (r *Reader) Floats(n int) []float32 {
	list := make([]float32, n)
	if len(r.Rest) < 4*n {
		r.Bad = true
		return list
	}
	for i := range list {
		list[i] = math.Float32frombits(binary.LittleEndian.Uint32(r.Bytes(4)))
		r.Bad = r.Bad || !(math.Abs(float64(list[i])) < 1e6)
	}
	return list
}

// Matrix reads a matrix for vectors of in numbers, which is even.
func (r *Reader) Matrix(in, out int) *Matrix {
	m := &Matrix{In: in, Out: out}
	if r.Bad || in%2 != 0 || in == 0 || out == 0 || in*m.room() > len(r.Rest) {
		r.Bad = true
		return m
	}
	m.weights = make([]int16, in*m.room())
	for i, b := range r.Bytes(len(m.weights)) {
		m.weights[i] = int16(int8(b))
	}
	m.scale, m.bias = r.Floats(out), r.Floats(out)
	m.times, m.plus = make([]int32, out), make([]int32, out)
	for i := range out {
		times, plus := float64(m.scale[i])*fine*(1<<finer), float64(m.bias[i])*fine
		r.Bad = r.Bad || math.Abs(times) > math.MaxInt32 || math.Abs(plus) > math.MaxInt32
		m.times[i], m.plus[i] = int32(times), int32(plus)
	}
	return m
}

// Encoder reads an encoder whose words are told by a table of words and others,
// each of as many rows or more as least says.
func (r *Reader) Encoder(least ...int) *Encoder {
	e := &Encoder{}
	keys := r.Keys(r.Count())
	e.words = weight.NewTable(len(keys))
	for i, k := range keys {
		e.words.Put(weight.Slot{Key: k, Start: uint32(i + 1), N: 1})
	}
	width := 0
	for _, n := range append([]int{len(keys) + 1}, least...) {
		t := r.rows(n)
		e.tables = append(e.tables, t)
		width += t.width
	}
	e.start = make([]int16, width)
	if start := r.rows(1); start.width == width {
		start.put(0, e.start)
	} else {
		r.Bad = true
	}
	e.layers = make([]layer, min(r.Count(), 8))
	for i := range e.layers {
		l := &e.layers[i]
		l.width = r.Count()
		l.skips = 2*l.width != width
		outs := 3 * l.width
		if l.skips {
			outs = 4 * l.width
		}
		for way := range l.ways {
			l.ways[way] = r.Matrix(width, outs)
		}
		width = 2 * l.width
	}
	r.Bad = r.Bad || len(e.layers) == 0
	e.Width = width
	return e
}

func (r *Reader) rows(n int) rows {
	width, shift := r.Count(), r.Uvarint()
	if shift > 8 || width > len(r.Rest)/max(n, 1) {
		r.Bad = true
		return rows{}
	}
	return rows{width, uint(shift), r.Bytes(n * width)}
}
