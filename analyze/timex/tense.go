package timex

import "synoptic/analyze/doc"

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

// tense tells whether the time at atom i lies ahead: by the verb group of its
// clause, the nearest before it, else the nearest after it.
func (r *reader) tense(i int) tense {
	ahead := i > 0 && r.l.Ahead.Has(r.atoms[i-1].Word)
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
	if ahead && (len(r.verbs) == 0 || r.verbs[0].from < token || r.verbs[0].tense == future) {
		return future // but not "Until Monday, they had …"
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
			case (g.Infinitive || g.Modal != "") && !g.Perfect && !r.over(lo):
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
