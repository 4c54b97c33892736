package attribution

import (
	"strings"

	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/span"
)

// headOf returns the main noun of a source: the last of its first base phrase.
func (r *reader) headOf(at span.Range) int {
	head := -1
	for i := at.From; i < at.To; i++ {
		if head >= 0 && r.l.Relatives.Has(r.norm(i)) && !r.capital(i) {
			break // "a man whom Lee met"
		}
		last := i+1 == at.To || r.norm(i+1) == ","
		if r.nominal(i) || r.upos(i) == "ADJ" && last || head < 0 && (r.upos(i) == "DET" || r.upos(i) == "ADJ" || last) {
			head = i
			continue
		}
		if head >= 0 && r.xpos(i) == "POS" {
			head = -1
			continue
		}
		if head >= 0 && r.upos(i) == "CCONJ" && r.shares(at, head, i) {
			continue
		}
		if r.described(i, at) {
			continue
		}
		if head >= 0 && !r.inside(i) && !r.mark(i) {
			break
		}
		if (r.upos(i) == "ADP" || r.norm(i) == ",") && head >= 0 {
			break
		}
	}
	return head
}

// shares reports whether the conjunction at i joins a word, or the name of a country or
// people, that ends at head to another one before a noun that both describe: "city and
// state officials", "U.S. and South Korean officials".
func (r *reader) shares(at span.Range, head, i int) bool {
	t := &r.d.Tokens[head]
	if head+1 == i && t.Head > i && t.Head < at.To && (t.Relation == "compound" || t.Relation == "amod") && r.common(t.Head) != "" {
		return true
	}
	if !r.capital(head) || head+1 != i || i+2 >= at.To || !r.capital(i+1) {
		return false
	}
	if known, ok := r.d.Lang.Name.Find(r.d.Word(head)); r.upos(head) != "ADJ" && (!ok || known.Type != string(doc.Place) && known.Type != string(doc.GroupType)) {
		return false
	}
	k := i + 1
	for k < at.To && r.capital(k) && r.inside(k) {
		k++
	}
	return k < at.To && r.upos(k) == "NOUN" && r.common(k) != ""
}

// described reports whether token i is a participle that describes a noun
// after it: "another defeated candidate".
func (r *reader) described(i int, at span.Range) bool {
	return i > at.From && i+1 < at.To && (r.xpos(i) == "VBN" || r.xpos(i) == "VBG") && r.upos(i+1) == "NOUN" &&
		(r.upos(i-1) == "DET" || r.upos(i-1) == "ADJ" || r.upos(i-1) == "NUM")
}

// speaker returns the entity that a source names: by the name at its head, a
// person whose title the head is part of, a name in apposition, or a reference
// at its head; -1 when none.
func (r *reader) speaker(at span.Range) int {
	head := r.headOf(at)
	if head < 0 {
		return -1
	}
	if n := r.titled(at, head); n >= 0 {
		return n
	}
	if n := r.holder(at, head); n >= 0 {
		return n
	}
	best, size := -1, 0
	for _, n := range r.d.NamesIn(at) {
		if n.Has(head) && n.Entity >= 0 && at.Overlaps(n.Range) && n.Len() > size && !r.oneOf(at, head, &n) {
			best, size = n.Entity, n.Len()
		}
	}
	if best >= 0 {
		return best
	}
	if n := r.apposed(at, head); n >= 0 {
		return n
	}
	for _, f := range r.d.References {
		if f.Has(head) && f.Entity >= 0 {
			return f.Entity
		}
	}
	return -1
}

// titled returns the person whose title runs on from the name at head: "House
// Ways and Means Committee Chairman Ann Lee".
func (r *reader) titled(at span.Range, head int) int {
	for _, n := range r.d.NamesIn(at) {
		if n.Type != doc.Person || n.Entity < 0 || n.Title.Empty() || n.From <= head || !at.Contains(n.Range) {
			continue
		}
		solid := true
		if n.Title.Has(head) {
			for i := head; i < n.From; i++ {
				solid = solid && r.upos(i) != "ADP" // not "a spokesman for Judge Lee"
			}
			if solid {
				return n.Entity
			}
			continue
		}
		first := head
		for _, body := range r.d.NamesIn(at) {
			if body.Has(head) && body.Type != doc.Person {
				first = body.To // whatever stands in the name of the office's body
			}
		}
		for i := first; i < n.Title.From; i++ {
			solid = solid && (r.inside(i) && r.capital(i) || r.upos(i) == "CCONJ" && i+1 < n.Title.From)
		}
		if solid && r.capital(head) && n.Title.From <= head+6 {
			return n.Entity
		}
	}
	return -1
}

// holder returns the person whose office the head of a source is, named right behind it:
// "Secretary of the Interior Ann Lee"; -1 when there is none.
func (r *reader) holder(at span.Range, head int) int {
	of := head + 1
	if of >= at.To || r.norm(of) != r.d.Lang.Compare.Of || !r.capital(head) {
		return -1
	}
	for _, n := range r.d.NamesIn(at) {
		if n.Type != doc.Person || n.Entity < 0 || n.From < of+2 || n.From > of+maxOffice || !at.Contains(n.Range) {
			continue
		}
		first := of + 1
		if r.upos(first) == "DET" {
			first++
		}
		solid := first < n.From && (n.Title.Empty() || n.Title.From == head)
		for i := first; i < n.From; i++ {
			solid = solid && (r.capital(i) || r.upos(i) == "CCONJ")
		}
		if solid {
			return n.Entity
		}
	}
	return -1
}

// maxOffice is how many tokens behind "of" name what an office is for, at most.
const maxOffice = 6

// oneOf reports whether a source is one of the group that name n at its head names: "the
// panel's top Democrat".
func (r *reader) oneOf(at span.Range, head int, n *doc.Name) bool {
	if n.Type != doc.GroupType || r.d.Tokens[head].XPOS == "NNPS" || r.d.Tokens[head].XPOS == "NNS" {
		return false
	}
	for i := at.From; i < n.From; i++ {
		if k := &r.d.Tokens[i]; k.XPOS == "POS" || k.XPOS == "PRP$" || r.d.Lang.Name.Articles.Has(k.Norm) && k.Norm != "the" || k.XPOS == "JJS" || r.upos(i) == "ADJ" {
			return true
		}
	}
	return false
}

// apposed returns the person or body named right behind the comma that closes
// the phrase around a common noun at head: "a spokesman for the port, Ann Lee";
// -1 when there is none.
func (r *reader) apposed(at span.Range, head int) int {
	if r.upos(head) == "PROPN" || r.upos(head) == "PRON" {
		return -1
	}
	comma := head + 1
	for comma < at.To && r.norm(comma) != "," {
		if r.finite(comma) || r.l.Relatives.Has(r.norm(comma)) {
			return -1
		}
		comma++
	}
	for _, n := range r.d.NamesIn(at) {
		from := n.From
		if !n.Title.Empty() && n.Title.From > comma {
			from = n.Title.From
		}
		if n.Entity < 0 || from <= comma || !at.Contains(n.Range) {
			continue
		}
		if from-1 == comma+1 && r.d.Lang.Name.Definite.Has(r.norm(comma+1)) {
			from = comma + 1 // "the provider, the Nord Company"
		}
		near := from == comma+1 || n.From <= comma+6 && n.Type == doc.Person && !r.relativeVerb(n.From, comma)
		closed := n.To == at.To || r.norm(n.To) == "," || r.norm(n.To) == "(" || r.l.Relatives.Has(r.norm(n.To))
		switch {
		case near && !closed:
			continue // "the bill's author, Republican Ann Lee,"
		case !near || n.To+1 < at.To && r.upos(n.To+1) == "CCONJ":
		case n.Type == doc.Person:
			return n.Entity
		case n.Type == doc.Organization && comma == head+1:
			return n.Entity
		}
		return -1
	}
	return -1
}

// origin says what kind of source stands behind the words.
func (r *reader) origin(at span.Range, speaker int) doc.OriginKind {
	head := r.headOf(at)
	if head < 0 {
		return doc.OriginUnnamed
	}
	if r.isMedia(at, head) {
		return doc.OriginMedia
	}
	kind := r.common(head)
	if kind != "" && (speaker < 0 || !r.names(speaker, doc.OriginKind(kind))) {
		return doc.OriginKind(kind)
	}
	if speaker >= 0 {
		switch e := r.d.Entities[speaker]; e.Type {
		case doc.Person:
			return doc.OriginPerson
		case doc.Work:
			return doc.OriginDocument
		case doc.Organization, doc.Place, doc.GroupType:
			if r.l.Media.Has(strings.ToLower(e.Name)) {
				return doc.OriginMedia
			}
			if e.Type == doc.GroupType {
				return doc.OriginUnnamed
			}
			return doc.OriginOrganization
		}
	}
	if r.l.Persons.Has(r.norm(head)) {
		return doc.OriginPerson
	}
	if r.upos(head) == "PROPN" {
		for _, n := range r.d.NamesIn(span.Range{From: head, To: head + 1}) {
			if n.Has(head) && n.Type == doc.Person {
				return doc.OriginPerson
			}
		}
		if kind := doc.OriginKind(r.l.Sources[r.norm(head)]); kind == doc.OriginOfficial || kind == doc.OriginExpert {
			return kind // "the Foreign Secretary"
		}
		return doc.OriginOrganization
	}
	return doc.OriginUnnamed
}

// names reports whether an entity tells more than a common noun of that kind:
// a person more than "spokesman", a body more than "owner".
func (r *reader) names(entity int, kind doc.OriginKind) bool {
	switch kind {
	case doc.OriginOfficial, doc.OriginExpert, doc.OriginWitness, doc.OriginUnnamed:
		t := r.d.Entities[entity].Type
		return t == doc.Person || t == doc.Organization || kind == doc.OriginOfficial
	}
	return false
}

// common returns the kind of origin that the common noun at i names; empty for
// names and pronouns. A first word is a common noun where it can be one.
func (r *reader) common(i int) string {
	switch r.upos(i) {
	case "PRON":
		return ""
	case "PROPN":
		if s := r.d.SentenceOf(i); s < 0 || r.d.Sentences[s].From != i && r.d.Sentences[s].Kind != article.Headline {
			return ""
		}
		for _, n := range r.d.NamesIn(span.Range{From: i, To: i + 1}) {
			if n.Has(i) {
				return ""
			}
		}
	}
	word := r.norm(i)
	if i > 0 {
		if kind, ok := r.l.Sources[r.norm(i-1)+" "+r.d.Tokens[i].Lemma]; ok {
			return kind // "coast guard"
		}
	}
	for _, form := range []string{r.d.Tokens[i].Lemma, word, strings.TrimSuffix(word, "s"), strings.TrimSuffix(word, "es")} {
		if kind, ok := r.l.Sources[form]; ok {
			return kind // the tagger's plurals are not all right
		}
	}
	return ""
}

// isMedia reports whether the phrase up to its head names an outlet.
func (r *reader) isMedia(at span.Range, head int) bool {
	if r.upos(head) != "PROPN" && r.upos(head) != "NUM" && !r.capital(head) {
		return r.common(head) == string(doc.OriginMedia)
	}
	for _, n := range r.d.NamesIn(span.Range{From: head, To: head + 1}) {
		if n.Has(head) && (r.outlets[n.Entity] || n.Type == doc.Person) {
			return r.outlets[n.Entity]
		}
	}
	if r.callSign(head) || head > at.From && r.upos(head) == "NUM" && (r.l.Stations.Has(r.norm(head-1)) || r.isMedia(at, head-1)) {
		return true // "Channel 4", "News 2"
	}
	for i := head; i > at.From && r.upos(i) == "PROPN"; i-- {
		if r.mediaNoun(i - 1) {
			return true // "the news agency Mersa"
		}
	}
	for from := at.From; from <= head; from++ {
		if r.l.Media.Has(strings.ToLower(strings.Trim(r.d.Words(span.Range{From: from, To: head + 1}), `"'“”‘’`))) {
			return true
		}
	}
	return false
}

// callSign reports whether the word at i is a station's call sign: "KTRK".
func (r *reader) callSign(i int) bool {
	w := r.d.Word(i)
	return (len(w) == 4 || len(w) == 3) && strings.ToUpper(w) == w && strings.ToLower(w) != w && strings.IndexByte(r.l.CallSigns, w[0]) >= 0 &&
		strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
