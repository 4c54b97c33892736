package numeral

import (
	"strings"

	"synoptic/analyze/doc"
	"synoptic/lang"
	"synoptic/span"
)

// AppendApart is Append for a text that was cut into tokens (doc.Apart): it puts
// together what stands apart there and is read as one elsewhere.
func AppendApart(atoms []Atom, d *doc.Doc, r span.Range) []Atom {
	n := len(atoms)
	atoms = Append(atoms, d, r)
	j := joiner{d: d, atoms: atoms[n:]}
	out := atoms[:n]
	for i := 0; i < len(j.atoms); {
		a, end := j.join(i)
		out = append(out, a) // never past what has been read
		i = end
	}
	return out
}

// joiner joins the atoms of one sentence.
type joiner struct {
	d     *doc.Doc
	atoms []Atom
	glue  int // the atom that belongs to the one before it
}

// join returns the atom that begins at i and the one after it.
func (j *joiner) join(i int) (a Atom, end int) {
	a, end = j.atoms[i], i+1
	a.Glued = a.Glued || i > 0 && i == j.glue
	switch a.Kind {
	case Digits:
		end = j.digits(i)
		a.Word = joined(j.atoms[i:end])
	case Word:
		end = j.letters(i)
		a.Word = joined(j.atoms[i:end])
		a.Glued = a.Glued || a.Word[0] == '\'' && i > 0 // "Monday 's"
	case Mark:
		if j.ties(i) {
			a.Glued = true
			j.glue = i + 1
		}
	}
	last := &j.atoms[end-1]
	a.End, a.Last = last.End, last.Last
	return a, end
}

func joined(atoms []Atom) string {
	if len(atoms) == 1 {
		return atoms[0].Word
	}
	var b strings.Builder
	for i := range atoms {
		b.WriteString(atoms[i].Word)
	}
	return b.String()
}

// is reports whether atom i is the word or mark w, one blank or nothing after
// the atom before it.
func (j *joiner) is(i int, w string) bool { return j.next(i) && j.atoms[i].Word == w }

func (j *joiner) next(i int) bool {
	return i > 0 && i < len(j.atoms) && j.atoms[i].Start-j.atoms[i-1].End <= 1
}

// digits reads "100 , 000" and "4 . 6" at atom i. A day of a month ends before
// either: "on June 4 , 600 people".
func (j *joiner) digits(i int) (end int) {
	end = i + 1
	if i > 0 && j.month(j.atoms[i-1].Word) || strings.ContainsAny(j.atoms[i].Word, ".") || len(j.atoms[i].Word) > 3 {
		return end
	}
	plain := func(k, width int) bool {
		return j.next(k) && j.atoms[k].Kind == Digits && len(j.atoms[k].Word) <= width && !strings.ContainsAny(j.atoms[k].Word, ".,")
	}
	for j.is(end, ",") && plain(end+1, 3) && len(j.atoms[end+1].Word) == 3 {
		end += 2
	}
	if j.is(end, ".") && plain(end+1, 2) && !(j.is(end+2, ".") && plain(end+3, 4)) {
		end += 2
	}
	return end
}

// letters reads "a . m ." and the point of "Jan . 5" at atom i.
func (j *joiner) letters(i int) (end int) {
	end = i + 1
	if len(j.atoms[i].Word) == 1 {
		for k := i; k < len(j.atoms) && j.atoms[k].Kind == Word && len(j.atoms[k].Word) == 1 && (k == i || j.next(k)) && j.is(k+1, "."); k += 2 {
			end = k + 2
		}
		if end == i+2 {
			end = i + 1 // a single initial
		}
		return end
	}
	if j.month(j.atoms[i].Word) && j.is(end, ".") && end+1 < len(j.atoms) && j.atoms[end+1].Kind == Digits {
		end++
	}
	return end
}

func (j *joiner) month(word string) bool {
	for _, w := range j.d.Lang.Time.Words[strings.TrimSuffix(word, ".")] {
		if w.Kind == lang.Month {
			return true
		}
	}
	return false
}

// ties reports whether the mark at atom i joins a number to what follows: the
// hyphen of "30 - day" and "twenty - one", the colon of "2 : 09", the stroke of
// "6 / 13".
func (j *joiner) ties(i int) bool {
	if !j.next(i) || !j.next(i+1) {
		return false
	}
	before, after := &j.atoms[i-1], &j.atoms[i+1]
	number := before.Kind == Digits
	switch j.atoms[i].Word {
	case ":":
		return number && len(before.Word) <= 2 && after.Kind == Digits && len(after.Word) == 2
	case "/":
		return number && after.Kind == Digits
	case "-":
		if after.Kind == Mark || after.Kind == Opaque || after.Kind == Word && (upper(j.d.Text[after.Start]) || j.d.Tokens[after.Token].XPOS == "NNS") {
			return false // a dash: "it took 30 - days went by"
		}
		return number || before.Kind == Word && (j.d.Lang.Quantity.Numbers[before.Word].Kind != 0 || i-1 == j.glue && i > 1)
	}
	return false
}

func upper(c byte) bool { return 'A' <= c && c <= 'Z' }
