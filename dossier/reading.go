package dossier

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// reading is a dossier arranged for reading: what comes in which order, under
// which number and label. All renderings are made from it, so that difference
// 3 is difference 3 in each of them.
type reading struct {
	d       *Dossier
	labels  []string // by article: its outlet, numbered when the outlet has several
	outlets []string // distinct, as they are shown, in the order of articles

	shortened map[string]string // shown names of outlets with long ids for names

	articles, claimAt, originAt map[string]int // by id

	loud       []*Disagreement // conflicts, then what is refined or updated
	quiet      []*Disagreement // said differently without conflict
	claims     []*Claim        // most originals first, then most outlets
	utterances []*Quote        // but for those that only an article and its copies have alike

	stamps    map[string]string   // when each article was published, in short
	alike     map[*Claim][]*Claim // shown with a claim, being stated by the same words
	number    map[string]int      // shown number of a claim, by id
	statement map[string][]hit    // reports by article
	divided   map[*Report]bool    // whether its claim is affirmed by some and denied by others
}

// hit is a report with the claim that it belongs to.
type hit struct {
	*Report
	claim *Claim
}

func newReading(d *Dossier) *reading {
	r := &reading{
		d:         d,
		articles:  map[string]int{},
		claimAt:   map[string]int{},
		originAt:  map[string]int{},
		number:    map[string]int{},
		statement: map[string][]hit{},
		divided:   map[*Report]bool{},
		alike:     map[*Claim][]*Claim{},
	}
	r.name()
	r.stamps = stamps(d.Articles)
	for i := range d.Origins {
		r.originAt[d.Origins[i].ID] = i
	}
	for i := range d.Claims {
		c := &d.Claims[i]
		r.claimAt[c.ID] = i
		r.claims = append(r.claims, c)
		divided := slices.ContainsFunc(c.Reports, func(p Report) bool { return p.Polarity != c.Reports[0].Polarity })
		for k := range c.Reports {
			p := &c.Reports[k]
			r.statement[p.Article] = append(r.statement[p.Article], hit{p, c})
			r.divided[p] = divided
		}
	}
	slices.SortStableFunc(r.claims, func(a, b *Claim) int {
		return cmp.Or(btoi(len(a.Outlets) < 2)-btoi(len(b.Outlets) < 2), cmp.Compare(len(b.Originals), len(a.Originals)), cmp.Compare(len(b.Outlets), len(a.Outlets)))
	})
	r.merge()
	for i := range d.Quotes {
		if q := &d.Quotes[i]; q.Relation != "identical" || !r.copied(q) {
			r.utterances = append(r.utterances, q)
		}
	}
	for i := range d.Disagreements {
		if g := &d.Disagreements[i]; loudness(g.Relation) > 0 {
			r.loud = append(r.loud, g)
		} else {
			r.quiet = append(r.quiet, g)
		}
	}
	slices.SortStableFunc(r.loud, func(a, b *Disagreement) int {
		return cmp.Compare(loudness(b.Relation), loudness(a.Relation))
	})
	return r
}

// article returns the article with the id, or nil.
func (r *reading) article(id string) *Article {
	if i, ok := r.articles[id]; ok {
		return &r.d.Articles[i]
	}
	return nil
}

// label names an article by its outlet.
func (r *reading) label(id string) string {
	if i, ok := r.articles[id]; ok {
		return r.labels[i]
	}
	return oneLine(id)
}

// outlet returns the index in outlets of the article's, or -1.
func (r *reading) outlet(id string) int {
	if a := r.article(id); a != nil {
		return slices.Index(r.outlets, r.outletOf(a))
	}
	return -1
}

// merge numbers the claims. Those that are stated by the same words as an earlier
// one are shown with it.
func (r *reading) merge() {
	heads := map[string][]*Claim{} // by sentence
	var list []*Claim
	for _, c := range r.claims {
		e := c.Statement
		key := r.sentenceKey(e)
		k := slices.IndexFunc(heads[key], func(h *Claim) bool {
			shared := min(e.End, h.Statement.End) - max(e.Start, h.Statement.Start)
			return 10*shared >= 9*(max(e.End, h.Statement.End)-min(e.Start, h.Statement.Start))
		})
		if k >= 0 {
			h := heads[key][k]
			r.alike[h] = append(r.alike[h], c)
			r.number[c.ID] = r.number[h.ID]
			continue
		}
		heads[key] = append(heads[key], c)
		list = append(list, c)
		r.number[c.ID] = len(list)
	}
	r.claims = list
}

// reports lists the reports of c and of the claims that are shown with it.
func (r *reading) reports(c *Claim) []*Report {
	var out []*Report
	for _, c := range append([]*Claim{c}, r.alike[c]...) {
		for i := range c.Reports {
			out = append(out, &c.Reports[i])
		}
	}
	return out
}

// foremost is how many claims are shown in full; the others are folded away or
// given a line.
const foremost = 12

// brief is a sentence of the summary with the claims that it states.
type brief struct {
	excerpt
	claims []*Claim
}

// briefs puts the claims of the summary that share a sentence together, without
// the one that is the title.
func (r *reading) briefs() []brief {
	var out []brief
	index := map[string]int{}
	for _, id := range r.d.Summary {
		i, ok := r.claimAt[id]
		if !ok {
			continue
		}
		c := r.claims[r.number[r.d.Claims[i].ID]-1]
		e := r.said(c)
		if t := r.d.Title; t != nil && e.Text == t.Text {
			continue // it stands above
		}
		key := r.sentenceKey(e)
		k, ok := index[key]
		if !ok {
			k = len(out)
			index[key] = k
			out = append(out, brief{})
		}
		if !slices.Contains(out[k].claims, c) {
			out[k].claims = append(out[k].claims, c)
			out[k].at = append(out[k].at, e)
		}
	}
	for k := range out {
		out[k].pieces = r.pieces(out[k].at)
	}
	return out
}

// figures lists the numbers that two reports give which do not copy each other.
func (r *reading) figures() []*Figure {
	var out []*Figure
	for i := range r.d.Figures {
		f := &r.d.Figures[i]
		if slices.ContainsFunc(f.Evidence, func(e Evidence) bool { return r.original(e.Article) != r.original(f.Evidence[0].Article) }) {
			out = append(out, f)
		}
	}
	return out
}

// original returns the id of the article that the one with the id copies, or id.
func (r *reading) original(id string) string {
	if a := r.article(id); a != nil && a.CopyOf != nil {
		return *a.CopyOf
	}
	return id
}

// copied tells whether only one article and its copies have q.
func (r *reading) copied(q *Quote) bool {
	for _, p := range q.Renderings {
		if r.original(p.Article) != r.original(q.Renderings[0].Article) {
			return false
		}
	}
	return true
}

// said returns the statement of c, where it stands first: in the original
// rather than in a copy that has the same words.
func (r *reading) said(c *Claim) Evidence {
	original := r.original(c.Statement.Article)
	if original == c.Statement.Article {
		return c.Statement
	}
	for i := range c.Reports {
		if e := c.Reports[i].Evidence; e.Article == original && straight.Replace(e.Text) == straight.Replace(c.Statement.Text) {
			return e
		}
	}
	return c.Statement
}

// gist shows the statement of c: what reports of its article say of it, the words
// around that faint.
func (r *reading) gist(c *Claim) excerpt {
	x := r.one(r.said(c))
	var own []Evidence
	for _, p := range r.reports(c) {
		if e := x.at[0]; p.Article == e.Article && p.Field == e.Field && e.Start <= p.Start && p.End <= e.End {
			own = append(own, p.Evidence)
		}
	}
	if len(own) > 0 {
		x.pieces = r.pieces(own)
	}
	return x
}

// wordings shows the reports of c, each once.
func (r *reading) wordings(c *Claim) []excerpt {
	var list []Evidence
	reports := map[Evidence]*Report{}
	for _, p := range r.reports(c) {
		list = append(list, p.Evidence)
		reports[p.Evidence] = p
	}
	return r.excerpts(list, func(e Evidence) *Report { return reports[e] })
}

// offsets says where e stands in its article.
func offsets(e Evidence) string {
	at := fmt.Sprintf("%d–%d", e.Start, e.End)
	if e.Field != "" {
		return oneLine(e.Field) + " " + at
	}
	return at
}

// place says where e stands: "Axis Post 1203–1240".
func (r *reading) place(e Evidence) string { return r.label(e.Article) + " " + offsets(e) }

// crowd is how many wordings of one position are shown in full, of the rest
// only where they stand; and how many outlets are named beside a claim.
const crowd = 8

// places lists all the evidence of excerpts.
func places(list []excerpt) []Evidence {
	var out []Evidence
	for _, x := range list {
		out = append(out, x.at...)
	}
	return out
}

// from names the articles that the evidence is from, each once.
func (r *reading) from(list []Evidence) []string {
	var out []string
	for _, e := range list {
		if name := r.label(e.Article); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// report finds the report that e is part of, or nil: one that covers at least
// half of it, the best covering first.
func (r *reading) report(e Evidence) *Report {
	var best *Report
	most := 0
	for _, h := range r.statement[e.Article] {
		if h.Field != e.Field {
			continue
		}
		shared := min(h.End, e.End) - max(h.Start, e.Start)
		if shared > most && 2*shared >= e.End-e.Start {
			best, most = h.Report, shared
		}
	}
	return best
}

// step is one link of a chain as it is shown.
type step struct {
	name string
	cue  *Evidence
}

// chain lists who stands behind a report after the outlet itself, nearest
// first; nothing for the outlet's own reporting.
func (r *reading) chain(p *Report) []step {
	if p == nil {
		return nil
	}
	var out []step
	for _, l := range p.Chain {
		i, ok := r.originAt[l.Origin]
		if !ok {
			continue
		}
		if o := &r.d.Origins[i]; o.Kind != "self" {
			out = append(out, step{oneLine(o.Name), l.Cue})
		}
	}
	return out
}

// sources writes a chain as "source: the minister, via state media".
func sources(chain []step) string {
	var via []string
	for _, s := range chain[:len(chain)-1] {
		via = append(via, s.name)
	}
	s := "source: " + chain[len(chain)-1].name
	if len(via) > 0 {
		s += ", via " + strings.Join(via, ", ")
	}
	return s
}

// caveats lists what qualifies a report: how sure it is, and where others say
// that something is so, that it says not.
func (r *reading) caveats(p *Report) []string {
	if p == nil {
		return nil
	}
	var out []string
	if p.Polarity == "denied" && r.divided[p] {
		out = append(out, "says not")
	}
	switch {
	case p.Hedge == "possible" || p.Hedge == "probable":
		out = append(out, "hedged: "+p.Hedge)
	case p.Hedge == "reported" && len(p.Chain) == 0:
		out = append(out, "as reported")
	}
	return out
}

// behind says who stands behind a piece of evidence and how firmly, in one
// line of labels and the sources' names; empty for flat statements of the
// outlet itself.
func (r *reading) behind(p *Report) string {
	var parts []string
	if chain := r.chain(p); len(chain) > 0 {
		parts = append(parts, sources(chain))
	}
	parts = append(parts, r.caveats(p)...)
	return strings.Join(parts, " · ")
}

// part names the part of an article that e stands in when it is not the
// running text: a headline, a caption.
func (r *reading) part(e Evidence) string {
	if e.Field == "title" {
		return "headline"
	}
	a := r.article(e.Article)
	if a == nil {
		return ""
	}
	for _, g := range a.Regions {
		if (g.Kind == "headline" || g.Kind == "caption") && g.Start <= e.Start && e.End <= g.End {
			return g.Kind
		}
	}
	return ""
}

// title returns the words that name the story, and where they are from.
func (r *reading) title() (words string, from *Evidence) {
	if t := r.d.Title; t != nil && strings.TrimSpace(t.Text) != "" {
		return oneLine(t.Text), t
	}
	return "One event, " + count(len(r.d.Articles), "report"), nil
}

// scope says what was compared: "4 reports by 3 outlets, 12–13 Mar 2031".
func (r *reading) scope() string {
	parts := []string{count(len(r.d.Articles), "report") + " by " + count(len(r.outlets), "outlet")}
	if when := published(r.d.Articles); when != "" {
		parts = append(parts, when)
	}
	if n := len(r.d.LeftOut); n > 0 {
		parts = append(parts, count(n, "left out", "left out"))
	}
	return strings.Join(parts, ", ")
}

// count writes a number with its noun; many defaults to one with an s.
func count(n int, one string, many ...string) string {
	if n == 1 {
		return "1 " + one
	}
	if len(many) > 0 {
		return fmt.Sprintf("%d %s", n, many[0])
	}
	return fmt.Sprintf("%d %ss", n, one)
}

// oneLine returns s with every run of white space as one blank and without
// control characters, which could drive a terminal, and without the marks that
// turn the direction of text.
func oneLine(s string) string {
	s = strings.Map(func(c rune) rune {
		switch {
		case c == '\n' || c == '\t' || c == '\r' || c == '\v' || c == '\f' || c == 0x85:
			return ' '
		case c < ' ' || 0x7f <= c && c < 0xa0:
			return '\uFFFD'
		case 0x202a <= c && c <= 0x202e || 0x2066 <= c && c <= 0x2069:
			return -1
		}
		return c
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
