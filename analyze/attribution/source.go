package attribution

import "synoptic/span"

// subjectBefore returns the noun phrase that ends right before token end and
// does not reach before from, with its apposition or relative clause and the
// comma that closes it, as the subject of a verb there; empty when there is
// none.
func (r *reader) subjectBefore(end, from int) span.Range {
	i := end - 1
	for i > from && r.upos(i) == "ADV" && r.xpos(i) == "RB" {
		i--
	}
	i = r.beforeTime(i, from)
	if i < from {
		return span.Range{}
	}
	switch r.norm(i) {
	case ")":
		for k := i - 1; k > from && k > i-20; k-- {
			if r.norm(k) == "(" {
				if np := r.phraseBefore(k, from); !np.Empty() {
					return span.Range{From: np.From, To: i + 1}
				}
				break
			}
		}
		return span.Range{}
	case ",", "—", "–", "--", "-":
		if i > from && r.norm(i-1) == ")" {
			if np := r.subjectBefore(i, from); !np.Empty() {
				return span.Range{From: np.From, To: i + 1}
			}
		}
		return r.appositionBefore(i, from)
	}
	return r.phraseBefore(i+1, from)
}

// beforeTime passes back over a phrase of time that ends at token i: "Lee on
// Monday said", "Lee last month said".
func (r *reader) beforeTime(i, from int) int {
	k := i
	for k > from && (r.l.Times.Has(r.norm(k)) || r.upos(k) == "NUM" && k < i) && !r.l.Impersonal.Has(r.norm(k)) {
		k--
	}
	if k < i && k > from && r.upos(k) == "ADP" {
		k--
	} else if k < i && !r.nominal(k) && r.norm(k) != "," && r.norm(k) != ")" {
		return i
	}
	return k
}

// appositionBefore returns the subject whose apposition or relative clause is
// closed by the mark at close: "Ann Lee, who runs the bank,".
func (r *reader) appositionBefore(close, from int) span.Range {
	if at := r.sinceQuote(close, from); !at.Empty() {
		return at
	}
	seen, spare := 0, span.Range{}
	for k := close - 1; k > from && seen < 4; k-- {
		if r.spoken[k] >= 0 {
			break
		}
		if r.norm(k) != r.norm(close) {
			continue
		}
		seen++
		if !r.appositive(k+1, close) {
			continue
		}
		np := r.phraseBefore(k, from)
		if np.Empty() || np.From > from && r.upos(np.From-1) == "ADP" {
			continue
		}
		// "Ann Lee, 35, a teacher,": go on to the name; not from "a spokesman
		// for the port, Ann Lee,", which has it.
		if np.From-1 > from && r.norm(np.From-1) == r.norm(close) && r.lower(np.From) && !(r.upos(k+1) == "PROPN" && r.upos(np.From) == "DET") {
			if spare.Empty() {
				spare = span.Range{From: np.From, To: close + 1}
			}
			continue
		}
		return span.Range{From: np.From, To: close + 1}
	}
	return spare
}

// sinceQuote returns all that stands between a quotation with a comma at its
// end and the comma at close when it begins like a subject and has no main verb.
func (r *reader) sinceQuote(close, from int) span.Range {
	for k := close - 1; k >= from; k-- {
		if r.spoken[k] < 0 {
			if r.finite(k) && !r.relativeVerb(k, from) {
				return span.Range{}
			}
			continue
		}
		if n := r.quoteBefore(k + 1); n >= 0 && close-k > 3 && r.speechQuote(n, k+1) && (r.inside(k+1) || r.nominal(k+1)) {
			return span.Range{From: k + 1, To: close + 1}
		}
		break
	}
	return span.Range{}
}

// capital reports whether token i begins with a capital letter.
func (r *reader) capital(i int) bool {
	c := r.d.Word(i)[0]
	return c >= 'A' && c <= 'Z'
}

// lower reports whether token i begins with a small letter or a digit.
func (r *reader) lower(i int) bool {
	c := r.d.Word(i)[0]
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
}

// appositive reports whether tokens [from, to) can describe the noun before
// them: a relative clause or a noun phrase without a finite verb of its own.
func (r *reader) appositive(from, to int) bool {
	if from >= to {
		return false
	}
	first := r.norm(from)
	if r.l.Relatives.Has(first) && first != "that" {
		return true
	}
	if r.upos(from) == "ADP" && from+1 < to && r.l.Relatives.Has(r.norm(from+1)) {
		return true
	}
	for i := from; i < to; i++ {
		if r.finite(i) {
			rel := false
			for k := from; k < i; k++ {
				rel = rel || r.l.Relatives.Has(r.norm(k))
			}
			if !rel {
				return false
			}
			break
		}
	}
	switch r.upos(from) {
	case "DET", "NUM", "ADJ", "NOUN", "PROPN", "PRON", "ADV":
		return !r.l.Times.Has(first) || r.upos(from) == "DET"
	case "VERB":
		return r.xpos(from) == "VBN" || r.xpos(from) == "VBG"
	case "ADP":
		return to-from <= 14
	}
	return false
}

// phraseBefore returns the noun phrase that ends right before token end.
func (r *reader) phraseBefore(end, from int) span.Range {
	last := end - 1
	if last < from {
		return span.Range{}
	}
	if r.mark(last) && r.spoken[last] < 0 { // "The Hill"
		last--
	}
	if last < from || r.spoken[last] >= 0 && r.spoken[last] != r.spokenAt(end) {
		return span.Range{}
	}
	if r.upos(last) == "PRON" && r.xpos(last) != "PRP$" || r.l.Relatives.Has(r.norm(last)) && r.upos(last) != "DET" {
		return span.Range{From: last, To: end}
	}
	if !r.nominal(last) && r.upos(last) != "ADJ" && r.upos(last) != "DET" && r.upos(last) != "X" && r.upos(last) != "SYM" {
		return span.Range{}
	}
	start, joined, listed := last, -1, -1
	quote := r.spoken[last]
scan:
	for start > from {
		p := start - 1
		if r.spoken[p] != quote {
			break
		}
		switch {
		case r.inside(p) || r.mark(p) && r.spoken[p] < 0 && p > from && !r.verbal(p-1):
			start = p
		case r.l.Subordinators.Has(r.norm(p)) || r.l.Complementizers.Has(r.norm(p)) || r.upos(p) == "SCONJ":
			break scan
		case r.upos(p) == "ADP":
			if p > from+1 && !r.says(p-1) && (r.xpos(p-1) == "VBN" || r.xpos(p-1) == "VBD") && r.nominal(p-2) {
				start = p - 1 // "a video posted by state media"
				continue
			}
			if p > from && (r.nominal(p-1) || r.upos(p-1) == "ADJ" && p-1 > from && r.nominal(p-2)) && !r.l.Times.Has(r.norm(p-1)) {
				start = p
				continue
			}
			break scan
		case r.upos(p) == "CCONJ":
			if joined >= 0 && (p == from || !r.nominal(p-1)) {
				start = p // "both Rome and Paris"
				break scan
			}
			if p > from && (r.nominal(p-1) || r.norm(p-1) == ",") && joined < 0 {
				joined = start
				start = p
				if r.norm(p-1) == "," {
					start = p - 1
				} else if r.upos(p-1) == "PRON" {
					start = p - 1
					break scan
				}
				continue
			}
			break scan
		case (r.xpos(p) == "VBN" || r.xpos(p) == "VBG" || r.xpos(p) == "VBD") && r.upos(p) == "VERB":
			// "documents released by", "suspected rebels"
			if p > from && r.nominal(p-1) && r.xpos(p) != "VBD" {
				start = p
				continue
			}
			if p > from && (r.upos(p-1) == "DET" || r.upos(p-1) == "ADJ" || r.xpos(p-1) == "POS" || r.xpos(p-1) == "PRP$") && r.xpos(p) != "VBD" {
				start = p
				continue
			}
			if rel := r.relativeBefore(p, from); rel >= 0 {
				start = rel
				continue
			}
			break scan
		case r.verbal(p) && p > from && (r.norm(p-1) == "," || r.xpos(p-1) == "POS") && start == p+1 && (r.xpos(p) == "VB" || r.xpos(p) == "VBP") && r.upos(start) == "NOUN":
			start = p // a noun that the tagger took for a verb: ", transport ministry spokesman"
		case r.verbal(p):
			if rel := r.relativeBefore(p, from); rel >= 0 {
				start = rel
				continue
			}
			break scan
		case r.norm(p) == "," && joined >= 0 && p > from && r.nominal(p-1) && r.item(p+1, joined):
			if listed < 0 {
				listed = start
			}
			start = p
		default:
			break scan
		}
	}
	// The nouns before "and", or before a comma, may belong to an earlier verb.
	if joined >= 0 && !r.opensClause(start, from) {
		start = joined
		if listed >= 0 {
			start = listed
		}
	}
	return r.trim(span.Range{From: start, To: end})
}

// says reports whether token i is a form that only stands for saying.
func (r *reader) says(i int) bool {
	_, ok := r.l.Always[r.norm(i)]
	return ok
}

func (r *reader) spokenAt(i int) int {
	if i < len(r.spoken) {
		return r.spoken[i]
	}
	return -1
}

// opensClause reports whether a subject can begin at start: nothing before it
// takes it as an object.
func (r *reader) opensClause(start, from int) bool {
	if start <= from {
		return true
	}
	p := start - 1
	return !r.verbal(p) && r.upos(p) != "ADP" && r.upos(p) != "SCONJ" && r.spoken[p] == r.spoken[start] && !r.mark(p)
}

// item reports whether [from, to) is one short item of a list.
func (r *reader) item(from, to int) bool {
	for i := from; i < to; i++ {
		if r.verbal(i) {
			return false
		}
	}
	return to-from <= 12
}

// relativeBefore returns the relative pronoun right before the verb group of
// the verb at i when a noun stands before it; else -1.
func (r *reader) relativeBefore(i, from int) int {
	g := r.verbGroup(i, from)
	p := g.From - 1
	if p > from && r.l.Relatives.Has(r.norm(p)) && (r.nominal(p-1) || r.norm(p-1) == ",") {
		if r.norm(p-1) == "," {
			return -1
		}
		return p
	}
	return -1
}

// trim cuts what cannot begin a subject: conjunctions, adverbs, and a phrase
// of time or manner that runs into it ("On Tuesday Ann Lee").
func (r *reader) trim(np span.Range) span.Range {
	afterPrep := np.From > 0 && r.upos(np.From-1) == "ADP"
	if afterPrep {
		for k := np.From + 1; k < np.To; k++ {
			fresh := r.upos(k) == "DET" || r.xpos(k) == "PRP$" || r.upos(k) == "PRON"
			if fresh && (r.upos(k-1) == "NOUN" || r.upos(k-1) == "PROPN" || r.upos(k-1) == "NUM") {
				np.From = k
				break
			}
		}
		for np.Len() > 1 && r.l.Times.Has(r.norm(np.From)) {
			np.From++
		}
		for np.Len() > 1 && r.upos(np.From) == "NUM" && np.From > 1 && r.l.Times.Has(r.norm(np.From-1)) {
			np.From++
		}
	}
	for np.Len() > 1 {
		switch r.upos(np.From) {
		case "CCONJ":
			if joins(r, np) {
				break
			}
			np.From++
			continue
		case "ADV", "PUNCT", "ADP", "PART", "SCONJ", "INTJ":
			if r.upos(np.From) == "ADV" && r.upos(np.From+1) == "NUM" {
				break
			}
			np.From++
			continue
		}
		break
	}
	if np.Len() == 1 && !r.nominal(np.From) && r.upos(np.From) != "DET" && r.upos(np.From) != "ADJ" {
		return span.Range{}
	}
	if np.Len() >= 1 && r.l.Times.Has(r.norm(np.To-1)) && r.upos(np.To-1) != "PROPN" {
		return span.Range{}
	}
	return np
}

// joins reports whether np begins with the first half of "both … and".
func joins(r *reader, np span.Range) bool {
	for i := np.From + 1; i < np.To; i++ {
		if r.upos(i) == "CCONJ" {
			return r.nominal(np.From + 1)
		}
	}
	return false
}

// phraseAfter returns the noun phrase that begins at token i, with what hangs
// on it, and does not reach to: the source of "according to" and, when said,
// of a verb that stands before its subject.
func (r *reader) phraseAfter(i, to int, said bool) span.Range {
	if i >= to || r.spoken[i] >= 0 {
		return span.Range{}
	}
	if r.upos(i) == "PRON" && r.xpos(i) == "PRP" {
		return span.Range{From: i, To: i + 1}
	}
	if !r.inside(i) && !r.nominal(i) && r.upos(i) != "VERB" {
		return span.Range{}
	}
	end, nouns := i, 0
scan:
	for end < to && r.spoken[end] < 0 {
		n := r.norm(end)
		switch {
		case r.l.Relatives.Has(n) && r.upos(end) != "DET":
			// A relative clause reaches to the next comma.
			for end < to && r.norm(end) != "," && r.spoken[end] < 0 {
				end++
			}
			break scan
		case r.nominal(end) || end > i && r.capital(end) && (r.capital(end-1) || r.upos(end-1) == "ADP" || r.upos(end-1) == "DET"):
			if said && nouns > 0 && r.l.Times.Has(n) && r.upos(end) != "NUM" && r.norm(end-1) != "-" && !r.nominalNext(end, to) && r.xpos(end-1) != "POS" && r.upos(end-1) != "ADP" {
				break scan // "said Ann Lee Tuesday"
			}
			nouns++
		case n == ",":
			if !r.describes(end+1, to) {
				break scan
			}
		case r.upos(end) == "ADP":
			if r.circumstance(end, to, said) {
				break scan
			}
		case r.inside(end), r.upos(end) == "CCONJ" && end+1 < to && (r.inside(end+1) || r.nominal(end+1)) && !r.conjoinedClause(end, to):
		case r.xpos(end) == "VBN", r.xpos(end) == "VBG" && nouns == 0, r.xpos(end) == "VBD" && nouns > 0 && end+1 < to && r.upos(end+1) == "ADP":
		case r.xpos(end) == "VBG" && nouns > 0 && r.norm(end-1) != ",":
		case r.upos(end) == "ADV" && end+1 < to && (r.upos(end+1) == "ADJ" || r.xpos(end+1) == "VBN" || r.xpos(end-1) == "POS" && r.inside(end+1)):
		case r.mark(end) && r.opens(end) >= 0:
			end = max(end, r.d.Range(r.d.Quotes[r.opens(end)].Span).To-1)
		case n == "(":
			k := end
			for k < to && r.norm(k) != ")" {
				k++
			}
			if k == to {
				break scan
			}
			end = k
		default:
			break scan
		}
		end++
	}
	for end > i && (r.upos(end-1) == "PUNCT" && r.norm(end-1) != ")" && !r.mark(end-1) || r.upos(end-1) == "ADP" || r.upos(end-1) == "CCONJ" || r.upos(end-1) == "DET" && end-1 > i) {
		end--
	}
	if nouns == 0 {
		return span.Range{}
	}
	return span.Range{From: i, To: end}
}

func (r *reader) nominalNext(i, to int) bool {
	return i+1 < to && (r.upos(i+1) == "NOUN" || r.upos(i+1) == "PROPN")
}

// conjoinedClause reports whether the conjunction at i joins a clause with a
// finite verb rather than another noun.
func (r *reader) conjoinedClause(i, to int) bool {
	for k := i + 1; k < to && k < i+12; k++ {
		if r.norm(k) == "," || r.l.Relatives.Has(r.norm(k)) {
			return false
		}
		if r.finite(k) {
			return true
		}
	}
	return false
}

// describes reports whether what begins at i after a comma is an apposition or
// relative clause of the noun before.
func (r *reader) describes(i, to int) bool {
	if i >= to || r.spoken[i] >= 0 {
		return false
	}
	n := r.norm(i)
	if r.l.Relatives.Has(n) && n != "that" {
		return true
	}
	if r.l.Subordinators.Has(n) || r.l.Times.Has(n) {
		return false
	}
	end := i
	for end < to && r.norm(end) != "," {
		end++
	}
	for k := i; k < end; k++ {
		if r.finite(k) {
			return false
		}
		if r.l.Relatives.Has(r.norm(k)) {
			break
		}
	}
	switch r.upos(i) {
	case "DET", "NUM", "NOUN", "PROPN", "ADJ":
		return true
	}
	return r.capital(i)
}

// circumstance reports whether the preposition at i opens a phrase of time or
// occasion, which belongs to the saying: "on Monday"; and, where something is
// said rather than cited, "in a statement".
func (r *reader) circumstance(i, to int, said bool) bool {
	n := r.norm(i)
	if r.l.Subordinators.Has(n) {
		return true
	}
	if !r.l.Occasions.Has(n) {
		return false
	}
	for k := i + 1; k < to && k < i+6; k++ {
		if r.l.Times.Has(r.norm(k)) {
			return true
		}
		if r.upos(k) == "NOUN" {
			kind := r.l.Sources[r.d.Tokens[k].Lemma]
			return said && kind == "document" && k > i+1 && r.xpos(k-1) != "POS"
		}
		if !r.inside(k) {
			return false
		}
	}
	return false
}
