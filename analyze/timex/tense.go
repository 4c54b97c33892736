package timex

import (
	"slices"

	"synoptic/analyze/doc"
	"synoptic/lang"
)

// tense is the direction in which a date without a year, or a weekday, lies.
type tense int8

const (
	past   tense = iota
	likely       // ahead, unless just past: "could come", "to vote"
	future
)

// verb is a verb group of the sentence being read.
type verb struct {
	from  int // token
	tense tense
}

// tense tells whether the time at atom i lies ahead: by the verb that governs
// it in the tree, else by the verb group of its clause, the nearest before it,
// or the nearest after it.
func (r *reader) tense(i int) tense {
	before := ""
	if i > 0 {
		before = r.atoms[i-1].Word
	}
	if r.from > 0 && r.from < i && !r.l.Ahead.Has(before) {
		before = r.atoms[r.from-1].Word
	}
	ahead := r.l.Ahead.Has(before)
	token := r.atoms[i].Token
	if len(r.d.Groups) == 0 {
		if ahead {
			return future
		}
		return r.guess(i)
	}
	if r.verbs == nil {
		r.collect()
	}
	lies, ok := r.governed(token)
	if ok && lies == past && r.l.Before.Has(before) {
		return past // "They voted shortly before midnight on Tuesday"
	}
	if ahead && (len(r.verbs) == 0 || r.verbs[0].from < token || r.verbs[0].tense == future) {
		return future // but not "Until Monday, they had …"
	}
	if ok {
		return lies
	}
	best := past
	for k := range r.verbs {
		v := &r.verbs[k]
		if v.from > token && k > 0 {
			break
		}
		best = v.tense
	}
	return best
}

func (r *reader) collect() {
	r.verbs = []verb{}
	from, to := r.atoms[0].Token, r.atoms[len(r.atoms)-1].Token
	groups := r.d.Groups
	lo, hi := 0, len(groups)
	for lo < hi {
		mid := (lo + hi) / 2
		if groups[mid].From < from {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for ; lo < len(groups) && groups[lo].From <= to; lo++ {
		g := &groups[lo]
		if g.Kind == doc.VerbGroup {
			v := verb{g.From, past}
			switch {
			case g.Future:
				v.tense = future
			case (g.Infinitive || g.Modal != "") && (!g.Perfect || r.l.Unreal.Has(g.Modal)) && !r.over(lo):
				v.tense = likely
			}
			r.verbs = append(r.verbs, v)
		}
	}
}

// over reports whether verb group g is the infinitive of what did not happen
// before: "refused to sign on Monday".
func (r *reader) over(g int) bool {
	if g == 0 || !r.d.Groups[g].Infinitive {
		return false
	}
	v := &r.d.Groups[g-1]
	return v.Kind == doc.VerbGroup && v.Past && v.To == r.d.Groups[g].From && r.d.Lang.Statement.Control[r.d.Tokens[v.Head].Lemma].Denied
}

// guess looks for a word of the future before atom i, near it.
func (r *reader) guess(i int) tense {
	for k := max(0, i-10); k < i; k++ {
		if r.l.Future.Has(r.atoms[k].Word) {
			return future
		}
	}
	return past
}

// maxClimb is the number of arcs that lead from a time to its verb at most.
const maxClimb = 10

// leadReach is how many tokens behind words like "in advance of" and "after" the time stands
// at most.
const leadReach = 12

// governed tells by the tree whether the time at a token lies ahead. ok is
// false when there is no tree, or no verb above the time.
func (r *reader) governed(token int) (lies tense, ok bool) {
	tokens := r.d.Tokens
	if tokens[token].Relation == "" {
		return past, false
	}
	for k := token - 1; k >= max(0, token-2); k-- {
		if r.l.Papers.Has(tokens[k].Lemma) {
			return past, true // "told in an interview Tuesday", whatever was told
		}
	}
	if k := r.led(token, r.l.Advance); k >= 0 && tokens[k+1].Norm == r.d.Lang.Compare.Of {
		return likely, true // "sent a letter in advance of his visit on Thursday"
	}
	// "Tuesday's ruling" has been made, if nothing else is said.
	owned := tokens[token].Relation == "nmod:poss" || tokens[token].Relation == "compound"
	for n, t := 0, tokens[token].Head; n < maxClimb && t >= 0; n, t = n+1, tokens[t].Head {
		w := &tokens[t]
		if (w.XPOS == "VBN" || w.XPOS == "VBD") && r.l.Fixed.Has(w.Lemma) && r.before(token, r.l.Fixing) {
			return future, true
		}
		if w.UPOS != "VERB" && w.UPOS != "AUX" && (w.UPOS != "ADJ" || !r.l.Plans.Has(w.Lemma)) {
			continue
		}
		switch w.Relation {
		case "nmod", "nmod:poss", "obl", "obj", "nsubj", "compound", "appos", "flat":
			continue // a name that looks like a verb
		}
		lies, ok = r.verbal(t, n)
		if k := slices.IndexFunc(r.verbs, func(v verb) bool { return v.from > token }); k >= 0 && r.d.Groups != nil && r.verbs[k].from < t-1 && r.verbs[k].tense == past {
			lies = past // "On Sunday, she said it would be …" is no word of what will be
		}
		if lies == likely && (owned || w.XPOS == "VBZ" && r.l.Follows.Has(w.Lemma) && r.led(token, r.l.After) >= 0) {
			lies = past // "this comes after a fire on Sunday"
		}
		return lies, ok
	}
	return past, false
}

// led returns the nearest of some words before the time at a token, with no verb between; -1
// when there is none.
func (r *reader) led(token int, words lang.Set) int {
	tokens := r.d.Tokens
	for k := token - 1; k >= max(r.atoms[0].Token, token-leadReach) && tokens[k].UPOS != "VERB" && tokens[k].UPOS != "AUX"; k-- {
		if words.Has(tokens[k].Norm) {
			return k
		}
	}
	return -1
}

// verbal tells whether what the verb at token v says lies ahead.
func (r *reader) verbal(v, climbed int) (lies tense, ok bool) {
	tokens := r.d.Tokens
	w := &tokens[v]
	form, to, perfect, unreal := w.XPOS, false, false, false
	finite := ""
	for k := max(0, v-8); k < v; k++ {
		a := &tokens[k]
		if a.Head != v {
			continue
		}
		switch {
		case a.XPOS == "TO":
			to = true
		case a.UPOS != "AUX":
		case r.l.Future.Has(a.Norm):
			return future, true
		case r.l.Have.Has(a.Lemma):
			perfect = true
			fallthrough
		default:
			unreal = unreal || r.l.Unreal.Has(a.Norm)
			if finite == "" && a.Finite() {
				finite = a.XPOS
			}
		}
	}
	if finite == "" && w.Finite() {
		finite = form
	}
	if r.l.Plans.Has(w.Lemma) && !perfect {
		if finite == "VBD" {
			return likely, true
		}
		return future, true
	}
	switch {
	case form == "VB" && w.Relation == "root" && finite == "" && !to:
		return likely, true // "Join us Friday", or the present of several
	case finite == "MD", to:
		if perfect && !unreal {
			return past, true
		}
		if h := w.Head; to && h >= 0 && tokens[h].XPOS == "VBD" && r.d.Lang.Statement.Control[tokens[h].Lemma].Denied {
			return past, true // "refused to sign on Monday"
		}
		return likely, true
	case perfect, finite == "VBD":
		return past, true
	case finite == "VBZ", finite == "VBP":
		return likely, true
	case form == "VB", form == "VBG", w.Relation == "conj":
		if h := w.Head; h >= 0 && climbed < maxClimb && (tokens[h].UPOS == "VERB" || tokens[h].UPOS == "AUX") {
			return r.verbal(h, climbed+1)
		}
	}
	return past, false
}
