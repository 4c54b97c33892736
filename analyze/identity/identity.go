// Package identity tells who is who within one article: which names are the
// same person, body or place, which descriptions and pronouns stand for them,
// and who only signed the article or took its pictures.
package identity

import (
	"slices"
	"strings"

	"synoptic/analyze/doc"
	"synoptic/lang"
	"synoptic/span"
)

// Version of the step's output.
const Version = 9

// Run writes Entities, References and the entity of every name.
func Run(d *doc.Doc) {
	r := &resolver{d: d, l: &d.Lang.Name, byKey: map[string]int{}, byWord: map[string][]int{}}
	r.read()
	r.bodies()
	r.people()
	r.aliases()
	r.offices()
	r.write()
	r.describe()
	r.references()
	r.identified()
	r.pronouns()
	r.pairs()
}

// resolver is the work on one article.
type resolver struct {
	d     *doc.Doc
	l     *lang.Name
	names []mention
	ents  []entity
	byKey map[string]int // non-persons by type and key
	// byWord gives entities by words of their names: people by index, others
	// by indexBody.
	byWord map[string][]int
	found  []int  // of near
	home   string // key of the country that the article names most
	of     []int  // for each token, 1 + index of the name that holds it
	// titled holds the keys of people's names that have a role somewhere: who
	// is so named need not be named in full.
	titled map[string]bool
	// tails gives what the full names of people may end in when they are
	// written short, with the most words of such a name.
	tails map[string]int
	kinds map[string][]string // Lang.RoleKinds the other way round
}

// mention is a name with what identity needs of it.
type mention struct {
	form   Form
	key    string // of the gazetteer; empty when it is not there
	gender string // by its title or given name: "m", "f" or ""
	signed bool   // stands where articles are signed or credited
	office bool   // only says what someone of another name is
	heads  []string
	// told are the heads of titles and of descriptions beside the name, which
	// tell who is meant; "Doe was a son of a miller" says something of him.
	told    []string
	roles   []span.Range
	ent     int
	because string
}

// entity is one who or what in the making.
type entity struct {
	typ    doc.Type
	form   Form   // the fullest
	also   []Form // of a person, with the family name spelled differently
	key    string
	names  []int
	gender string
	heads  []string // the words in the roles of its mentions
	told   []string // those of them that tell who is meant
	signed bool     // only ever signed or credited
	// inSigned is true for people first met where articles are signed: they
	// are never the same as people in the news.
	inSigned bool
	roles    []role
	up       int // the body that it is joined to, itself when none
}

// role is a title or description, with the keys of the countries and bodies
// in it.
type role struct {
	span.Range
	heads []string
	keys  []string
}

// read prepares the mentions.
func (r *resolver) read() {
	d := r.d
	r.names = make([]mention, len(d.Names))
	r.of = make([]int, len(d.Tokens))
	for i, n := range d.Names {
		m := &r.names[i]
		m.ent = -1
		m.form = NewForm(r.l, d.Words(n.Range))
		for t := n.From; t < n.To; t++ {
			r.of[t] = i + 1
		}
		if s := d.SentenceOf(n.From); s >= 0 {
			m.signed = !d.Sentences[s].Kind.Reported()
		}
		if n.Type == doc.Person {
			m.gender = r.gender(n, m.form)
			continue
		}
		m.key = r.known(n.Range)
	}
	for i, n := range d.Names {
		r.names[i].office = n.Type == doc.Person && r.office(n)
	}
	r.fulls()
	for i, n := range d.Names {
		// "Baker" may be one of an Anna Baker
		if m := &r.names[i]; m.office && r.tails[Fold(d.Tokens[n.To-1].Norm)] > 0 {
			m.office = false
		}
	}
	for i, n := range d.Names {
		if n.Type != doc.Person {
			continue
		}
		m := &r.names[i]
		if !n.Title.Empty() {
			m.roles = append(m.roles, n.Title)
		}
		m.roles = append(m.roles, r.appositions(n)...)
		roles := m.roles[:0]
		for _, at := range m.roles {
			if heads := r.roleHeads(at); len(heads) > 0 {
				m.heads = append(m.heads, heads...)
				if at.From == 0 || d.Tokens[at.From-1].Lemma != d.Lang.Clause.Be {
					m.told = append(m.told, heads...)
				}
				roles = append(roles, at)
			}
		}
		m.roles = roles
	}
}

// known returns the key of a name that is whole in the gazetteer.
func (r *resolver) known(n span.Range) string {
	var node int32
	for i := n.From; i < n.To; i++ {
		norm := r.d.Tokens[i].Norm
		next := r.l.Known.Step(node, norm)
		if v := r.l.Variants[norm]; next == 0 && v != "" {
			next = r.l.Known.Step(node, v)
		}
		if node = next; node == 0 {
			return ""
		}
	}
	k, _ := r.l.Known.At(node)
	return k.Key
}

// gender returns what the title, or else the given name, shows.
func (r *resolver) gender(n doc.Name, f Form) string {
	for i := n.Title.From; i < n.Title.To; i++ {
		switch g := r.l.Honorifics[r.d.Tokens[i].Norm]; g {
		case "m", "f":
			return g
		}
	}
	if len(f.Words) > 1 && !f.FamilyFirst {
		return sex(r.l.Given[f.Words[0]])
	}
	return ""
}

func sex(g string) string {
	if g == "m" || g == "f" {
		return g
	}
	return ""
}

// join puts name i into entity e, and says why unless it is the first there.
func (r *resolver) join(i, e int, because string) {
	x := &r.ents[e]
	m := &r.names[i]
	m.ent = e
	if m.because = because; len(x.names) == 0 {
		m.because = ""
	}
	x.names = append(x.names, i)
	if !m.signed {
		x.signed = false
	}
	if x.gender == "" {
		x.gender = m.gender
	}
	x.heads = union(x.heads, m.heads)
	x.told = union(x.told, m.told)
	if len(m.form.Words) > len(x.form.Words) || len(m.form.Words) == len(x.form.Words) && len(m.form.Suffix) > len(x.form.Suffix) {
		x.form = m.form
	} else if len(x.names) > 1 {
		if m.form.Full() && !m.office && m.form.Family() != x.form.Family() && len(x.also) < spellings {
			x.also = append(x.also, m.form)
			r.index(e, m.form)
		}
		return
	}
	if x.typ == doc.Person {
		r.index(e, x.form)
	}
}

// spellings is how many spellings of one person's name count.
const spellings = 8

// union adds to a what b has and a has not.
func union(a, b []string) []string {
	for _, w := range b {
		if !slices.Contains(a, w) {
			a = append(a, w)
		}
	}
	return a
}

// write puts the entities on the document, in the order of their first names.
func (r *resolver) write() {
	d := r.d
	place := make([]int, len(r.ents))
	for e := range place {
		place[e] = -1
	}
	var ordered []entity
	for i := range r.names {
		e := r.names[i].ent
		if e < 0 {
			continue
		}
		if place[e] < 0 {
			place[e] = len(ordered)
			ordered = append(ordered, r.ents[e])
		}
		r.names[i].ent = place[e]
		d.Names[i].Entity = place[e]
		d.Names[i].Because = r.names[i].because
	}
	for e := range ordered {
		x := &ordered[e]
		x.names = x.names[:0:0]
	}
	for i := range r.names {
		if e := r.names[i].ent; e >= 0 {
			ordered[e].names = append(ordered[e].names, i)
		}
	}
	r.ents = ordered
	for e := range r.ents {
		x := &r.ents[e]
		out := doc.Entity{Type: x.typ, Names: x.names, Participant: !x.signed && !r.cited(x)}
		best := ""
		seen := map[string]bool{}
		for _, i := range x.names {
			if r.names[i].office && !r.unnamed(x) {
				continue
			}
			w := d.Words(d.Names[i].Range)
			if r.fuller(w, best) {
				best = w
			}
			if !seen[w] {
				seen[w] = true
				out.Aliases = append(out.Aliases, w)
			}
		}
		out.Name = best
		aliases := out.Aliases[:0]
		for _, w := range out.Aliases {
			if w != best {
				aliases = append(aliases, w)
			}
		}
		out.Aliases = aliases
		d.Entities = append(d.Entities, out)
	}
}

// unnamed reports whether all names of x are only offices.
func (r *resolver) unnamed(x *entity) bool {
	return !slices.ContainsFunc(x.names, func(i int) bool { return !r.names[i].office })
}

// fuller reports whether the name a is the better one to show: it has more words
// than b, or as many and is not all in capitals as b is.
func (r *resolver) fuller(a, b string) bool {
	if b == "" {
		return true
	}
	na, nb := len(NewForm(r.l, a).Words), len(NewForm(r.l, b).Words)
	if na != nb {
		return na > nb
	}
	shout := func(s string) bool { return len(s) > 5 && s == strings.ToUpper(s) }
	return shout(b) && !shout(a)
}

// cited reports whether x is an outlet that does nothing here but report.
func (r *resolver) cited(x *entity) bool {
	if x.typ != doc.Organization {
		return false
	}
	d := r.d
	for _, i := range x.names {
		n := d.Names[i]
		if n.Label != "Outlet" {
			return false
		}
		if n.To < len(d.Tokens) && !r.names[i].signed {
			next := &d.Tokens[n.To]
			if (next.UPOS == "VERB" || next.UPOS == "AUX") && !r.l.Speech.Has(next.Norm) && !r.l.Cited.Has(next.Norm) {
				return false
			}
		}
	}
	return true
}
