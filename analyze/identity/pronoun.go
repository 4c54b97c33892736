package identity

import (
	"slices"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// pronouns links he and she, outside quotations, to the person they most
// likely mean: the one spoken of in the sentence, or else the one the sentence
// before was about. Where two people fit equally well nothing is linked.
func (r *resolver) pronouns() {
	d := r.d
	marks := r.marks()
	r.genders(marks)
	about := -1 // who the last sentence was about
	paragraph := -1
	for s := range d.Sentences {
		sent := d.Sentences[s]
		if !sent.Kind.Reported() {
			continue
		}
		if sent.Paragraph > paragraph+1 {
			about = -1
		}
		paragraph = sent.Paragraph
		var here []int // people met in this sentence, in order
		inQuote := false
		for i := sent.From; i < sent.To; i++ {
			t := &d.Tokens[i]
			switch t.Norm {
			case "\"", "``", "''":
				inQuote = !inQuote
			}
			if e := marks[i]; e > 0 && !inQuote {
				here = append(here, e-1)
				continue
			}
			g := r.l.Pronouns[t.Norm]
			if g == "" || inQuote {
				continue
			}
			e, because := r.antecedent(here, about, g)
			if e < 0 {
				continue
			}
			here = append(here, e)
			d.References = append(d.References, doc.Reference{Range: oneToken(i), Entity: e, Because: because})
		}
		if len(here) > 0 {
			about = here[0]
		} else if !quoteOnly(d, sent) {
			about = -1
		}
	}
	r.order()
}

// genders settles the gender of people by the pronouns that follow them in
// sentences that name nobody else, where these agree.
func (r *resolver) genders(marks []int) {
	d := r.d
	count := make([]map[string]int, len(r.ents))
	for s := range d.Sentences {
		one, many := -1, false
		for i := d.Sentences[s].From; i < d.Sentences[s].To; i++ {
			if e := marks[i] - 1; e >= 0 {
				many = many || one >= 0 && one != e
				one = e
			}
			g := r.l.Pronouns[d.Tokens[i].Norm]
			if g == "" || one < 0 || many {
				continue
			}
			if count[one] == nil {
				count[one] = map[string]int{}
			}
			count[one][g]++
		}
	}
	for e := range r.ents {
		if m, f := count[e]["m"], count[e]["f"]; r.ents[e].gender == "" && m != f {
			if m > 2*f {
				r.ents[e].gender = "m"
			} else if f > 2*m {
				r.ents[e].gender = "f"
			}
		}
	}
}

// marks gives for each token 1 + the person whose name or description begins
// there.
func (r *resolver) marks() []int {
	m := make([]int, len(r.d.Tokens))
	for _, n := range r.d.Names {
		if n.Type == doc.Person && n.Entity >= 0 && r.d.Entities[n.Entity].Participant {
			m[n.From] = n.Entity + 1
		}
	}
	for _, x := range r.d.References {
		m[x.From] = x.Entity + 1
	}
	return m
}

// antecedent returns whom a pronoun of gender g means after the people named
// before it in the sentence, and why; -1 when that is not clear.
func (r *resolver) antecedent(here []int, about int, g string) (int, string) {
	var fit []int
	for _, e := range here {
		if r.may(e, g) && !slices.Contains(fit, e) {
			fit = append(fit, e)
		}
	}
	switch {
	case len(fit) == 1 && (len(here) == 1 || about < 0 || fit[0] == about || !r.may(about, g) || r.ents[fit[0]].gender == g):
		return fit[0], "the only one named before it in the sentence"
	case len(fit) > 1 && fit[0] == here[0]:
		return fit[0], "the one the sentence began with"
	case len(fit) == 0 && about >= 0 && r.may(about, g):
		return about, "the one the sentence before was about"
	}
	return -1, ""
}

// may reports whether person e may be of gender g.
func (r *resolver) may(e int, g string) bool {
	return r.ents[e].typ == doc.Person && (r.ents[e].gender == "" || r.ents[e].gender == g)
}

// quoteOnly reports whether the sentence begins with a quotation, so that the
// one spoken of stays.
func quoteOnly(d *doc.Doc, s doc.Sentence) bool {
	return d.Tokens[s.From].Norm == "\"" || d.Tokens[s.From].Norm == "``"
}

func oneToken(i int) span.Range { return span.Range{From: i, To: i + 1} }
