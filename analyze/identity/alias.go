package identity

import "synoptic/analyze/doc"

// aliases joins what the article itself says are two names of one: "Doe, also
// known as Roe", "the Grain Board (Gosgrain)".
func (r *resolver) aliases() {
	for i := range r.d.Names {
		if j := r.introduced(i); j >= 0 {
			r.same(i, j)
		}
	}
}

// same joins what the names i and j name.
func (r *resolver) same(i, j int) {
	e, x := r.names[j].ent, r.names[i].ent
	if e < 0 || x < 0 || e == x {
		return
	}
	a, b := &r.ents[e], &r.ents[x]
	if a.inSigned != b.inSigned || a.gender != "" && b.gender != "" && a.gender != b.gender {
		return
	}
	r.merge(e, x, "the text gives it as another name")
}

// longGap is the most tokens that may stand between a name and another name of
// the same thing.
const longGap = 12

// introduced returns the name of the same type that is given as another name
// for the name i in the words after it, or -1.
func (r *resolver) introduced(i int) int {
	d := r.d
	n := d.Names[i]
	s := d.SentenceOf(n.From)
	if s < 0 || r.names[i].office {
		return -1
	}
	end := min(d.Sentences[s].To, n.To+longGap)
	if n.To >= end || r.l.Aliased.Has(d.Tokens[n.To].Norm) || r.hanging(n) && d.Tokens[n.To].Norm != "(" {
		return -1
	}
	cue := false
	for k := n.To; k < end; k++ {
		if j := r.of[k] - 1; j >= 0 {
			if d.Names[j].From != k || d.Names[j].Type != n.Type || r.names[j].office {
				return -1
			}
			if owner := d.Names[j].To < len(d.Tokens) && r.l.Possessives.Has(d.Tokens[d.Names[j].To].Norm); cue && !owner || r.bracketed(i, j) {
				return j
			}
			return -1
		}
		w := d.Tokens[k].Norm
		switch {
		case r.l.Aliased.Has(w):
			cue = true
		case !r.l.AliasFillers.Has(w) && !r.l.Articles.Has(w) && r.l.Honorifics[w] == "" && d.Tokens[k].Lemma != d.Lang.Clause.Be && r.l.Pronouns[w] == "":
			return -1
		}
	}
	return -1
}

// hanging reports whether the name n only hangs on another noun, of which what
// follows may be said: "the desert south of Doe, known as the Wastes".
func (r *resolver) hanging(n doc.Name) bool {
	k := n.From - 1
	if !n.Title.Empty() {
		k = n.Title.From - 1
	}
	for k >= 0 && r.l.Articles.Has(r.d.Tokens[k].Norm) {
		k--
	}
	return k >= 0 && r.d.Tokens[k].UPOS == "ADP"
}

// bracketed reports whether the name j is all that stands in brackets after
// the name i, and no place or body that everyone knows. Of places there must be
// an article, since brackets often hold the larger place.
func (r *resolver) bracketed(i, j int) bool {
	d := r.d
	a, b := d.Names[i], d.Names[j]
	if len(r.names[i].form.Words) == 1 && len(r.names[j].form.Words) == 1 {
		return false // a dateline: "Torva (RNA)"
	}
	if a.Type == doc.Place && !r.l.Articles.Has(d.Tokens[b.From-1].Norm) {
		return false
	}
	return a.Type != doc.Person && r.names[j].key == "" && d.Tokens[a.To].Norm == "(" && b.To < len(d.Tokens) && d.Tokens[b.To].Norm == ")"
}
