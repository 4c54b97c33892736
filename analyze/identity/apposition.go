package identity

import (
	"strings"
	"unicode"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// longRole is the number of tokens that a description may go on for after its
// noun, and before it.
const longRole = 8

// appositions returns the descriptions beside the name n: ", the party's
// leader," and "is the party's leader" after it, "his lawyer," and "the leader of
// the party," before it.
func (r *resolver) appositions(n doc.Name) []span.Range {
	d := r.d
	s := d.SentenceOf(n.From)
	if s < 0 {
		return nil
	}
	sent := d.Sentences[s].Range
	var all []span.Range
	if at := r.after(r.described(n.To, sent), sent); !at.Empty() {
		all = append(all, at)
	}
	if n.Title.Empty() && n.From-2 >= sent.From && d.Tokens[n.From-1].Norm == "," {
		if at := r.before(n.From-1, n.To, sent); !at.Empty() {
			all = append(all, at)
		}
	}
	return all
}

// described returns where a description of the name that ends at i would
// begin: after a comma, an age between commas, or a form of "be" with an
// article. It is the end of the sentence when there is none.
func (r *resolver) described(i int, sent span.Range) int {
	d := r.d
	switch {
	case i+1 >= sent.To:
	case d.Tokens[i].Norm == ",":
		if i+3 < sent.To && d.Tokens[i+1].UPOS == "NUM" && d.Tokens[i+2].Norm == "," {
			return i + 3
		}
		return i + 1
	case d.Tokens[i].Lemma == d.Lang.Clause.Be && r.l.Articles.Has(d.Tokens[i+1].Norm):
		return i + 1
	}
	return sent.To
}

// after returns the description that begins at i: a noun group whose noun is a
// role, with what hangs on it by prepositions. A clause with the role for its
// subject is none.
func (r *resolver) after(i int, sent span.Range) span.Range {
	d := r.d
	role := -1
	for k := i; k < min(i+longRole, sent.To); k++ {
		t := &d.Tokens[k]
		if k == i && r.l.Conjunctions.Has(t.Norm) {
			return span.Range{}
		}
		if r.l.Roles.Has(t.Norm) && !r.goesOn(k, sent) {
			role = k
			break
		}
		if !r.premodifies(k) {
			return span.Range{}
		}
	}
	if role < 0 {
		return span.Range{}
	}
	end := r.complement(r.second(role, sent)+1, sent)
	at := span.Range{From: i, To: end}
	if end == sent.To || d.Tokens[i-1].Lemma == d.Lang.Clause.Be {
		return at
	}
	switch {
	case r.finite(end): // ", the coast guard said"
	case r.someone(end), end+1 < sent.To && d.Tokens[end].Norm == "," && r.someone(end+1): // it is the next one's
	case r.l.Conjunctions.Has(d.Tokens[end].Norm) && (role == i || r.l.Kin.Has(d.Tokens[role].Norm)): // a list
	default:
		return at
	}
	return span.Range{}
}

// second returns the second role of "president and chief executive", whose
// first is at role; role itself when there is none.
func (r *resolver) second(role int, sent span.Range) int {
	if role+1 >= sent.To || r.l.Connectors[r.d.Tokens[role+1].Norm] != "and" {
		return role
	}
	for k := role + 2; k < min(role+5, sent.To) && r.premodifies(k) && r.d.Tokens[k].UPOS != "DET" && r.d.Tokens[k].UPOS != "PRON"; k++ {
		if r.l.Roles.Has(r.d.Tokens[k].Norm) && !r.goesOn(k, sent) {
			return k
		}
	}
	return role
}

// someone reports whether token k is part of a person's name.
func (r *resolver) someone(k int) bool {
	n := r.of[k]
	return n > 0 && r.d.Names[n-1].Type == doc.Person && !r.names[n-1].office
}

// before returns the description that ends at the comma token end, before a
// name that ends at to.
func (r *resolver) before(end, to int, sent span.Range) span.Range {
	d := r.d
	role := -1
	for k := end - 1; k >= max(sent.From, end-longRole); k-- {
		if r.l.Roles.Has(d.Tokens[k].Norm) && !r.goesOn(k, sent) {
			role = k
		}
		if role >= 0 || !r.premodifies(k) && !r.joins(k) {
			break
		}
	}
	if role >= 0 && r.of[role] > 0 && r.d.Names[r.of[role]-1].Type == doc.Person {
		return span.Range{} // "with the Queen, Doe said"
	}
	if role < 0 || r.complement(role+1, sent) != end {
		return span.Range{}
	}
	if role < end-1 && to < sent.To && wordy(d.Tokens[to].Norm) {
		return span.Range{} // a list: "the mayor of Torva, Doe and others"
	}
	from := role
	for from > sent.From && role-from < longRole && r.premodifies(from-1) && r.d.Tokens[from-1].UPOS != "VERB" {
		from--
		if w := d.Tokens[from].Norm; r.l.Articles.Has(w) || r.l.Pronouns[w] != "" {
			break
		}
	}
	for from < role && (r.l.Possessives.Has(d.Tokens[from].Norm) || d.Tokens[from].Norm == "-") {
		from++
	}
	return span.Range{From: from, To: end}
}

// goesOn reports whether the noun at k only begins a longer one: the "police"
// of "police chief".
func (r *resolver) goesOn(k int, sent span.Range) bool {
	if k+1 >= sent.To {
		return false
	}
	t := &r.d.Tokens[k+1]
	return r.l.Possessives.Has(t.Norm) || t.Norm == "-" || r.l.Roles.Has(t.Norm) || t.UPOS == "NOUN" && !r.l.Kin.Has(r.d.Tokens[k].Norm)
}

// premodifies reports whether token k may stand in a noun group before its
// noun.
func (r *resolver) premodifies(k int) bool {
	t := &r.d.Tokens[k]
	switch t.UPOS {
	case "VERB":
		return t.XPOS == "VBN" || t.XPOS == "VBG"
	case "AUX", "ADP", "CCONJ", "SCONJ", "ADV":
		return false
	case "PUNCT":
		return t.Norm == "-"
	case "PRON":
		return r.l.Pronouns[t.Norm] != "" || t.XPOS == "PRP$"
	case "DET":
		return true
	}
	if r.someone(k) {
		// "the Doe aide", not a list of people
		return k+1 < len(r.d.Tokens) && (r.of[k+1] == r.of[k] || r.l.Possessives.Has(r.d.Tokens[k+1].Norm) || r.d.Tokens[k+1].UPOS == "NOUN")
	}
	return r.l.Possessives.Has(t.Norm) || !r.l.Speech.Has(t.Norm) && !r.l.Conjunctions.Has(t.Norm) && wordy(t.Norm)
}

// joins reports whether token k ties a complement to a noun: "of", "for", "to".
func (r *resolver) joins(k int) bool {
	t := &r.d.Tokens[k]
	return r.l.Connectors[t.Norm] == "of" || t.UPOS == "ADP" && r.l.PlacePrepositions.Has(t.Norm)
}

// complement returns where the noun group that ends at i ends with the
// prepositions and noun groups that hang on it, a few tokens at most.
func (r *resolver) complement(i int, sent span.Range) int {
	d := r.d
	end := i
	for end < sent.To && r.joins(end) {
		k := end + 1
		for k < sent.To && !r.l.Calendar.Has(d.Tokens[k].Norm) {
			first := k == end+1 || r.l.Articles.Has(d.Tokens[k-1].Norm) || r.l.Honorifics[d.Tokens[k-1].Norm] != "" || r.of[k-1] == r.of[k]
			if r.someone(k) && !first || r.of[k] == 0 && (d.Tokens[k].UPOS == "VERB" || !r.premodifies(k)) && (first || d.Tokens[k].UPOS != "NUM") {
				break
			}
			k++
		}
		for k > end+1 && (r.l.Possessives.Has(d.Tokens[k-1].Norm) || r.l.Articles.Has(d.Tokens[k-1].Norm)) {
			k--
		}
		if k == end+1 || k-i > 2*longRole {
			break
		}
		end = k
	}
	return end
}

// finite reports whether a finite verb stands at token k, or a word of speech.
func (r *resolver) finite(k int) bool {
	return r.d.Tokens[k].Finite() || r.l.Speech.Has(r.d.Tokens[k].Norm)
}

// wordy reports whether a token has a letter, or joins words.
func wordy(norm string) bool {
	return norm == "-" || strings.IndexFunc(norm, unicode.IsLetter) >= 0
}
