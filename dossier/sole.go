package dossier

import (
	"cmp"
	"slices"
)

// sole is what one article alone tells.
type sole struct {
	label string
	list  []excerpt
}

// soles puts what one outlet alone tells under that outlet, in the order of
// articles.
func (r *reading) soles() []sole {
	byLabel := map[string][]Evidence{}
	behind := map[Evidence]*Report{}
	labels := slices.Clone(r.labels)
	for i := range r.d.Only {
		e := r.d.Only[i].Evidence
		behind[e] = &r.d.Only[i]
		label := r.label(e.Article)
		byLabel[label] = append(byLabel[label], e)
		if !slices.Contains(labels, label) {
			labels = append(labels, label)
		}
	}
	var out []sole
	for _, label := range labels {
		if list := byLabel[label]; len(list) > 0 {
			out = append(out, sole{label, r.excerpts(list, func(e Evidence) *Report { return behind[e] })})
			delete(byLabel, label)
		}
	}
	return out
}

// lack is what one outlet does not tell and most others do.
type lack struct {
	outlet string
	claims []*Claim
}

// lacks puts the missing claims that two thirds of the outlets have under those
// that miss them.
func (r *reading) lacks() []lack {
	var out []lack
	index := map[string]int{}
	add := func(outlet string) *lack {
		k, ok := index[outlet]
		if !ok {
			k = len(out)
			index[outlet] = k
			out = append(out, lack{outlet: outlet})
		}
		return &out[k]
	}
	for _, name := range r.outlets {
		add(name)
	}
	for _, m := range r.d.Missing {
		n := r.number[m.Claim]
		if n == 0 {
			continue
		}
		has := r.having(&r.d.Claims[r.claimAt[m.Claim]])
		if 3*len(has) < 2*len(r.outlets) {
			continue
		}
		for _, name := range r.named(m.Outlets) {
			if slices.Contains(has, name) {
				continue // another report of that outlet has it
			}
			l := add(name)
			if c := r.claims[n-1]; !slices.Contains(l.claims, c) {
				l.claims = append(l.claims, c)
			}
		}
	}
	for i := range out {
		slices.SortStableFunc(out[i].claims, func(a, b *Claim) int { return cmp.Compare(r.number[a.ID], r.number[b.ID]) })
	}
	return slices.DeleteFunc(out, func(l lack) bool { return len(l.claims) == 0 })
}
