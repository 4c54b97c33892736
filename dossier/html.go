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
)

var (
	//go:embed page.html
	pageHTML string
	//go:embed page.css
	pageCSS string
	//go:embed page.js
	pageJS string

	pageTemplate = template.Must(template.New("page").Parse(pageHTML))
	pageHead     = template.HTML(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '` + digest(pageCSS) +
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
	if err := pageTemplate.Execute(out, newPage(newReading(d))); err != nil {
		return err
	}
	return out.Flush()
}

// page is what page.html shows.
type page struct {
	Head, Script    template.HTML
	Title           string
	TitleHref       string
	TitleFrom       *outletLink
	Scope           string
	Tally           string
	Version         string
	Unaligned       string
	Outlets         []outletLink
	Articles        []pageArticle
	LeftOut         []LeftOut
	Loud, Quiet     []pageDifference
	Summary         []pageClaim
	Claims          []pageClaim
	Quotes          []pageQuote
	Timeline        []pageEvent
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
	Class string // its swatch
	N     int    // index of the outlet, or -1
	Href  string // empty when the page does not hold the words
	Copy  string // name of the article it copies
}

// pageWords is exact words with who wrote them and where they stand.
type pageWords struct {
	Who     []outletLink
	N       string // indices of the outlets
	Href    string
	Words   template.HTML
	Chain   []pageStep
	Caveats []string
	Kind    string
	Note    string
}

type pageStep struct{ Name, Href string }

type pageArticle struct {
	Anchor           string
	Name, Class      string
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
	Sides          [][]pagePosition
	Silent         []string
	ClaimHref      string
	ClaimN         int
}

type pagePosition struct {
	Value  string
	Read   string // the value as it was understood
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
	Count   string
	Shared  []shared
	Reports []pageWords
	Because string
	Sure    string
}

type pageQuote struct {
	Anchor            string
	Speaker, Relation string
	Versions          []pageWords
}

type pageEvent struct {
	When  string
	Words []pageWords
}

type pageFigure struct {
	Of, Value string
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

// builder fills a page. What links into the articles is registered in marks
// before the articles are written.
type pageBuilder struct {
	*reading
	marks *marks
}

func newPage(r *reading) *page {
	b := &pageBuilder{r, newMarks(r)}
	p := &page{
		Head: pageHead, Script: pageScript,
		Scope: r.scope(), Tally: r.tally(), Version: oneLine(r.d.Synoptic), LeftOut: r.d.LeftOut,
	}
	words, from := r.title()
	p.Title = words
	if from != nil {
		p.TitleHref = b.marks.link(*from, anchored)
		who := b.who(*from, p.TitleHref)
		p.TitleFrom = &who
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
	for _, id := range r.d.Summary {
		if _, ok := r.claimAt[id]; ok {
			p.Summary = append(p.Summary, p.Claims[r.number[id]-1])
		}
	}
	for i := range r.d.Quotes {
		p.Quotes = append(p.Quotes, b.quote(i))
	}
	for i := range r.d.Timeline {
		e := &r.d.Timeline[i]
		p.Timeline = append(p.Timeline, pageEvent{e.when(), b.all(e.Evidence, anchored)})
	}
	for i := range r.d.Figures {
		f := &r.d.Figures[i]
		p.Figures = append(p.Figures, pageFigure{oneLine(f.Of), f.value(), b.all(f.Evidence, anchored)})
	}
	b.people(p)
	for _, s := range r.soles() {
		p.OnlyN += len(s.list)
		sole := pageSole{Outlet: b.who(s.list[0], "")}
		for _, e := range s.list {
			sole.Words = append(sole.Words, b.words(group{oneLine(e.Text), []Evidence{e}}, "", single, backlink{"#only", "only here", "found in this outlet only"}))
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
	for i := range r.d.Articles {
		p.Articles = append(p.Articles, b.article(i))
	}
	return p
}

// swatches is how many colours and shapes mark outlets before they repeat.
const (
	colours = 8
	shapes  = 3
)

// swatch names the classes that mark outlet n.
func swatch(n int) string {
	if n < 0 {
		return "sw"
	}
	return fmt.Sprintf("sw o%d s%d", n%colours, n/colours%shapes)
}

func (b *pageBuilder) who(e Evidence, href string) outletLink {
	n := b.outlet(e.Article)
	o := outletLink{Name: b.label(e.Article), Class: swatch(n), N: n, Href: href}
	if a := b.reading.article(e.Article); a != nil && a.CopyOf != nil {
		o.Copy = b.label(*a.CopyOf)
	}
	return o
}

// words shows a group, with value set off in it, and registers its places.
func (b *pageBuilder) words(g group, value string, w weight, back ...backlink) pageWords {
	out := pageWords{Words: emphasize(g.words, value)}
	var ns []string
	for _, e := range g.at {
		href := b.marks.link(e, w, back...)
		if out.Href == "" {
			out.Href = href
		}
		who := b.who(e, href)
		out.Who = append(out.Who, who)
		ns = append(ns, fmt.Sprint(who.N))
	}
	out.N = strings.Join(ns, " ")
	if len(g.at) > 0 {
		b.behind(&out, b.report(g.at[0]))
	}
	return out
}

func (b *pageBuilder) behind(out *pageWords, p *Report) {
	for _, s := range b.chain(p) {
		step := pageStep{Name: s.name}
		if s.cue != nil {
			step.Href = b.marks.link(*s.cue, anchored)
		}
		out.Chain = append(out.Chain, step)
	}
	out.Caveats = caveats(p)
}

func (b *pageBuilder) all(list []Evidence, w weight, back ...backlink) []pageWords {
	var out []pageWords
	for _, g := range grouped(list) {
		out = append(out, b.words(g, "", w, back...))
	}
	return out
}

// emphasize writes words with the first whole-word occurrence of value set off.
func emphasize(words, value string) template.HTML {
	value = strings.Trim(value, "\"'“”‘’ ")
	at := strings.Index(words, value)
	if value == "" || at < 0 || value == words {
		return template.HTML(template.HTMLEscapeString(words))
	}
	return template.HTML(template.HTMLEscapeString(words[:at]) + "<b>" + template.HTMLEscapeString(value) + "</b>" +
		template.HTMLEscapeString(words[at+len(value):]))
}

// signs stand for relations where there is no room for words.
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
		Relation: relationName(g.Relation), Slot: slotName(g.Slot), About: oneLine(g.About),
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
	for _, side := range bySide(g) {
		var list []pagePosition
		for i := range side {
			list = append(list, b.position(g, &side[i], w, back))
		}
		d.Sides = append(d.Sides, list)
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
	if p.Earliest != "" {
		out.Read = dates(p.Earliest, p.Latest)
	} else if p.Unit != "" {
		out.Read = strings.TrimSpace(interval(p.Low, p.High) + " " + oneLine(p.Unit))
	}
	if out.Read == out.Value {
		out.Read = ""
	}
	for i, e := range grouped(p.Evidence) {
		words := b.words(e, p.Value, w, back)
		if a := b.reading.article(e.at[0].Article); g.Relation == "updates" && a != nil && a.Published != "" {
			words.Note = "published " + date(a.Published)
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
		Count: count(len(c.Outlets), "outlet"), Origins: origins(c),
		Shared: b.shared(c), Because: oneLine(c.Because), Sure: fmt.Sprintf("%.2f", c.Confidence),
	}
	back := backlink{"#" + p.Anchor, fmt.Sprintf("%d/%d", len(c.Outlets), len(b.outlets)),
		fmt.Sprintf("claim %d: %d of %s", n, len(c.Outlets), count(len(b.outlets), "outlet"))}
	p.Words = b.words(group{oneLine(c.Statement.Text), []Evidence{c.Statement}}, "", agreed)
	var list []Evidence
	reports := map[Evidence]*Report{}
	for i := range c.Reports {
		list = append(list, c.Reports[i].Evidence)
		reports[c.Reports[i].Evidence] = &c.Reports[i]
	}
	for _, e := range list {
		w := b.words(group{oneLine(e.Text), []Evidence{e}}, "", agreed, back)
		w.Chain = nil
		b.behind(&w, reports[e])
		p.Reports = append(p.Reports, w)
	}
	if len(c.Outlets) > crowd {
		return p // the reports name them
	}
	for _, name := range clean(c.Outlets) {
		i := slices.Index(b.outlets, name)
		p.Outlets = append(p.Outlets, outletLink{Name: name, Class: swatch(i), N: i})
	}
	return p
}

func (b *pageBuilder) quote(i int) pageQuote {
	q := &b.d.Quotes[i]
	out := pageQuote{Anchor: fmt.Sprintf("q%d", i+1), Speaker: q.speaker(), Relation: quoteRelation(q.Relation)}
	back := backlink{"#" + out.Anchor, fmt.Sprintf("“%d", i+1), fmt.Sprintf("quotation %d", i+1)}
	for _, v := range q.versions() {
		w := b.words(group{"", v.at}, "", quoted, back)
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
		w.Words, w.Chain, w.Caveats = template.HTML(html.String()), nil, nil
		if v.kind != "direct" {
			w.Kind = v.kind
		}
		out.Versions = append(out.Versions, w)
	}
	return out
}

// people lists who acts in the open, and folds away places, groups and those
// that only one report names.
func (b *pageBuilder) people(p *page) {
	var where, once []pagePerson
	list, _ := b.cast()
	for _, e := range list {
		if e.Type == "place" || e.Type == "group" {
			where = append(where, b.person(e))
		} else {
			p.People = append(p.People, b.person(e))
		}
	}
	for i := range b.d.Entities {
		if e := &b.d.Entities[i]; e.Participant && len(b.from(e.Mentions)) == 1 {
			once = append(once, b.person(e))
		}
	}
	if len(where) > 0 {
		p.MorePeople = append(p.MorePeople, peopleGroup{count(len(where), "place or group", "places and groups"), where})
	}
	if len(once) > 0 {
		p.MorePeople = append(p.MorePeople, peopleGroup{count(len(once), "more", "more") + " in one report only", once})
	}
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
		Published: date(a.Published), From: oneLine(a.PublishedFrom), URL: webLink(a.URL), Title: oneLine(a.Title),
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
