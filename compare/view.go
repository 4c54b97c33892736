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
	row    int
	marks  []mark            // by key
	known  map[pairing]int32 // how alike its sentence and others are
	sights []sight           // by sentence of the story
	now    int32             // the number of v's sentence among those that were

	// Of match, to be used again: by row the weight of what it shares with v's, those
	// that share any, and those that are likely to say the same.
	weighed []int32
	touched []int32
	list    []candidate
}

// mark is what one key weighs, in hundredths of a bit, where the row, its sentence or
// the sentences around have it; else 0.
type mark struct{ word, name, sentence, around int16 }

// sight is what another sentence has in common with v's: the share of the keys of the
// lighter one, by weight, that the other has, and the Dice coefficient, by weight, of
// the keys of both and their neighbours, in thousandths.
type sight struct {
	of             int32 // which sentence of v it was, by now
	within, around int16
}

func (t *table) view() *view {
	return &view{table: t, row: -1, marks: make([]mark, len(t.names)), sights: make([]sight, t.firstSentence[len(t.docs)]), known: map[pairing]int32{}, weighed: make([]int32, len(t.rows))}
}

// at makes v the view of a row.
func (v *view) at(row int) {
	r, last := &v.rows[row], v.row
	v.row = row
	if last < 0 || v.rows[last].doc != r.doc || v.rows[last].Sentence != r.Sentence {
		if last >= 0 {
			for _, k := range v.surroundOf(&v.rows[last]).keys {
				v.marks[k] = mark{}
			}
		}
		v.now++
		clear(v.known)
		for _, k := range v.surroundOf(r).keys {
			v.marks[k].around = int16(v.weight[k])
		}
		for _, k := range v.sentenceOf(r).keys {
			v.marks[k].sentence = int16(v.weight[k])
		}
	} else {
		for _, k := range v.rows[last].keys {
			v.marks[k].word, v.marks[k].name = 0, 0
		}
	}
	for _, k := range r.keys {
		switch v.names[k][0] {
		case '@':
			v.marks[k].name = int16(v.weight[k])
		case '#':
		default:
			v.marks[k].word = int16(v.weight[k])
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

// look returns what the sentence of a row has in common with v's.
func (v *view) look(r *row) *sight {
	at := &v.sights[v.firstSentence[r.doc]+r.Sentence]
	if at.of == v.now {
		return at
	}
	a, b := v.sentenceOf(&v.rows[v.row]), v.sentenceOf(r)
	met := 0
	for _, k := range b.keys {
		met += int(v.marks[k].sentence)
	}
	within := 1000 * met / max(1, min(a.weight, b.weight))
	a, b = v.surroundOf(&v.rows[v.row]), v.surroundOf(r)
	met = 0
	for _, k := range b.keys {
		met += int(v.marks[k].around)
	}
	*at = sight{v.now, int16(within), int16(2000 * met / max(1, a.weight+b.weight))}
	return at
}

// holds reports whether v's row has a word.
func (v *view) holds(word int32) bool { return v.marks[word].word > 0 }

// sentenceOf returns the sentence that a row stands in, surroundOf the sentence and
// its neighbours.
func (t *table) sentenceOf(r *row) *passage { return &t.sentence[r.doc][r.Sentence] }
func (t *table) surroundOf(r *row) *passage { return &t.surround[r.doc][r.Sentence] }
