package clause

import (
	"strings"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// group writes the noun and verb groups of one sentence.
func group(d *doc.Doc, sentence span.Range) {
	for i := sentence.From; i < sentence.To; {
		if g, ok := verbGroup(d, i, sentence.To); ok {
			d.Groups = append(d.Groups, g)
			i = g.To
			continue
		}
		if g, ok := nounGroup(d, i, sentence); ok {
			d.Groups = append(d.Groups, g)
			i = g.To
			continue
		}
		i++
	}
}

// verbGroup reads a verb with its auxiliaries from token i: "had not been
// seen", "to be signed", "saying". A group may begin with an adverb only when a
// verb follows at once.
func verbGroup(d *doc.Doc, i, end int) (doc.Group, bool) {
	p := &d.Lang.Clause
	g := doc.Group{Kind: doc.VerbGroup, Prep: -1}
	if prepositional(d, i) || aside(d, i, end) {
		return g, false
	}
	head, have, be := -1, false, false
	j := i
scan:
	for ; j < end; j++ {
		t := &d.Tokens[j]
		switch {
		case t.UPOS == "ADV" || t.UPOS == "PART" && p.Negators.Has(t.Norm) || p.Negators.Has(t.Norm) && j > i:
			if head >= 0 && !auxiliary(d, head) {
				break scan
			}
			if p.Negators.Has(t.Norm) && !(j+1 < end && p.Only.Has(d.Tokens[j+1].Norm)) {
				g.Negated = true
			}
		case head >= 0 && auxiliary(d, head) && quoteMark(t) && verbAhead(d, j+1, end):
			// will "pay a price"
		case t.UPOS == "PART" && t.Norm == p.InfinitiveMark:
			if head >= 0 || !verbAhead(d, j+1, end) {
				break scan
			}
			g.Infinitive = true
		case t.XPOS == "MD":
			if head >= 0 {
				break scan
			}
			g.Modal = t.Lemma
			g.Future = p.Futures.Has(t.Norm)
			head = j
		case verbal(t.XPOS):
			if head >= 0 && !auxiliary(d, head) && !(have || be) {
				break scan
			}
			if head >= 0 && d.Tokens[head].UPOS == "VERB" && !continues(d, head, t) {
				break scan
			}
			if head < 0 || g.Modal != "" && d.Tokens[head].XPOS == "MD" {
				finite(&g, t)
			}
			if have && t.XPOS == "VBN" {
				g.Perfect = true
			}
			if be && t.XPOS == "VBN" && t.UPOS == "VERB" {
				g.Passive = true
			}
			head = j
			have = t.Lemma == p.Have
			be = t.Lemma == p.Be
			if t.UPOS == "VERB" && !have && !be {
				break scan
			}
		default:
			break scan
		}
	}
	if head < 0 {
		return g, false
	}
	// Adverbs read past the last verb belong to what follows.
	j = head + 1
	g.Range = span.Range{From: i, To: j}
	// Leading adverbs without a verb at once behind them stay outside.
	for g.From < head && d.Tokens[g.From].UPOS == "ADV" && !p.Negators.Has(d.Tokens[g.From].Norm) {
		g.From++
	}
	g.Head = head
	if k := g.From; k >= 2 && p.Negations.Has(d.Tokens[k-2].Norm+" "+d.Tokens[k-1].Norm) {
		g.Negated = true
	}
	if h := &d.Tokens[head]; g.From == head && !g.Infinitive && g.Modal == "" {
		switch h.XPOS {
		case "VBG":
			g.Participle = true
		case "VBN":
			g.Participle, g.Passive = true, true
		}
	}
	if g.Participle && premodifier(d, head, end) {
		return g, false
	}
	return g, true
}

// prepositional reports whether token i is a participle that has become a
// preposition: "according to", "including".
func prepositional(d *doc.Doc, i int) bool {
	t := &d.Tokens[i]
	p := &d.Lang.Clause
	return p.Prepositional.Has(t.Norm) && t.XPOS != "VBD" || p.Prepositions.Has(t.Norm)
}

// aside reports whether token i only says where somebody stands in a picture:
// "Mr. Roe, left, and …".
func aside(d *doc.Doc, i, end int) bool {
	return i > 0 && i+1 < end && d.Lang.Clause.Places.Has(d.Tokens[i].Norm) &&
		stop(&d.Tokens[i-1]) && stop(&d.Tokens[i+1])
}

func stop(t *doc.Token) bool { return t.Norm == "," || t.Norm == "(" || t.Norm == ")" || t.Norm == "." }

func quoteMark(t *doc.Token) bool {
	return t.Norm == "\"" || t.Norm == "'" || t.Norm == "``" || t.Norm == "''"
}

// continues reports whether verb t can follow the auxiliary at head.
func continues(d *doc.Doc, head int, t *doc.Token) bool {
	return auxiliary(d, head) && (t.XPOS == "VBN" || t.XPOS == "VBG" || t.XPOS == "VB")
}

func auxiliary(d *doc.Doc, i int) bool {
	t := &d.Tokens[i]
	p := &d.Lang.Clause
	return t.UPOS == "AUX" || t.XPOS == "MD" || t.Lemma == p.Be || t.Lemma == p.Have || t.Lemma == p.Do
}

func verbal(xpos string) bool { return len(xpos) >= 2 && xpos[:2] == "VB" }

func finite(g *doc.Group, t *doc.Token) { g.Past = t.XPOS == "VBD" }

// verbAhead reports whether a verb stands at i, adverbs apart.
func verbAhead(d *doc.Doc, i, end int) bool {
	for ; i < end && d.Tokens[i].UPOS == "ADV"; i++ {
	}
	return i < end && verbal(d.Tokens[i].XPOS)
}

// premodifier reports whether the participle at i stands before the noun it
// describes, as in "a released video" or "suspected missiles".
func premodifier(d *doc.Doc, i, end int) bool {
	if i == 0 || i+1 >= end {
		return false
	}
	before, after := d.Tokens[i-1], d.Tokens[i+1]
	if before.End < d.Tokens[i].Start-1 { // something was left out between them
		return false
	}
	if !nominal(&after) && after.UPOS != "ADJ" {
		return false
	}
	switch before.UPOS {
	case "DET", "ADJ", "NUM":
		return true
	}
	return before.XPOS == "PRP$" || before.XPOS == "POS" || before.Norm == "-"
}

// nominal reports whether t is a noun. Treebanks tag words of names by what
// they are elsewhere, as the verb in "United Nations"; the Penn tag tells.
func nominal(t *doc.Token) bool {
	return t.UPOS == "NOUN" || t.UPOS == "PROPN" || strings.HasPrefix(t.XPOS, "NN")
}

// nounGroup reads a noun with what stands before it from token i: "two
// suspected short-range missiles", "North Korea's leader Kim Jong Un".
func nounGroup(d *doc.Doc, i int, sentence span.Range) (doc.Group, bool) {
	head := -1
	j := bounded(d, i, sentence.To)
scan:
	for ; j < sentence.To; j++ {
		t := &d.Tokens[j]
		next := &doc.Token{}
		if j+1 < sentence.To {
			next = &d.Tokens[j+1]
		}
		switch {
		case j > i && hyphen(t) && t.Start == d.Tokens[j-1].End && next.Start == t.End && next.End > t.End:
			// "one-on-one meeting": what hyphens join is one word.
			j++
			if nominal(&d.Tokens[j]) || d.Tokens[j].UPOS == "NUM" {
				head = j
			} else {
				head = -1
			}
		case hyphen(next) && next.Start == t.End && t.UPOS != "PUNCT" && (head < 0 || d.Tokens[j-1].XPOS == "POS"):
			head = -1
		case j > i && quoteMark(t) && (head < 0 || t.Start == d.Tokens[j-1].End) && modifies(next):
			// the "northern" front
			head = -1
		case head >= 0 && (t.XPOS == "VBP" || t.XPOS == "VB") && (misread(d, i) || finiteVerb(next)):
			head = j
		case nominal(t) || t.XPOS == "CD" || t.UPOS == "NUM":
			head = j
		case t.UPOS == "PRON" && t.XPOS != "PRP$" && t.XPOS != "WP$":
			if head >= 0 || d.Lang.Clause.Relativizers.Has(t.Norm) && t.XPOS != "DT" && t.XPOS != "PRP" {
				break scan
			}
			head = j
			j++
			break scan
		case t.UPOS == "DET" || t.XPOS == "PRP$" || t.XPOS == "WP$" || t.XPOS == "DT" || t.XPOS == "PDT":
			if head >= 0 && d.Tokens[j-1].XPOS != "POS" {
				break scan
			}
			if t.XPOS == "WDT" {
				break scan
			}
		case t.XPOS == "POS":
			if head < 0 || !startsNoun(next) {
				break scan
			}
			head = -1
		case t.UPOS == "ADJ" || t.XPOS == "JJ":
			if head >= 0 && !(modifies(next) && (!breaks(d, j) || hyphened(d, i, j-1))) {
				break scan
			}
		case t.XPOS == "VBG" || t.XPOS == "VBN":
			if head >= 0 || !modifies(next) || j == i {
				break scan
			}
		case t.UPOS == "ADV" || t.XPOS == "RB":
			if head >= 0 || next.UPOS != "ADJ" && next.UPOS != "NUM" && next.XPOS != "VBN" {
				break scan
			}
		case t.UPOS == "SYM" || t.Norm == "$" || t.XPOS == "$":
			if head >= 0 || next.UPOS != "NUM" {
				break scan
			}
		case t.UPOS == "CCONJ" && j > i && head < 0 && d.Tokens[j-1].UPOS == "ADJ" && next.UPOS == "ADJ":
			// "sovereign and independent state"
		case t.UPOS == "PUNCT" && t.Norm == "," && j > i && head < 0 && d.Tokens[j-1].UPOS == "ADJ" && next.UPOS == "ADJ":
			// "remote, high-security facility"
		default:
			break scan
		}
	}
	if head < 0 {
		if head = adjectival(d, i, j, sentence.To); head < 0 {
			return doc.Group{}, false
		}
	}
	g := doc.Group{Kind: doc.NounGroup, Range: span.Range{From: i, To: head + 1}, Head: head, Prep: -1}
	if i > sentence.From {
		if b := &d.Tokens[i-1]; b.UPOS == "ADP" || b.XPOS == "IN" && b.UPOS != "SCONJ" || b.XPOS == "TO" || prepositional(d, i-1) {
			g.Prep = i - 1
		} else if k := len(d.Groups) - 1; b.UPOS == "CCONJ" && k >= 0 && d.Groups[k].To == i-1 && d.Groups[k].Kind == doc.NounGroup {
			g.Prep = d.Groups[k].Prep // "in Norland and Sudland"
		}
	}
	return g, true
}

// bounded returns the number that the words from token i only bound, so that no
// preposition among them governs it: "more than 30 people", "between 30 and 40
// people". It returns i when there is none. Single words are left to their tags.
func bounded(d *doc.Doc, i, end int) int {
	q := &d.Lang.Quantity
	number := func(j int) bool { return j < end && (d.Tokens[j].UPOS == "NUM" || d.Tokens[j].XPOS == "$") }
	if q.Between.Has(d.Tokens[i].Norm) && number(i+1) && i+2 < end && q.And.Has(d.Tokens[i+2].Norm) && number(i+3) && i+4 < end && modifies(&d.Tokens[i+4]) {
		return i + 3
	}
	node := int32(0)
	for j := i; j < end; j++ {
		if node = q.Hedges.Step(node, d.Tokens[j].Norm); node == 0 {
			break
		}
		if _, ok := q.Hedges.At(node); ok && j > i && number(j+1) {
			return j + 1
		}
	}
	return i
}

// adjectival returns the adjective that stands for a noun in the words from i to
// j, or at j, that have none: "the injured were flown", "paid the fine". It
// returns -1 when there is none.
func adjectival(d *doc.Doc, i, j, end int) int {
	if d.Tokens[i].XPOS != "DT" {
		return -1
	}
	switch {
	case j-1 > i && d.Tokens[j-1].UPOS == "ADJ":
		return j - 1
	case j == i+1 && j+1 < end && d.Tokens[j].XPOS == "VBN" && (finiteVerb(&d.Tokens[j+1]) || d.Tokens[j+1].XPOS == "VBP"):
		return j
	}
	return -1
}

// hyphened reports whether token j ends a word joined by hyphens within the
// group that begins at i: the "range" of "short-range".
func hyphened(d *doc.Doc, i, j int) bool {
	return j > i && hyphen(&d.Tokens[j-1]) && d.Tokens[j-1].End == d.Tokens[j].Start
}

// finiteVerb reports whether t is finite by itself, so that the word before it
// is no verb: "an arms deal would".
func finiteVerb(t *doc.Token) bool { return t.XPOS == "MD" || t.XPOS == "VBZ" || t.XPOS == "VBD" }

// misread reports whether a verb right behind a noun of the group that begins
// at token i must be its head noun: the group is the object of a verb
// that takes no clause, or of a preposition ("strikes an arms deal").
func misread(d *doc.Doc, i int) bool {
	p := &d.Lang.Clause
	if i == 0 || d.Tokens[i].UPOS != "DET" {
		return false
	}
	before := &d.Tokens[i-1]
	switch {
	case verbal(before.XPOS):
		return !p.ClauseVerbs.Has(before.Lemma)
	case before.UPOS == "ADP":
		return !p.Subordinators.Has(before.Norm)
	}
	return false
}

func hyphen(t *doc.Token) bool { return t.Norm == "-" || t.XPOS == "HYPH" }

// startsNoun reports whether t can begin what is possessed.
func startsNoun(t *doc.Token) bool {
	switch t.UPOS {
	case "ADJ", "NUM", "ADV":
		return true
	}
	return nominal(t) || t.XPOS == "VBG" || t.XPOS == "VBN"
}

// modifies reports whether t can follow a premodifier within its group.
func modifies(t *doc.Token) bool {
	return nominal(t) || t.UPOS == "ADJ" || t.XPOS == "HYPH" || t.Norm == "-"
}

// breaks reports whether the noun before the adjective at j ends its group: a
// noun before an adjective is a modifier only when it is a name ("North Korea
// official") or a number ("two large ships"), or ends in a possessive.
func breaks(d *doc.Doc, j int) bool {
	u := d.Tokens[j-1].UPOS
	return u != "PROPN" && u != "NUM"
}
