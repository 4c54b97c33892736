package neural

import "synoptic/analyze/weight"

// Encoder tells of each word what stands around it: what is known of each is read
// from left to right and from right to left by simple recurrent units (Lei, Zhang,
// Wang, Dai and Artzi 2018), in some layers.
type Encoder struct {
	// Width is how many numbers it tells of a word.
	Width int

	words  weight.Table // by the hash of a norm: its row in the first table
	tables []rows
	start  []int16 // stands before the first word
	layers []layer
}

// rows holds rows of numbers; the first is for what is unknown.
type rows struct {
	width int
	shift uint // by which a number is raised to units
	bytes []byte
}

// put writes a row to x and returns what is behind it.
func (r *rows) put(row int, x []int16) []int16 {
	for i, b := range r.bytes[row*r.width:][:r.width] {
		x[i] = int16(int8(b)) << r.shift
	}
	return x[r.width:]
}

// layer reads from left to right and from right to left.
type layer struct {
	width int // of either direction
	// ways have three outputs for each unit: what it takes in, how much it
	// forgets and how much it shows; a fourth stands in for the input that it
	// shows else where that is of another width.
	ways  [2]*Matrix
	skips bool // has the fourth
}

// Scratch is room for one text after another.
type Scratch struct {
	Sums

	x, y, skip []int16
	held       []int32
}

// Begin makes room for n words, counted from 1.
func (e *Encoder) Begin(n int, s *Scratch) {
	copy(Grown(&s.x, (n+1)*len(e.start)), e.start)
}

// Put says what is known of word i, by its hash and its row in each table but the
// first.
func (e *Encoder) Put(i int, hash uint32, known []int, s *Scratch) {
	x := s.x[i*len(e.start):][:len(e.start)]
	row := 0
	if found := e.words.Find(hash); found.N != 0 {
		row = int(found.Start)
	}
	x = e.tables[0].put(row, x)
	for k, row := range known {
		x = e.tables[k+1].put(row, x)
	}
}

// Read returns Width numbers for each of n words that were put, and before these
// as many for what stands before them.
func (e *Encoder) Read(n int, s *Scratch) []int16 {
	for i := range e.layers {
		l := &e.layers[i]
		l.read(n+1, s.x, Grown(&s.y, (n+1)*2*l.width), s)
		s.x, s.y = s.y, s.x
	}
	return s.x
}

// read runs layer l over n vectors in x, one behind the other, and writes what it
// shows to y.
func (l *layer) read(n int, x, y []int16, s *Scratch) {
	h := l.width
	held := Grown(&s.held, h)
	for way, m := range l.ways {
		sums, room := m.sums(x, n, &s.Sums), m.room()
		clear(held)
		for i := range n {
			if way == 1 {
				i = n - 1 - i
			}
			word := sums[i*room:][:m.Out]
			skip := x[i*m.In:][:m.In]
			if l.skips {
				skip = Grown(&s.skip, h)
				for k, sum := range word[3*h:] {
					skip[k] = int16(brought(sum, m.times[3*h+k], m.plus[3*h+k]) >> 5)
				}
			} else {
				skip = skip[way*h:]
			}
			step(held, word, m.times, m.plus, skip, y[(2*i+way)*h:][:h])
		}
	}
}
