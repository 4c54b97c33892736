package compare

import (
	"slices"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// tie is how a document says one person is kin to another: "his girlfriend, Ann Lund".
type tie struct {
	words    Evidence // the noun with what stands before it
	evidence Evidence // with the name
	owner    int32    // key of whose kin it is
	kind     string   // of lang.Compare.Ties
}

// ties finds people whom accounts make other kin of one person: "his wife", "his
// girlfriend". Who is kin in two ways in one account is left out.
func (t *table) ties() []Disagreement {
	var found []Disagreement
	for e := range t.entities.Entities {
		entity := &t.entities.Entities[e]
		if entity.Type != doc.Person || !entity.Participant {
			continue
		}
		var owners []int32
		told := map[int32][]tie{}
		for _, m := range entity.Members {
			for _, k := range t.tiesOf(m.Doc, m.Entity) {
				if told[k.owner] == nil {
					owners = append(owners, k.owner)
				}
				told[k.owner] = append(told[k.owner], k)
			}
		}
		for _, owner := range owners {
			if d, ok := t.tieDifference(e, told[owner]); ok {
				found = append(found, d)
			}
		}
	}
	return found
}

// tieConfidence is how sure it is, in hundredths, that two nouns are of one tie.
const tieConfidence = 60

// tieDifference sets the ties of entity e to one person against each other.
func (t *table) tieDifference(e int, list []tie) (Disagreement, bool) {
	d := Disagreement{Slot: RoleSlot, About: t.mention(e), Claim: -1, Confidence: tieConfidence}
	var kinds []string
	by := map[int]string{}
	for _, k := range list {
		if at, ok := by[k.words.Doc]; ok && at != k.kind {
			return Disagreement{}, false
		}
		by[k.words.Doc] = k.kind
		at := slices.Index(kinds, k.kind)
		if at < 0 {
			kinds = append(kinds, k.kind)
		}
		d.put(at, Position{Value: k.words, Entity: e}, k.evidence)
	}
	if len(kinds) < 2 {
		return Disagreement{}, false
	}
	d.relate(func(_, _ *Position) Relation { return Refines })
	return d, true
}

// tiesOf lists how document n says that its entity local is kin to others.
func (t *table) tiesOf(n, local int) []tie {
	d := t.docs[n]
	var list []tie
	for _, m := range d.Entities[local].Names {
		name := d.Names[m].Range
		s := d.SentenceOf(name.From)
		if s < 0 || !d.Sentences[s].Kind.Reported() {
			continue
		}
		for i := max(d.Sentences[s].From, name.From-maxRole); i < min(d.Sentences[s].To, name.To+maxRole); i++ {
			kind := kin(d, i)
			if kind == "" || name.Has(i) || !kinTo(d, i, name) {
				continue
			}
			owner, from := t.ownerOf(n, i)
			if owner < 0 {
				continue
			}
			words := d.Span(span.Range{From: min(from, i), To: i + 1})
			list = append(list, tie{Evidence{n, words}, Evidence{n, words.Cover(d.Span(name))}, owner, kind})
		}
	}
	return list
}

// kin returns what kind of kin token i names; nothing for other words, and for parts of
// longer ones: "son-in-law", "great-uncle".
func kin(d *doc.Doc, i int) string {
	k := &d.Tokens[i]
	if k.UPOS != "NOUN" || i > 0 && d.Tokens[i-1].Norm == "-" || i+1 < len(d.Tokens) && d.Tokens[i+1].Norm == "-" {
		return ""
	}
	return d.Lang.Compare.Ties[strings.ToLower(k.Lemma)]
}

// kinTo reports whether the tree has the noun at token i in apposition to a name, or in one
// compound with it.
func kinTo(d *doc.Doc, i int, name span.Range) bool {
	for k := name.From; k < name.To; k++ {
		switch h := d.Tokens[k].Head; d.Tokens[k].Relation {
		case "appos", "flat", "compound":
			if h == i {
				return true
			}
		}
	}
	switch d.Tokens[i].Relation {
	case "appos", "compound", "flat":
		return name.Has(d.Tokens[i].Head)
	}
	return false
}

// ownerOf returns the key of whose kin the noun at token i of document n is, and the token
// where that is said: "her", "Lund's"; -1 when it is not said of somebody known by name.
func (t *table) ownerOf(n, i int) (key int32, from int) {
	d := t.docs[n]
	s := d.Sentences[d.SentenceOf(i)]
	heads := []int{i}
	if d.Tokens[i].Relation == "compound" || d.Tokens[i].Relation == "flat" {
		heads = append(heads, d.Tokens[i].Head) // "his wife Ann Lund" hangs on the name
	}
	for k := i - 1; k >= max(s.From, i-maxRole-2); k-- {
		if d.Tokens[k].Relation == "nmod:poss" && slices.Contains(heads, d.Tokens[k].Head) {
			if key := t.word[n][k]; key >= 0 && t.person(key) {
				from := k
				for from > s.From && t.word[n][from-1] == key {
					from--
				}
				return key, from
			}
			return -1, 0
		}
	}
	return -1, 0
}
