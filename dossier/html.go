package dossier

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

var (
	//go:embed page.html
	pageHTML string
	//go:embed page.css
	pageCSS string
	//go:embed page.js
	pageJS string

	// pageTemplate is parsed when a page is first written, which few commands do.
	pageTemplate = sync.OnceValue(func() *template.Template { return template.Must(template.New("page").Parse(pageHTML)) })

	pageHead = template.HTML(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '` + digest(pageCSS) +
		`'; script-src '` + digest(pageJS) + `'; base-uri 'none'; form-action 'none'"/>` +
		"\n<style>" + pageCSS + "</style>")
	pageScript = template.HTML("<script>" + pageJS + "</script>")
)

// digest names a style sheet or script in a content security policy.
func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// HTML writes d as one page that needs nothing outside itself: the lists, then
// every report in full with the words that the lists are made of marked.
func (d *Dossier) HTML(w io.Writer) error {
	out := bufio.NewWriter(w)
	if err := pageTemplate().Execute(out, newPage(newReading(d))); err != nil {
		return err
	}
	return out.Flush()
}

// page is what page.html shows.
type page struct {
	Head, Script    template.HTML
	Title           string
	TitleHref       string
	TitlePart       string
	Reprints        []string
	TitleFrom       *outletLink
	Scope           string
	Tally           string
	Differing       []term // words of the differences explained
	Claiming        []term // words of the claims explained
	Version         string
	Unaligned       string
	Outlets         []outletLink
	Coverage        *pageCoverage
	Articles        []pageArticle
	LeftOut         []LeftOut
	Loud, Quiet     []pageDifference
	Summary         []pageBrief
	Claims          []pageClaim
	MoreClaims      []pageClaim
	Perhaps         []pageClaim // that may be two facts
	ClaimN          int
	Class           string // "narrow" where names of outlets take little room, "long" where articles are many
	Dated           bool   // of some article more is known than its text
	Quotes          []pageQuote
	Timeline        []pageEvent
	Scales          []pageScale
	Figures         []pageFigure
	People          []pagePerson
	MorePeople      []peopleGroup
	Only            []pageSole
	Missing         []pageLack
	OnlyN, MissingN int
}

// outletLink names an article by its outlet, with a link to words in it.
type outletLink struct {
	Name  string
	Full  string // the whole name when Name is shortened
	At    string // when the article was published
	Class string // its swatch
	N     int    // index of the outlet, or -1
	Href  string // empty when the page does not hold the words
	Copy  string // name of the article it copies

	article string // id
}

// pageWords is exact words with who wrote them and where they stand.
type pageWords struct {
	Who     []outletLink
	N       string // indices of the outlets
	Href    string
	Words   template.HTML
	Chain   []pageStep
	Caveats []string
	Part    string
	Kind    string
}

type pageStep struct{ Name, Href string }

type pageArticle struct {
	Anchor           string
	Name, Class      string
	Full             string // the whole name when Name is shortened
	N                int
	Published, From  string
	URL, Title       string
	CopyOf, CopyHref string
	TitleHTML, Body  template.HTML
}

type pageDifference struct {
	Anchor         string
	N              int
	Class, Sign    string
	Relation, Slot string
	About          string
	Sides          []pageSide
	Silent         []string
	ClaimHref      string
	ClaimN         int
}

// pageSide is positions that do not conflict with each other.
type pageSide struct {
	Positions []pagePosition
	Letter    string // names it where there are several
}

type pagePosition struct {
	Value  string
	Read   string // the value as it was understood
	Bar    *pageBar
	Words  []pageWords
	More   []outletLink
	Unseen []string
}

type pageClaim struct {
	Anchor  string
	N       int
	Words   pageWords
	Outlets []outletLink
	Of      int // outlets in all
	Origins string
	Copies  string
	Differs []int // numbers of the differences on it
	Count   string
	Shared  []shared
	Graph   []pageTier
	Reports []pageWords
	Because string
	Sure    string
}

// pageBrief is a sentence with the claims that it states.
type pageBrief struct {
	Words  pageWords
	Claims []pageClaim
}

type pageQuote struct {
	Anchor            string
	Speaker, Relation string
	Collation         []pageColumn
	Apart             []outletLink // whose version is too unlike for the collation
	Versions          []pageWords
}

type pageEvent struct {
	When        string
	Words, More []pageWords
}

type pageFigure struct {
	Of, Value string
	Bar       *pageBar
	Words     []pageWords
}

type pagePerson struct {
	Name, Kind, Also string
	Reports          string
	In               []outletLink
}

// peopleGroup is those of lesser weight, folded under a label.
type peopleGroup struct {
	Label string
	List  []pagePerson
}

type pageSole struct {
	Outlet outletLink
	Words  []pageWords
}

type pageLack struct {
	Outlet outletLink
	Claims []pageClaim
}

// pageBuilder fills a page. What links into the articles is registered in marks
// before the articles are written.
type pageBuilder struct {
	*reading
	marks *marks
}

func newPage(r *reading) *page {
	b := &pageBuilder{r, newMarks(r)}
	p := &page{
		Head: pageHead, Script: pageScript,
		Differing: r.differenceTerms(), Claiming: r.claimTerms(),
		Scope: r.scope(), Reprints: r.reprints(), Tally: r.tally(), Version: oneLine(r.d.Synoptic), LeftOut: r.d.LeftOut,
	}
	words, from := r.title()
	p.Title = words
	if from != nil {
		p.TitleHref = b.marks.link(*from, anchored)
		who := b.who(*from, p.TitleHref)
		p.TitleFrom = &who
		p.TitlePart = r.part(*from)
	}
	if n := r.d.UnalignedSentences; n > 0 {
		p.Unaligned = count(n, "sentence stands", "sentences stand") + " in none of these lists"
	}
	for i, name := range r.outlets {
		p.Outlets = append(p.Outlets, outletLink{Name: name, Class: swatch(i), N: i})
	}
	for i, g := range r.loud {
		p.Loud = append(p.Loud, b.difference(i+1, g))
	}
	for i, g := range r.quiet {
		p.Quiet = append(p.Quiet, b.difference(len(r.loud)+i+1, g))
	}
	for _, c := range r.claims {
		p.Claims = append(p.Claims, b.claim(c))
	}
	for _, s := range r.briefs() {
		brief := pageBrief{Words: b.excerpt(s.excerpt, "", anchored)}
		for _, c := range s.claims {
			brief.Claims = append(brief.Claims, p.Claims[r.number[c.ID]-1])
		}
		p.Summary = append(p.Summary, brief)
	}
	for i, q := range r.utterances {
		p.Quotes = append(p.Quotes, b.quote(i+1, q))
	}
	for _, t := range r.moments() {
		e := pageEvent{When: t.when, Words: b.all(t.list, anchored)}
		if len(e.Words) > busy+1 {
			e.Words, e.More = e.Words[:busy], e.Words[busy:]
		}
		p.Timeline = append(p.Timeline, e)
	}
	p.Scales = b.scales()
	for _, f := range r.figures() {
		p.Figures = append(p.Figures, pageFigure{oneLine(f.Of), f.value(), f.axis().bar(0), b.all(r.excerpts(f.Evidence, r.report), anchored)})
	}
	b.people(p)
	for _, s := range r.soles() {
		p.OnlyN += len(s.list)
		sole := pageSole{Outlet: b.who(s.list[0].at[0], "")}
		for _, x := range s.list {
			sole.Words = append(sole.Words, b.excerpt(x, "", single, backlink{"#only", "only here", "found in this outlet only"}))
		}
		p.Only = append(p.Only, sole)
	}
	for _, l := range r.lacks() {
		p.MissingN += len(l.claims)
		n := slices.Index(r.outlets, l.outlet)
		lack := pageLack{Outlet: outletLink{Name: l.outlet, Class: swatch(n), N: n}}
		for _, c := range l.claims {
			lack.Claims = append(lack.Claims, p.Claims[r.number[c.ID]-1])
		}
		p.Missing = append(p.Missing, lack)
	}
	p.Coverage = b.coverage(p.Outlets)
	for i := range r.d.Articles {
		p.Articles = append(p.Articles, b.article(i))
	}
	p.ClaimN = r.sure
	if widest(7, r.labels...) < 7 {
		p.Class = "narrow"
	}
	if len(p.Articles) > 30 {
		p.Class = strings.TrimSpace(p.Class + " long")
	}
	p.Dated = r.dated()
	p.Claims, p.Perhaps = p.Claims[:r.sure], p.Claims[r.sure:]
	if len(p.Claims) > foremost+foremost/2 {
		p.Claims, p.MoreClaims = p.Claims[:foremost], p.Claims[foremost:]
	}
	return p
}

// How many colours and shapes mark outlets; side by side both differ.
const (
	colours = 8
	shapes  = 3
)

// swatch names the classes that mark outlet n.
func swatch(n int) string {
	if n < 0 {
		return "sw"
	}
	return fmt.Sprintf("sw o%d s%d", n%colours, n%shapes)
}

func (b *pageBuilder) who(e Evidence, href string) outletLink {
	n := b.outlet(e.Article)
	o := outletLink{Name: b.label(e.Article), Class: swatch(n), N: n, Href: href, article: e.Article}
	if a := b.reading.article(e.Article); a != nil {
		o.Full = b.full(a)
		if a.CopyOf != nil {
			o.Copy = b.label(*a.CopyOf)
		}
	}
	return o
}

// full returns the whole name of the article's outlet when it is shown shortened.
func (b *pageBuilder) full(a *Article) string {
	if name := oneLine(a.Outlet); name != "" && b.shown(name) != name {
		return name
	}
	return ""
}

// excerpt shows x with value set off in it, and registers its places.
func (b *pageBuilder) excerpt(x excerpt, value string, w weight, back ...backlink) pageWords {
	out := b.places(x.at, w, back...)
	out.Words = set(x.pieces, value)
	out.Part = b.part(x.at[0])
	b.behind(&out, x.report)
	return out
}

// places registers where words stand and says who has them.
func (b *pageBuilder) places(list []Evidence, w weight, back ...backlink) pageWords {
	var out pageWords
	var ns []string
	for _, e := range list {
		href := b.marks.link(e, w, back...)
		if out.Href == "" {
			out.Href = href
		}
		who := b.who(e, href)
		if !slices.ContainsFunc(out.Who, func(o outletLink) bool { return o.Name == who.Name }) {
			out.Who = append(out.Who, who)
			ns = append(ns, fmt.Sprint(who.N))
		}
	}
	out.N = strings.Join(ns, " ")
	return out
}

// behind names the source that a report ends at first, then who relays it.
func (b *pageBuilder) behind(out *pageWords, p *Report) {
	for _, s := range slices.Backward(b.chain(p)) {
		step := pageStep{Name: s.name}
		if s.cue != nil {
			step.Href = b.marks.link(*s.cue, anchored)
		}
		out.Chain = append(out.Chain, step)
	}
	out.Caveats = b.caveats(p)
}

func (b *pageBuilder) all(list []excerpt, w weight, back ...backlink) []pageWords {
	var out []pageWords
	for _, x := range list {
		out = append(out, b.excerpt(x, "", w, back...))
	}
	return out
}

// set writes pieces, the faint ones marked, with the first whole-word
// occurrence of value in the others set off.
func set(pieces []piece, value string) template.HTML {
	value = strings.Trim(value, "\"'“”‘’ ")
	var b strings.Builder
	for _, p := range pieces {
		if p.faint {
			b.WriteString(`<span class="ctx">` + template.HTMLEscapeString(p.text) + "</span>")
			continue
		}
		if at := wholeWord(p.text, value); at >= 0 && value != strings.TrimSpace(p.text) {
			b.WriteString(template.HTMLEscapeString(p.text[:at]) + "<b>" + template.HTMLEscapeString(value) + "</b>")
			p.text, value = p.text[at+len(value):], ""
		}
		b.WriteString(template.HTMLEscapeString(p.text))
	}
	return template.HTML(b.String())
}

// wholeWord returns where words first stand in s with no letter or digit beside
// them, or -1.
func wholeWord(s, words string) int {
	for from := 0; words != ""; {
		at := strings.Index(s[from:], words)
		if at < 0 {
			break
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, n := utf8.DecodeRuneInString(s[at+len(words):])
		if (at == 0 || apart(before)) && (n == 0 || apart(after)) {
			return at
		}
		from = at + len(words)
	}
	return -1
}

// sign stands for a relation where there is no room for words.
func sign(relation string) string {
	switch relation {
	case "conflicts":
		return "≠"
	case "updates":
		return "→"
	case "refines":
		return "⊃"
	}
	return "≈"
}

func (b *pageBuilder) difference(n int, g *Disagreement) pageDifference {
	d := pageDifference{
		Anchor: fmt.Sprintf("d%d", n), N: n, Class: "other", Sign: sign(g.Relation),
		Relation: g.relationName(), Slot: question(g), About: b.subject(g),
	}
	w := anchored
	switch loudness(g.Relation) {
	case 2:
		w, d.Class = conflicting, "conflict"
	case 1:
		w = differing
	}
	title := fmt.Sprintf("difference %d: %s", n, d.Relation)
	if w == anchored {
		title = d.Relation
	}
	back := backlink{"#" + d.Anchor, fmt.Sprintf("%s%d", d.Sign, n), title}
	a := g.axis()
	for _, side := range bySide(g) {
		var list []pagePosition
		for _, i := range side {
			p := b.position(g, &g.Positions[i], w, back)
			p.Bar = a.bar(i)
			list = append(list, p)
		}
		d.Sides = append(d.Sides, pageSide{list, ""})
	}
	if g.Relation == "conflicts" && len(d.Sides) > 1 {
		for i := range d.Sides {
			d.Sides[i].Letter = sideName(i)
		}
	}
	if len(b.outlets) <= 12 {
		d.Silent = b.silent(g)
	}
	if g.Claim != nil {
		if n, ok := b.number[*g.Claim]; ok {
			d.ClaimHref, d.ClaimN = fmt.Sprintf("#c%d", n), n
		}
	}
	return d
}

func (b *pageBuilder) position(g *Disagreement, p *Position, w weight, back backlink) pagePosition {
	out := pagePosition{Value: oneLine(p.Value), Unseen: b.unseen(p)}
	out.Read = p.read()
	for i, x := range b.excerpts(p.Evidence, b.stated(g)) {
		words := b.excerpt(x, p.Value, w, back)
		for k := range words.Who {
			words.Who[k].At = b.stamps[words.Who[k].article]
		}
		if i < crowd {
			out.Words = append(out.Words, words)
		} else {
			out.More = append(out.More, words.Who...)
		}
	}
	return out
}

func (b *pageBuilder) claim(c *Claim) pageClaim {
	n := b.number[c.ID]
	p := pageClaim{
		Anchor: fmt.Sprintf("c%d", n), N: n, Of: len(b.outlets),
		Count: b.spread(c), Origins: origins(c), Copies: b.copiesOf(c), Differs: b.contested(c),
		Shared: b.shared(c), Graph: newPageGraph(b.graph(c)), Because: oneLine(c.Because), Sure: fmt.Sprintf("%.2f", c.Confidence),
	}
	back := backlink{"#" + p.Anchor, fmt.Sprintf("%d/%d", len(b.having(c)), len(b.outlets)),
		fmt.Sprintf("claim %d: %d of %s", n, len(b.having(c)), count(len(b.outlets), "outlet"))}
	p.Words = b.excerpt(b.gist(c), "", anchored)
	for _, x := range b.wordings(c) {
		words := b.excerpt(x, "", agreed, back)
		if s := x.unsure(); s != "" {
			words.Caveats = append([]string{s}, words.Caveats...)
		}
		p.Reports = append(p.Reports, words)
	}
	if len(b.having(c)) > crowd {
		return p // the reports name them
	}
	for _, name := range b.having(c) {
		i := slices.Index(b.outlets, name)
		p.Outlets = append(p.Outlets, outletLink{Name: name, Class: swatch(i), N: i})
	}
	return p
}

func (b *pageBuilder) quote(n int, q *Quote) pageQuote {
	out := pageQuote{Anchor: fmt.Sprintf("q%d", n), Speaker: q.speaker(), Relation: quoteRelation(q.Relation)}
	back := backlink{"#" + out.Anchor, fmt.Sprintf("“%d", n), fmt.Sprintf("quotation %d", n)}
	versions := q.versions()
	out.Collation, out.Apart = b.collation(versions)
	for _, v := range versions {
		w := b.places(v.at, quoted, back)
		var html strings.Builder
		for k, r := range v.runs {
			if k > 0 {
				html.WriteByte(' ')
			}
			text := template.HTMLEscapeString(r.text)
			if r.differs {
				text = "<em>" + text + "</em>"
			}
			html.WriteString(text)
		}
		w.Words = template.HTML(html.String())
		w.Kind = v.manner()
		out.Versions = append(out.Versions, w)
	}
	return out
}

// people lists the foremost in the open, and folds the others away.
func (b *pageBuilder) people(p *page) {
	c := b.cast()
	p.People = b.persons(c.first)
	for _, g := range []struct {
		list      []*Entity
		one, many string
	}{
		{c.more, "more in several reports", "more in several reports"},
		{c.where, "place or group", "places and groups"},
		{c.once, "more in one report only", "more in one report only"},
	} {
		if len(g.list) > 0 {
			p.MorePeople = append(p.MorePeople, peopleGroup{count(len(g.list), g.one, g.many), b.persons(g.list)})
		}
	}
}

func (b *pageBuilder) persons(list []*Entity) []pagePerson {
	var out []pagePerson
	for _, e := range list {
		out = append(out, b.person(e))
	}
	return out
}

func (b *pageBuilder) person(e *Entity) pagePerson {
	out := pagePerson{Name: oneLine(e.Name), Kind: e.kind(), Also: strings.Join(e.others(), ", ")}
	seen := map[string]bool{}
	for _, m := range e.Mentions {
		if !seen[m.Article] {
			seen[m.Article] = true
			out.In = append(out.In, b.who(m, b.marks.link(m, anchored)))
		}
	}
	out.Reports = count(len(out.In), "report")
	return out
}

func (b *pageBuilder) article(i int) pageArticle {
	a := &b.d.Articles[i]
	out := pageArticle{
		Anchor: fmt.Sprintf("a%d", i+1), Name: b.labels[i], N: b.outlet(a.ID), Class: swatch(b.outlet(a.ID)),
		Full: b.full(a), Published: date(a.Published), From: oneLine(a.PublishedFrom), URL: webLink(a.URL), Title: oneLine(a.Title),
		TitleHTML: b.marks.title(i), Body: b.marks.body(i),
	}
	if a.CopyOf != nil {
		out.CopyOf = b.label(*a.CopyOf)
		if n, ok := b.articles[*a.CopyOf]; ok {
			out.CopyHref = fmt.Sprintf("#a%d", n+1)
		}
	}
	return out
}
