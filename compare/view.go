package compare

// passage is a sentence, or one with its neighbours.
type passage struct {
	keys   []int32 // sorted, without repeats
	weight int     // sum over keys
}

// view is a row laid out by key, so that what others have in common with it is a sum
// over their keys.
type view struct {
	*table
	row   int
	marks []mark            // by key
	known map[pairing]int32 // how alike its sentence and others are
}

// mark is what one key weighs, in hundredths of a bit, where the row, its sentence or
// the sentences around have it; else 0.
type mark struct{ word, name, sentence, around int32 }

func (t *table) view() *view { return &view{t, -1, make([]mark, len(t.names)), map[pairing]int32{}} }

// at makes v the view of a row.
func (v *view) at(row int) {
	if v.row >= 0 {
		for _, k := range v.around(&v.rows[v.row]).keys {
			v.marks[k] = mark{}
		}
	}
	v.row = row
	r := &v.rows[row]
	for _, k := range v.around(r).keys {
		v.marks[k].around = int32(v.weight[k])
	}
	for _, k := range v.sentenceOf(r).keys {
		v.marks[k].sentence = int32(v.weight[k])
	}
	for _, k := range r.keys {
		switch v.names[k][0] {
		case '@':
			v.marks[k].name = int32(v.weight[k])
		case '#':
		default:
			v.marks[k].word = int32(v.weight[k])
		}
	}
}

// shared returns the weight of the words and of the names that a row has in common
// with v's.
func (v *view) shared(r *row) (words, names int) {
	for _, k := range r.keys {
		words += int(v.marks[k].word)
		names += int(v.marks[k].name)
	}
	return words, names
}

// within is the share of the keys of the lighter sentence, by weight, that the other
// has, in thousandths.
func (v *view) within(r *row) int {
	a, b := v.sentenceOf(&v.rows[v.row]), v.sentenceOf(r)
	met := 0
	for _, k := range b.keys {
		met += int(v.marks[k].sentence)
	}
	return 1000 * met / max(1, min(a.weight, b.weight))
}

// dice is the Dice coefficient, by weight, of the keys of both sentences and their
// neighbours, in thousandths.
func (v *view) dice(r *row) int {
	a, b := v.around(&v.rows[v.row]), v.around(r)
	met := 0
	for _, k := range b.keys {
		met += int(v.marks[k].around)
	}
	return 2000 * met / max(1, a.weight+b.weight)
}

// sentenceOf returns the sentence that a row stands in, around the sentence and its
// neighbours.
func (t *table) sentenceOf(r *row) *passage { return &t.sentence[r.doc][r.Sentence] }
func (t *table) around(r *row) *passage     { return &t.surround[r.doc][r.Sentence] }
