// Package extract finds the article of a web page: its text, as the page's own
// paragraphs in their order, and what the page says of it. It reads bytes and
// nothing else: no network, no clock.
package extract

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// MaxPage is how many bytes a page may have.
const MaxPage = 8 << 20

// maxElements is how many elements a page may have. The extractors take some
// three seconds for as many, and pages with a tenth of them are rare.
const maxElements = 60_000

// Options say what is known of a page besides its bytes. The zero value is useful.
type Options struct {
	// ContentType is the header of that name. Defaults to what the page
	// declares itself.
	ContentType string
	// URL is the address that the page came from. Defaults to unknown.
	URL string
}

// Page is the article of a page. All but Text may be empty.
type Page struct {
	// Text has a paragraph, heading or list item a line.
	Text     string
	Title    string // the headline, without the site's name
	Byline   string // names, parted by commas
	Outlet   string // what the site calls itself
	URL      string // absolute; the page's own where it names one
	Language string // BCP 47

	Published string // RFC 3339, or a date
	From      Source // of Published
	Modified  string // RFC 3339, or a date; later than Published
}

// Source is where on a page a time was found.
type Source string

// The sources.
const (
	Meta   Source = "meta"   // data for machines: JSON-LD, OpenGraph, meta elements
	Markup Source = "markup" // a time that is shown and marked as one, or the address
)

// The reasons that a page gives no article.
var (
	ErrTooLarge = errors.New("is too large for a web page")
	ErrTooDeep  = errors.New("has elements nested too deeply to be read")
	ErrNoText   = errors.New("holds no article text")
)

// Article returns the article of the page b. The error is, or wraps, one of those
// above. Whatever b holds, the time is bounded by the limits on its size.
func Article(b []byte, o Options) (Page, error) {
	if len(b) > MaxPage {
		return Page{}, fmt.Errorf("%w: more than %d MB", ErrTooLarge, MaxPage>>20)
	}
	b = decoded(b, o.ContentType)
	doc, err := html.Parse(bytes.NewReader(b))
	if err != nil {
		return Page{}, ErrTooDeep // the only error over bytes in memory
	}
	if err := tidy(doc); err != nil {
		return Page{}, err
	}
	h := headOf(doc)
	l := linkedData(h.scripts, func(headline, address string) bool {
		return h.canonical != "" && address == h.canonical || headline != "" && (holds(h.title, headline) || holds(h.first(asIs, "og:title"), headline))
	})
	for _, script := range h.scripts {
		script.Parent.RemoveChild(script)
	}
	var p Page
	p.URL = h.address(o.URL, l.url)
	p.Outlet = h.outlet(l, p.URL)
	p.Title = h.headline(l.headline, h.siteNames(l, p.URL))
	p.Language = h.lang(l)
	page := outlineOf(doc)
	kept, author := page.article(doc)
	p.Byline = h.names(l, author, p.Outlet)
	p.Published, p.From = h.published(l, page.dateline(kept, p.Title), p.URL)
	if p.Modified = h.modified(l); p.Modified != "" && p.Published != "" && !after(p.Modified, p.Published) {
		p.Modified = ""
	}
	p.Text = page.join(kept, &p)
	if p.Text == "" || 4*len(p.Text) < len(l.body) {
		p.Text = cmp.Or(plain(l.body), p.Text) // the page loads it later, or shows its start
	}
	if p.Text == "" {
		return Page{}, ErrNoText
	}
	return p, nil
}

// tidy takes out of the tree what is neither text nor said of the text, and
// reports whether the rest is too much.
func tidy(doc *html.Node) error {
	elements := 0
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; {
			next := c.NextSibling
			if c.Type == html.CommentNode || c.DataAtom == atom.Style || c.DataAtom == atom.Svg || c.DataAtom == atom.Template ||
				c.DataAtom == atom.Script && !isLinkedData(c) {
				n.RemoveChild(c)
			} else {
				if c.Type == html.ElementNode {
					elements++
				}
				walk(c)
			}
			c = next
		}
	}
	walk(doc)
	if elements > maxElements {
		return fmt.Errorf("%w: %d elements", ErrTooLarge, elements)
	}
	return nil
}

// join returns the text of the blocks that are kept, but for those that only say
// what p says apart from the text: the title, the address, and above the first
// full paragraph the authors.
func (o *outline) join(kept []bool, p *Page) string {
	var lines []string
	title, address := letters(p.Title), letters(p.URL)
	begun := false
	for i, b := range o.blocks {
		said := letters(b.text)
		begun = begun || kept[i] && b.words >= fullWords
		if !kept[i] || said == title || said == address || !begun && signs(b.text, p.Byline) {
			continue
		}
		lines = append(lines, b.text)
	}
	return strings.Join(lines, "\n")
}

// dateline returns the day that the lines between the headline and the first
// full paragraph give; empty when they give none, or several.
func (o *outline) dateline(kept []bool, title string) string {
	title = letters(title)
	day, below := "", false
	for i, b := range o.blocks {
		switch {
		case title != "" && letters(b.text) == title:
			day, below = "", true
		case kept[i] && b.words >= fullWords:
			return day
		case below && runes(b.text) <= maxDateline:
			found := dated(b.text)
			if found = found[:min(len(found), len(time.DateOnly))]; day != "" && found != "" && found != day {
				return ""
			}
			day = cmp.Or(day, found)
		}
	}
	return ""
}

// signs reports whether a line gives the authors and next to nothing else.
func signs(line, authors string) bool {
	if authors == "" {
		return false
	}
	wanted := map[uint64]bool{}
	words(authors, func(word uint64, _ int) { wanted[word] = true })
	named, other := map[uint64]bool{}, 0
	words(line, func(word uint64, _ int) {
		if wanted[word] {
			named[word] = true
		} else {
			other++
		}
	})
	return len(named) == len(wanted) && other <= 2 // "By", "and"
}

// byTrafilatura returns the words that trafilatura keeps of doc, and the
// author it finds. It gives none when it fails, also by a panic.
func byTrafilatura(doc *html.Node) (kept []uint64, author string) {
	defer func() {
		if recover() != nil {
			kept, author = nil, ""
		}
	}()
	result, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled, // it looks at the clock
	})
	if err != nil {
		return nil, ""
	}
	return outlineOf(result.ContentNode).words, result.Metadata.Author
}

// byReadability is byTrafilatura with readability. It changes doc.
func byReadability(doc *html.Node) (kept []uint64) {
	defer func() {
		if recover() != nil {
			kept = nil
		}
	}()
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	result, err := parser.ParseAndMutate(doc, &url.URL{})
	if err != nil || result.Node == nil {
		return nil
	}
	return outlineOf(result.Node).words
}

var tags = regexp.MustCompile(`</?[a-zA-Z][^<>]*>`)

// plain returns the text of JSON-LD, which may hold markup, as lines.
func plain(s string) string {
	var lines []string
	for l := range strings.Lines(tags.ReplaceAllString(s, "\n")) {
		if l = line(l); l != "" {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, "\n")
}

// line makes one line of s.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }

// letters is s without what is no letter or digit, in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func runes(s string) int { return utf8.RuneCountInString(s) }
