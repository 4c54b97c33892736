package extract

import (
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// head is what a page says of itself in its markup, besides its text.
type head struct {
	scripts   []*html.Node // JSON-LD
	meta      map[string][]string
	title     string // of the window
	canonical string
	base      string
	language  string
	h1, h2    []string
	times     []shown
	byline    string // as the page shows it
}

// shown is a time that the page shows a reader.
type shown struct {
	value     string // a time or date, as parse gives it
	published bool   // the markup says that it is the time of publication
	modified  bool
	within    bool // an article or main element
}

// Most of what comes in any number that is kept.
const maxShown = 64

// role is what the names of an element's classes, or its id, say that it holds.
type role uint8

const (
	dateRole role = 1 << iota
	modifiedRole
	bylineRole
	besideRole // comments, and what leads to other pages
)

// roles are words of class names by how they begin.
var roles = []struct {
	start string
	role  role
}{
	{"date", dateRole}, {"pubdate", dateRole}, {"publish", dateRole}, {"posted", dateRole}, {"timestamp", dateRole},
	{"modif", modifiedRole}, {"updat", modifiedRole},
	{"byline", bylineRole}, {"author", bylineRole}, {"auteur", bylineRole},
	{"comment", besideRole}, {"related", besideRole}, {"recommend", besideRole}, {"teaser", besideRole}, {"promo", besideRole},
	{"sidebar", besideRole}, {"widget", besideRole}, {"trending", besideRole},
}

// roleOf reads the words of n's classes and id.
func roleOf(n *html.Node) role {
	var all role
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" || len(a.Val) > maxLine {
			continue
		}
		start := true // at the start of a word
		for i := range len(a.Val) {
			letter := 'a' <= a.Val[i]|0x20 && a.Val[i]|0x20 <= 'z'
			if letter && (start || 'A' <= a.Val[i] && a.Val[i] <= 'Z') {
				for _, r := range roles {
					if len(a.Val)-i >= len(r.start) && strings.EqualFold(a.Val[i:i+len(r.start)], r.start) {
						all |= r.role
					}
				}
			}
			start = !letter
		}
	}
	return all
}

// headOf gathers what the markup of a page says of its article.
func headOf(doc *html.Node) *head {
	h := &head{meta: map[string][]string{}}
	h.node(doc, false, false)
	return h
}

// node takes what n and all under it say. Within is for an article or main
// element, beside for what stands beside the article.
func (h *head) node(n *html.Node, within, beside bool) {
	if n.Type == html.ElementNode {
		switch n.DataAtom {
		case atom.Html:
			h.language = attribute(n, "lang")
			if h.language == "" {
				h.language = attribute(n, "xml:lang")
			}
		case atom.Article, atom.Main:
			within = true
		case atom.Aside, atom.Nav, atom.Footer:
			beside = true
		case atom.Title:
			if h.title == "" {
				h.title = textOf(n)
			}
		case atom.Base:
			if h.base == "" {
				h.base = attribute(n, "href")
			}
		case atom.Link:
			if h.canonical == "" && strings.EqualFold(attribute(n, "rel"), "canonical") {
				h.canonical = strings.TrimSpace(attribute(n, "href"))
			}
		case atom.Meta:
			h.tag(n)
		case atom.Script:
			if isLinkedData(n) {
				h.scripts = append(h.scripts, n)
			}
			return
		case atom.H1:
			if !beside && len(h.h1) < maxShown {
				h.h1 = append(h.h1, textOf(n))
			}
		case atom.H2:
			if !beside && len(h.h2) < maxShown {
				h.h2 = append(h.h2, textOf(n))
			}
		}
		said := roleOf(n)
		if said&besideRole != 0 && n.DataAtom != atom.Html && n.DataAtom != atom.Body && n.DataAtom != atom.Main && n.DataAtom != atom.Article {
			beside = true
		}
		if !beside {
			h.marked(n, said, within)
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		h.node(c, within, beside)
	}
}

// tag keeps a meta element.
func (h *head) tag(n *html.Node) {
	content := strings.Join(strings.Fields(html.UnescapeString(attribute(n, "content"))), " ")
	if content == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		for name := range strings.FieldsSeq(strings.ToLower(attribute(n, key))) {
			if key == "itemprop" {
				name = "itemprop:" + name
			}
			if len(h.meta[name]) < maxShown {
				h.meta[name] = append(h.meta[name], content)
			}
		}
	}
}

// marked keeps a time or a byline that the page shows.
func (h *head) marked(n *html.Node, said role, within bool) {
	property := attribute(n, "itemprop")
	if h.byline == "" && (said&bylineRole != 0 || property == "author" || attribute(n, "rel") == "author") {
		if line := textOf(n); runes(line) <= maxByline {
			h.byline = signed(line)
		}
	}
	published, modified := property == "datePublished", property == "dateModified" || said&modifiedRole != 0
	if n.DataAtom != atom.Time && !published && !modified && said&dateRole == 0 || len(h.times) >= maxShown {
		return
	}
	published = (published || hasAttribute(n, "pubdate")) && !modified
	for _, key := range []string{"datetime", "content", "title"} {
		if value := parse(attribute(n, key)); value != "" {
			h.times = append(h.times, shown{value, published, modified, within})
			return
		}
	}
	if line := textOf(n); runes(line) <= maxDateline {
		if value := dated(line); value != "" {
			h.times = append(h.times, shown{value, published, modified, within})
		}
	}
}

// Longest lines, in runes, that say who wrote a report, and when.
const (
	maxByline   = 100
	maxDateline = 100
)

// signature ends where something else than names begins.
var signature = regexp.MustCompile(`\s*(?:[|•·@\n]|\S*\d|(?:` + months + `|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?\b|Published|Posted|Updated)`)

// signed returns the names that a line shown as a byline begins with.
func signed(s string) string {
	if at := signature.FindStringIndex(s); at != nil {
		s = s[:at[0]]
	}
	return strings.Trim(s, " ,;-–—")
}

// first returns the first of the meta elements of these names that use accepts,
// as use gives it.
func (h *head) first(use func(string) string, names ...string) string {
	for _, name := range names {
		for _, content := range h.meta[name] {
			if s := use(content); s != "" {
				return s
			}
		}
	}
	return ""
}

// visible returns the time that the page shows: one that its markup calls the
// time of publication, else the first within its article, else the one day that
// all agree on.
func (h *head) visible() string {
	for _, t := range h.times {
		if t.published {
			return t.value
		}
	}
	for _, t := range h.times {
		if t.within && !t.modified {
			return t.value
		}
	}
	day := ""
	for _, t := range h.times {
		switch {
		case t.modified:
		case day == "":
			day = t.value
		case day[:10] != t.value[:10]:
			return ""
		}
	}
	return day
}

// address returns the page's own address: the one that it calls canonical,
// unless that is of another host than from, the address that it came from, or
// is a front page.
func (h *head) address(from, linked string) string {
	origin, err := url.Parse(from)
	if err != nil {
		origin = &url.URL{}
	}
	if base, err := origin.Parse(h.base); err == nil && h.base != "" {
		origin = base
	}
	for _, raw := range []string{h.canonical, h.first(asIs, "og:url"), linked, h.first(asIs, "twitter:url")} {
		u, err := origin.Parse(raw)
		if raw == "" || err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.Trim(u.Path, "/") == "" && u.RawQuery == "" {
			continue
		}
		if from != "" && site(u.Hostname()) != site(origin.Hostname()) {
			continue
		}
		u.Fragment = ""
		return u.String()
	}
	return from
}

// site is a host without the label that tells its desktop from its mobile pages.
func site(host string) string {
	host = strings.ToLower(host)
	for _, label := range []string{"www.", "m.", "amp.", "mobile."} {
		host = strings.TrimPrefix(host, label)
	}
	return host
}

func asIs(s string) string { return s }

func hasAttribute(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// Longest text that textOf reads, in bytes: a name or a headline.
const maxLine = 1000

// textOf returns the text under n on one line, as far as maxLine.
func textOf(n *html.Node) string {
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if b.Len() > maxLine {
			return
		}
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data[:min(len(n.Data), 4*maxLine)])
		case n.DataAtom == atom.Br || parting[n.DataAtom]:
			b.WriteByte(' ')
		}
		if n.Type == html.ElementNode && n.DataAtom != atom.Title && unseen[n.DataAtom] {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return strings.ToValidUTF8(strings.Join(strings.Fields(b.String()), " "), "")
}
