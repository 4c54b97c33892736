// Package extract finds the article of a web page: its text, as the page's own
// paragraphs in their order, and what the page says of it. It reads bytes and
// nothing else: no network, no clock.
package extract

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// MaxPage is how many bytes a page may have.
const MaxPage = 8 << 20

// Limits of what is handed to the extractors, some of which take time that
// grows with the square of it.
const (
	maxElements   = 40_000
	maxParagraphs = 8_000
)

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
	p.Published, p.From = h.published(l, p.URL)
	if p.Modified = h.modified(l); p.Modified != "" && p.Published != "" && !after(p.Modified, p.Published) {
		p.Modified = ""
	}
	var author string
	p.Text, author = body(doc, l.body, p.Title, p.URL)
	if p.Text == "" {
		return Page{}, ErrNoText
	}
	p.Byline = h.names(l, author, p.Outlet)
	return p, nil
}

// tidy takes out of the tree what is neither text nor said of the text, and
// reports whether the rest is too much.
func tidy(doc *html.Node) error {
	elements, paragraphs := 0, 0
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; {
			next := c.NextSibling
			switch {
			case c.Type == html.CommentNode,
				c.DataAtom == atom.Style, c.DataAtom == atom.Svg, c.DataAtom == atom.Template,
				c.DataAtom == atom.Script && !strings.Contains(strings.ToLower(attribute(c, "type")), "ld+json"):
				n.RemoveChild(c)
			default:
				if c.Type == html.ElementNode {
					if elements++; parting[c.DataAtom] {
						paragraphs++
					}
				}
				walk(c)
			}
			c = next
		}
	}
	walk(doc)
	if elements > maxElements || paragraphs > maxParagraphs {
		return fmt.Errorf("%w: %d elements", ErrTooLarge, elements)
	}
	return nil
}

// body returns the text of the article in doc, which it may change, and the
// author's name where an extractor found one. Without any text of its own the
// page's article is linked, that of its JSON-LD. Lines that only say one of told,
// which is given apart from the text, are left out.
func body(doc *html.Node, linked string, told ...string) (text, author string) {
	o := outlineOf(doc)
	one, author := byTrafilatura(doc)
	other := byReadability(doc)
	v := verdict{outline: o, one: o.keeps(one), other: o.keeps(other)}
	text = o.join(v.article(), told)
	if text != "" && 4*len(text) > len(linked) {
		return text, author
	}
	if linked != "" {
		return plain(linked), author
	}
	// With no agreement, as where one extractor fails: prose that the other
	// kept, the more careful one first. Pages of a sentence or two are too short
	// for either.
	for _, kept := range [][]bool{v.one, v.other} {
		for i := range kept {
			kept[i] = kept[i] && o.blocks[i].prose()
		}
		if text = o.join(kept, told); text != "" {
			return text, author
		}
	}
	sentences := make([]bool, len(o.blocks))
	for i, b := range o.blocks {
		sentences[i] = len(o.words) < shortPage && b.tag == atom.P && b.prose() && closes(b.text)
	}
	return o.join(sentences, told), author
}

// shortPage is how many words a page has that the extractors may find too short.
const shortPage = 100

// join returns the text of the blocks that are kept, but for those that only say
// one of told.
func (o *outline) join(kept []bool, told []string) string {
	same := map[string]bool{}
	for _, s := range told {
		same[letters(s)] = true
	}
	var text []string
	for i, block := range o.blocks {
		if kept[i] && !same[letters(block.text)] {
			text = append(text, block.text)
		}
	}
	return strings.Join(text, "\n")
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
