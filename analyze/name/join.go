package name

import (
	"slices"
	"strings"
	"unicode"

	"synoptic/analyze/doc"
	"synoptic/analyze/name/internal/crf"
	"synoptic/article"
	"synoptic/lang"
	"synoptic/span"
)

// meant maps the model's types. Those that are not here are no names (dates,
// money); those mapped to nothing are named by the rules if they know better.
var meant = map[string]doc.Type{
	"Person": doc.Person, "Organization": doc.Organization, "Location": doc.Place, "Facility": doc.Place,
	"NORP": doc.GroupType, "Misc": "", "Product": "",
}

// stretch is a range that the model marks, with the number of its type.
type stretch struct {
	span.Range
	typ int
}

// stretches returns what labels mark.
func stretches(labels []uint8) []stretch {
	var list []stretch
	from := 0
	for i, l := range labels {
		if l == 0 {
			continue
		}
		t, part := crf.Cut(int(l))
		if part == crf.Begin || part == crf.Single {
			from = i
		}
		if part == crf.End || part == crf.Single {
			list = append(list, stretch{span.Range{From: from, To: i + 1}, t})
		}
	}
	return list
}

// join returns the names that the model found, and of those of the rules what
// the model leaves room for. Both are in order. Labels are the model's types.
func (c *Clues) join(ruled []doc.Name, found []stretch, labels []string) []doc.Name {
	var list []doc.Name
	for k := 0; len(found) > 0 || k < len(ruled); {
		if len(found) == 0 || k < len(ruled) && ruled[k].To <= found[0].From {
			if c.keeps(&ruled[k], labels) {
				list = append(list, ruled[k])
			}
			k++
			continue
		}
		m := found[0]
		found = found[1:]
		if c.rulesKnow(m.From) || len(list) > 0 && m.From < list[len(list)-1].To {
			continue
		}
		to := k
		for to < len(ruled) && ruled[to].From < m.To {
			to++
		}
		if names := c.names(m.Range, labels[m.typ], ruled[k:to]); len(names) > 0 {
			list = append(list, names...)
			for k < to && ruled[k].From < names[len(names)-1].To {
				k++
			}
		}
	}
	c.agree(list)
	return list
}

// agree gives the same words the same type throughout the article: the one that
// most mentions have, of several the first. A title counts for more, and so does
// an office. A body of one word is a person whose family name it is.
func (c *Clues) agree(list []doc.Name) {
	const sure = 3
	families := c.families(list)
	type ballot struct {
		votes [kinds]int
		best  kind
		label string
	}
	by := map[uint32]*ballot{}
	for k := range list {
		n := &list[k]
		key := c.phrase(n.Range)
		b := by[key]
		if b == nil {
			b = &ballot{}
			by[key] = b
		}
		weight := 1
		if n.Type == doc.Organization && n.Len() == 1 && families.Has(c.f.d.Tokens[n.From].Norm) {
			n.Type, n.Label = doc.Person, ""
			n.Title = c.f.titleBefore(n.Range, c.f.d.Sentences[c.f.d.SentenceOf(n.From)].Range)
		}
		if !n.Title.Empty() {
			weight = sure
		} else if c.governs(n.Range) {
			weight = sure
			if n.Type == doc.Person {
				n.Type, n.Label = doc.Place, ""
			}
		}
		t := kindOf(string(n.Type))
		b.votes[t] += weight
		if b.label == "" || b.votes[t] > b.votes[b.best] {
			b.best, b.label = t, n.Label
		}
	}
	for k := range list {
		n := &list[k]
		if b := by[c.phrase(n.Range)]; types[b.best] != n.Type {
			n.Type, n.Label = types[b.best], b.label
		}
	}
}

// families returns the family names of persons in full that are no word of anything
// else of two words or more: not "Doe" where "Doe Motors" stands beside "Ann Doe".
func (c *Clues) families(list []doc.Name) lang.Set {
	families := lang.Set{}
	for _, n := range list {
		last := n.To - 1
		for last > n.From && c.f.l.Suffixes.Has(c.f.d.Tokens[last].Norm) {
			last--
		}
		if n.Type == doc.Person && last > n.From {
			families[c.f.d.Tokens[last].Norm] = struct{}{}
		}
	}
	for _, n := range list {
		if n.Type == doc.Person || n.Len() == 1 {
			continue
		}
		for i := n.From; i < n.To; i++ {
			delete(families, c.f.d.Tokens[i].Norm)
		}
	}
	return families
}

// governs reports whether r has an office, "Doe's foreign minister", and no word
// of it is part of a longer name or known as that of a person.
func (c *Clues) governs(r span.Range) bool {
	s := c.f.d.Sentences[c.f.d.SentenceOf(r.From)].Range
	if r.Len() > 1 || c.f.personal(r.From) || c.ballot.inside[c.phrase(r)] != nil || r.To >= s.To || !c.f.l.Possessives.Has(c.f.d.Tokens[r.To].Norm) {
		return false
	}
	for i := r.To + 1; i < min(r.To+4, s.To); i++ {
		if c.f.office(i) {
			return true
		}
		if !c.f.look[i].word {
			break
		}
	}
	return false
}

// rulesKnow reports whether token i stands where the rules find names better:
// in a headline, whose words have capitals whatever they are, and in lines
// about the article, which running text has not.
func (c *Clues) rulesKnow(i int) bool {
	n := c.f.d.SentenceOf(i)
	s := &c.f.d.Sentences[n]
	switch s.Kind {
	case article.Headline, article.Byline, article.Credit, article.Contributors:
		return true
	}
	return c.f.style[n] == capitals || c.f.style[n] == titled && s.Paragraph == 0
}

// keeps reports whether a name of the rules stands that the model has not: one
// of a type that its labels have not either, a titled one, the acronym of a name
// that it found or of what does something, a region ("the South"), an outlet
// that was told something.
func (c *Clues) keeps(n *doc.Name, labels []string) bool {
	s := c.f.d.Sentences[c.f.d.SentenceOf(n.From)].Range
	switch {
	case !slices.ContainsFunc(labels, func(l string) bool { return meant[l] == n.Type }):
		return true
	case !n.Title.Empty() || n.Label == "Region":
		return true
	case n.Label == acronym && (c.ballot.found[n.From].acronym != 0 || n.To < s.To && c.f.d.Tokens[n.To].Finite()):
		return true
	}
	return c.rulesKnow(n.From) || n.Type == doc.Organization && c.f.told(n.Range, s)
}

// names returns the names in a stretch of the model, given those of the rules
// that share words with it. There are none in a date, and two in "Lund, Sweden".
func (c *Clues) names(m span.Range, label string, ruled []doc.Name) []doc.Name {
	typ, ok := meant[label]
	if !ok || typ == "" && len(ruled) == 0 { // an illness, a day
		return nil
	}
	if c.noPerson(m, typ) {
		return nil
	}
	if c.better(m, typ, ruled) {
		return ruled
	}
	if k := c.hyphen(m); k > 0 && typ != "" {
		first := doc.Name{Range: span.Range{From: m.From, To: k}, Type: typ, Label: label, Entity: -1}
		second := first
		second.Range = span.Range{From: k + 1, To: m.To}
		return []doc.Name{first, second}
	}
	n := doc.Name{Range: m, Type: typ, Label: label, Entity: -1}
	if typ == "" {
		n.Type = doc.Other
	}
	for _, r := range ruled {
		if r.Range == m && (r.Type == typ || typ == "" && (r.Type == doc.Event || r.Type == doc.Work || c.f.headed(m))) {
			n.Type = r.Type
			if r.Label != "" {
				n.Label = r.Label
			}
		}
	}
	if k, known := c.f.known(m.From, m.To); k == m.Len() && (n.Type != doc.Person || known.Type != string(doc.Place)) {
		n.Type, n.Label = doc.Type(known.Type), known.Label // but people have the names of towns
	}
	for i := m.From + 1; i < m.To-1; i++ {
		if c.f.l.Versus.Has(c.f.d.Tokens[i].Norm) && !c.f.look[i].upper {
			n.Type, n.Label = doc.Other, "" // "Doe v. Roe" is no place or body
		}
	}
	switch n.Type {
	case doc.Person:
		c.person(&n, ruled)
	case doc.Place:
		if k := c.comma(m); k > 0 {
			first, rest := n, n
			first.To, rest.From = k, k+1
			return []doc.Name{first, rest}
		}
	}
	return []doc.Name{n}
}

// person parts title, party and day from the name of a person, given the names
// of the rules there, and adds a suffix.
func (c *Clues) person(n *doc.Name, ruled []doc.Name) {
	s := c.f.d.Sentences[c.f.d.SentenceOf(n.From)].Range
	for _, r := range ruled {
		if !r.Title.Empty() && r.Title.From <= n.From && r.From < n.To && r.To <= n.To {
			n.From = max(r.From, n.From) // "Mr. Lund"
			n.Title = span.Range{From: r.Title.From, To: n.From}
		}
	}
	for n.Len() > 1 {
		k, known := c.f.known(n.From, n.To-1)
		if k == 0 || doc.Type(known.Type) != doc.GroupType {
			break
		}
		n.From += k // "Republican Ann Doe"
	}
	if last := n.To - 1; n.Len() > 1 && c.f.l.Calendar.Has(c.f.d.Tokens[last].Norm) && c.elsewhere(span.Range{From: n.From, To: last}) {
		n.To-- // "told Doe Friday"
	}
	if len(ruled) == 0 {
		if n.Title = c.f.titleBefore(n.Range, s); n.Title.Empty() {
			n.Title = c.f.headlineTitle(n.From, s)
		}
	}
	if n.To < s.To && c.f.look[n.To].upper && c.f.l.Suffixes.Has(c.f.d.Tokens[n.To].Norm) {
		n.To++
	}
}

// noPerson reports whether the words of a person are none: a role ("Senator"), a
// party and a state ("R-Wis."), known names of anything else ("Virginia
// Republican").
func (c *Clues) noPerson(r span.Range, typ doc.Type) bool {
	if typ != doc.Person {
		return false
	}
	if w := c.f.d.Words(r); len(w) > 3 && w[1] == '-' && (w[len(w)-1] == '.' || c.f.knownAll(span.Range{From: r.To - 1, To: r.To})) {
		return true
	}
	for i := r.From; i < r.To; i++ {
		if n, k := c.f.known(i, r.To); n > 0 && doc.Type(k.Type) != doc.Person && r.Len() > 1 {
			i += n - 1
		} else if !c.f.office(i) {
			return false
		}
	}
	return true
}

// hyphen returns the token of a hyphen between two that the article names
// elsewhere, as in "the Doe-Roe talks"; 0 when there is none.
func (c *Clues) hyphen(r span.Range) int {
	for i := r.From + 1; i < r.To-1; i++ {
		if c.f.d.Tokens[i].Norm == "-" && c.elsewhere(span.Range{From: r.From, To: i}) && c.elsewhere(span.Range{From: i + 1, To: r.To}) {
			return i
		}
	}
	return 0
}

// pair reports whether r is two names and what joins them, of which one stands
// elsewhere or is known or numbered: "Doe and Roe-2", but not "War and Roe".
func (c *Clues) pair(r span.Range, ruled []doc.Name) bool {
	if len(ruled) != 2 || ruled[0].From != r.From || ruled[1].To != r.To || ruled[1].From != ruled[0].To+1 {
		return false
	}
	t := c.f.d.Tokens
	return t[ruled[0].To].UPOS == "CCONJ" && (r.From == 0 || !strings.ContainsAny(t[r.From-1].Norm, "\"'`")) &&
		(c.elsewhere(ruled[0].Range) || c.elsewhere(ruled[1].Range) || unicode.IsDigit(rune(t[r.To-1].Norm[len(t[r.To-1].Norm)-1])))
}

// elsewhere reports whether the article names r elsewhere, or the gazetteer does.
func (c *Clues) elsewhere(r span.Range) bool {
	return c.ballot.exact[c.phrase(r)] != nil || c.f.knownAll(r)
}

// comma returns the token of the first comma within r, 0 when there is none.
func (c *Clues) comma(r span.Range) int {
	for i := r.From + 1; i < r.To-1; i++ {
		if c.f.d.Tokens[i].Norm == "," && !c.f.knownAll(r) {
			return i
		}
	}
	return 0
}

// better reports whether the names of the rules stand rather than the stretch
// that they share words with, of type typ.
func (c *Clues) better(m span.Range, typ doc.Type, ruled []doc.Name) bool {
	if len(ruled) == 0 {
		return false
	}
	if typ == "" {
		// A title of a work has few names in it, and is part of none.
		return len(ruled) > 2 || c.pair(m, ruled) || c.f.tiled(m) || ruled[0].Type != doc.Other && ruled[0].Contains(m) && ruled[0].Len() > m.Len()
	}
	r := ruled[0]
	if r.Contains(m) && r.Len() > m.Len() && c.f.knownAll(r.Range) {
		return true // "Gulf of Doe", found in two parts
	}
	if r.Range == m && r.Type == doc.Organization && m.From > 0 && c.f.l.Told.Has(c.f.d.Tokens[m.From-1].Norm) {
		return true // "told Doe"
	}
	if r.Type == doc.Other && r.Label != "" && r.Contains(m) {
		return true // "the ferry Doe", "the Lady Doe"
	}
	if len(ruled) < 2 {
		return false
	}
	if c.pair(m, ruled) {
		return true
	}
	last := ruled[len(ruled)-1]
	member := typ == doc.Person && last.Type == typ && ruled[0].Type == doc.GroupType && ruled[0].From == m.From && last.To == m.To
	return member || last.Type == doc.GroupType && c.f.tiled(m) // "Republican Ann Doe", "House Republicans"
}
