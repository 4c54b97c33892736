package dossier

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"synoptic/article"
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
	claims     []*Claim        // of two outlets or more: those that most wrote themselves first, then those that most have
	sure       int             // how many of claims two outlets surely share; of the rest they may tell two facts
	lone       []*Claim        // of one outlet, its copies and versions
	utterances []*Quote        // but for those that only one outlet and its copies have, alike

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
		return cmp.Or(cmp.Compare(len(r.writers(b)), len(r.writers(a))), cmp.Compare(len(r.having(b)), len(r.having(a))))
	})
	var several []*Claim
	for _, c := range r.claims {
		if len(r.writing(evidence(c.Reports))) < 2 {
			r.lone = append(r.lone, c)
		} else {
			several = append(several, c)
		}
	}
	r.claims = several
	r.merge()
	if r.sure = slices.IndexFunc(r.claims, func(c *Claim) bool { return len(r.writers(c)) < 2 }); r.sure < 0 {
		r.sure = len(r.claims)
	}
	for i := range d.Quotes {
		if q := &d.Quotes[i]; q.Relation != "identical" || !r.copied(q.places()) {
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

// having lists the outlets that surely have c.
func (r *reading) having(c *Claim) []string {
	out := r.named(c.Outlets)
	slices.Sort(out)
	return slices.Compact(out)
}

// writers lists the outlets that surely made c themselves.
func (r *reading) writers(c *Claim) []string { return r.writing(evidence(c.sure())) }

// sure lists the reports of c but those that may tell another fact.
func (c *Claim) sure() []Report {
	return slices.DeleteFunc(slices.Clone(c.Reports), func(p Report) bool { return p.Unsure })
}

// evidence lists where reports stand.
func evidence(list []Report) []Evidence {
	var at []Evidence
	for i := range list {
		at = append(at, list[i].Evidence)
	}
	return at
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
	extra  bool // not of the summary, and shown only if it leads
}

// briefs puts the claims of the summary that share a sentence together, without
// the one that is the title. The claim that most outlets have may lead them too.
func (r *reading) briefs() []brief {
	var out []brief
	index := map[string]int{}
	ids := r.d.Summary
	if r.sure > 0 && len(ids) > 0 {
		ids = append(slices.Clip(slices.Clone(ids)), r.claims[0].ID)
	}
	for i, id := range ids {
		n := r.number[id]
		if n == 0 {
			continue
		}
		c := r.claims[n-1]
		e := r.said(c)
		if t := r.d.Title; t != nil && e.Text == t.Text {
			continue // it stands above
		}
		key := r.sentenceKey(e)
		k, ok := index[key]
		if !ok {
			k = len(out)
			index[key] = k
			out = append(out, brief{extra: i >= len(r.d.Summary)})
		}
		if !slices.Contains(out[k].claims, c) {
			out[k].claims = append(out[k].claims, c)
			out[k].at = append(out[k].at, e)
		}
	}
	for k := range out {
		out[k].pieces = r.pieces(out[k].at)
	}
	return r.led(out)
}

// led moves the sentence that has most of the titles' words, counted for every
// outlet that has its claim, to the front, and leaves out what says an earlier
// one once more.
func (r *reading) led(list []brief) []brief {
	titles := map[string]int{} // how many titles have a word
	add := func(title string) {
		for w := range telling(title) {
			titles[w]++
		}
	}
	if t := r.d.Title; t != nil {
		add(t.Text)
	}
	for i := range r.d.Articles {
		add(r.d.Articles[i].Title)
	}
	lead, least, most := 0, 0, 0
	for k := range list {
		x := list[k].excerpt
		x.pieces = slices.DeleteFunc(slices.Clone(x.pieces), func(p piece) bool { return p.faint })
		score, has := 0, 0
		for w := range telling(x.words()) {
			score += titles[w]
		}
		for _, c := range list[k].claims {
			has = max(has, len(r.having(c)))
		}
		score *= has
		if k == 0 {
			least = score * 3 / 2 // the first is first for other reasons
		} else if score > max(least, most) {
			lead, most = k, score
		}
	}
	var out []brief
	for k := range list {
		switch {
		case k == 0:
			k = lead
		case k <= lead:
			k--
		}
		if list[k].extra && k != lead {
			continue
		}
		words := telling(list[k].words())
		if !slices.ContainsFunc(out, func(b brief) bool { return repeats(words, telling(b.words())) }) {
			out = append(out, list[k])
		}
	}
	return out
}

// telling returns the words of s that are not as short as most that say little
// are, in lower case.
func telling(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range bare(strings.FieldsFunc(s, func(c rune) bool { return unicode.IsSpace(c) || c == '-' || c == '—' || c == '–' })) {
		w = strings.TrimSuffix(w, "s")
		if utf8.RuneCountInString(w) > 3 || w != "" && w[0] >= '0' && w[0] <= '9' {
			out[w] = true
		}
	}
	return out
}

// repeats tells whether at least half of the words of the shorter of two
// sentences stand in the other.
func repeats(a, b map[string]bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n > 0 && 2*n >= len(a)
}

// figures lists the numbers that two outlets give which do not copy each other; what
// has the same words for its name and the same value is one.
func (r *reading) figures() []*Figure {
	var out []*Figure
	for i := range r.d.Figures {
		f := &r.d.Figures[i]
		if r.copied(f.Evidence) {
			continue
		}
		if k := slices.IndexFunc(out, func(o *Figure) bool { return o.value() == f.value() && oneLine(o.Of) == oneLine(f.Of) }); k >= 0 {
			both := *out[k]
			both.Evidence = slices.Concat(both.Evidence, f.Evidence)
			out[k] = &both
			continue
		}
		out = append(out, f)
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

// copied tells whether list is from one outlet and its copies only.
func (r *reading) copied(list []Evidence) bool {
	return len(r.writing(list)) < 2
}

// writing names the outlets whose words list is: in place of a copy the outlet
// that it copies.
func (r *reading) writing(list []Evidence) []string {
	list = slices.Clone(list)
	for i := range list {
		list[i].Article = r.original(list[i].Article)
	}
	return r.outletsOf(list)
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

// wordings shows the reports of c, each once: those that are sure, and behind them those
// that may tell another fact, of articles that have none that is sure.
func (r *reading) wordings(c *Claim) []excerpt {
	var lists [2][]Evidence
	reports, sure := map[Evidence]*Report{}, map[string]bool{}
	all := r.reports(c)
	for _, p := range all {
		sure[p.Article] = sure[p.Article] || !p.Unsure
	}
	for _, p := range all {
		n := btoi(p.Unsure)
		if p.Unsure && sure[p.Article] {
			continue
		}
		lists[n] = append(lists[n], p.Evidence)
		reports[p.Evidence] = p
	}
	var out []excerpt
	for _, list := range lists {
		out = append(out, r.excerpts(list, func(e Evidence) *Report { return reports[e] })...)
	}
	return out
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

// headlong is the most bytes of a title shown at the top, where it may be a
// sentence of a report.
const headlong = 200

// title returns the words that name the story, and where they are from.
func (r *reading) title() (words string, from *Evidence) {
	if t := r.d.Title; t != nil && strings.TrimSpace(t.Text) != "" {
		return clip(oneLine(t.Text), headlong), t
	}
	return "One event, " + count(len(r.d.Articles), "report"), nil
}

// scope says what was compared: "4 reports by 3 outlets, 12–13 Mar 2031".
func (r *reading) scope() string {
	parts := []string{count(len(r.d.Articles), "report") + " by " + count(len(r.outlets), "outlet")}
	if when := published(r.d.Articles); when != "" {
		parts = append(parts, when)
	}
	if !slices.ContainsFunc(r.d.Articles, func(a Article) bool { return a.Published != "" }) {
		parts = append(parts, "no dates given")
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
// turn the direction of text. Marks of punctuation that were decoded wrongly are right.
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
	}, mended(s))
	return strings.Join(strings.Fields(s), " ")
}

// mended returns s with the marks of punctuation right that were decoded wrongly.
func mended(s string) string { return article.Mend(s, true, func(*strings.Builder, int) {}) }
