package identity

import (
	"strings"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// office reports whether what was found as a person's name is only what one is
// called by office: "the President", "Vice President", "Madam Speaker". One
// word that stands alone may be a family name.
func (r *resolver) office(n doc.Name) bool {
	d := r.d
	last := d.Tokens[n.To-1].Norm
	if !r.l.Roles.Has(last) || r.l.Surnames.Has(last) || r.l.Given[last] != "" {
		return false
	}
	from := n.From
	if !n.Title.Empty() {
		from = n.Title.From
	}
	polite := false
	for k := from; k < n.To-1; k++ {
		w := d.Tokens[k].Norm
		if g := r.l.Honorifics[w]; k == from && (g == "m" || g == "f") && !r.l.Roles.Has(w) {
			polite = true
			continue
		}
		if !r.l.Roles.Has(w) && !r.l.RoleModifiers.Has(w) && !r.l.Deputies.Has(w) && !r.placed(k) {
			return false
		}
	}
	switch {
	case polite:
		return r.l.Honorifics[last] != "m" && r.l.Honorifics[last] != "f" // not "Mr. King"
	case n.To-from > 1:
		return true
	}
	return r.ofSome(n.To) || from > 0 && (d.Tokens[from-1].UPOS == "DET" || r.l.Articles.Has(d.Tokens[from-1].Norm) || d.Tokens[from-1].XPOS == "PRP$" || r.l.Possessives.Has(d.Tokens[from-1].Norm))
}

// became returns the person of whom the verb before token at says that office:
// "Doe served as President". It is -1 when none does.
func (r *resolver) became(at int) int {
	d := r.d
	verb := false
	for k := at - 1; k >= max(0, at-longRole); k-- {
		t := &d.Tokens[k]
		switch n := r.of[k]; {
		case t.Lemma == d.Lang.Clause.Be, r.l.Becoming.Has(t.Lemma):
			verb = true
		case n > 0 && verb && d.Names[n-1].Type == doc.Person && d.Names[n-1].To == k+1:
			return r.names[n-1].ent
		case n > 0 || t.UPOS != "DET" && t.UPOS != "ADJ" && t.UPOS != "ADP" && t.UPOS != "NUM" && t.UPOS != "ADV" && t.UPOS != "AUX" && t.UPOS != "PRON":
			return -1
		}
	}
	return -1
}

// ofSome reports whether token k is the "of" after an office.
func (r *resolver) ofSome(k int) bool {
	return k < len(r.d.Tokens) && r.l.Connectors[r.d.Tokens[k].Norm] == "of"
}

// placed reports whether a name of a country, place or body holds token k.
func (r *resolver) placed(k int) bool {
	n := r.of[k]
	return n > 0 && r.d.Names[n-1].Type != doc.Person
}

// offices joins the names that are only offices to those who hold them: the
// one they are said of, or else the one that the office means there. The rest
// are someone of whom no name is given.
func (r *resolver) offices() {
	d := r.d
	r.roles()
	said := map[int]int{} // the person of each role, by the token of its noun
	for e := range r.ents {
		for _, x := range r.ents[e].roles {
			for k := x.From; k < x.To && !r.joins(k); k++ {
				said[k] = e
			}
		}
	}
	c := r.newCast()
	unnamed := map[string]int{}
	for i, n := range d.Names {
		if n.Type != doc.Person || !r.names[i].office {
			continue
		}
		c.until(n.From)
		at := n.Range
		if !n.Title.Empty() {
			at.From = n.Title.From
		}
		e, ok := said[n.To-1]
		if !ok {
			e = r.became(at.From)
		}
		if !ok && e < 0 {
			sent := span.Range{}
			if s := d.SentenceOf(n.From); s >= 0 {
				sent = d.Sentences[s].Range
			}
			var whole span.Range
			whole, e, _ = r.meant(c, at, n.To-1, sent)
			if keys := r.keys(whole); e < 0 && (len(keys) == 0 && !r.ofSome(n.To) || len(keys) == 1 && keys[0] == r.home) {
				e = c.only(r.post(n.To-1, at.From))
			}
		}
		if e < 0 {
			k := strings.Join(append(r.keys(at), r.post(n.To-1, at.From)), " ")
			if e, ok = unnamed[k]; !ok {
				r.person(i)
				unnamed[k] = r.names[i].ent
				continue
			}
		}
		r.names[i].form = r.ents[e].form // the office is no name of his
		r.join(i, e, "the office that is held")
	}
}
