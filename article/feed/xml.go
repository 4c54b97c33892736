package feed

import (
	"bytes"
	"errors"
	"html"
	"net/url"
	"strings"

	"github.com/mmcdole/gofeed/atom"
	ext "github.com/mmcdole/gofeed/extensions"
	"github.com/mmcdole/gofeed/rss"
)

// XML reads a feed of RSS or Atom. Each item is parsed by itself, so that what
// is wrong with one, or with the end of the feed, takes no other with it. The
// error is ErrXML, ErrTooLarge or an *OtherError.
//
// The formats are those of www.rssboard.org/rss-specification and
// web.resource.org/rss/1.0 with the modules content, dc and dcterms, and of
// RFC 4287.
func XML(b []byte) (*Feed, error) {
	if len(b) > MaxBytes {
		return nil, ErrTooLarge
	}
	text, invalid, err := decode(b)
	if err != nil {
		return nil, err
	}
	o, ok := outlineOf(text)
	if !ok || len(o.open) > maxTags {
		return nil, ErrXML
	}
	var items parser
	switch o.root {
	case "rss", "rdf":
		items = new(ofRSS)
	case "feed":
		items = new(ofAtom)
	default:
		return nil, &OtherError{o.root}
	}
	f := &Feed{Invalid: invalid, Cut: o.cut, More: o.more}
	costs := newBudget(o.open)
	// A head that can't be read leaves the items without an outlet, no more.
	if len(o.items) > 0 && costs.spend(o.head, maxHead) == nil {
		items.head(o.head, o.close)
	}
	for _, p := range o.items {
		var i Item
		if !p.whole {
			i.Err = errors.New("the item breaks off before its end")
		} else if i.Err = costs.spend(p.b, maxItem); i.Err == nil {
			if i, err = items.item(o.document(p.b)); err != nil {
				i = Item{Err: errors.New("the item is not valid XML")}
			}
		}
		i.Raw = p.b
		f.Items = append(f.Items, i)
	}
	return f, nil
}

// parser makes items of one of the formats.
type parser interface {
	// head takes what the feed says of all items from what stands before the
	// first one and the tags that close it.
	head(b []byte, end string)
	// item reads a document that holds one item.
	item(document []byte) (Item, error)
}

var errNone = errors.New("holds no item")

// ofRSS is what an RSS feed says of all its items.
type ofRSS struct {
	title, link, language string
}

func (f *ofRSS) head(b []byte, end string) {
	all, err := new(rss.Parser).Parse(strings.NewReader(string(b) + end))
	if err != nil {
		return
	}
	f.title, f.link, f.language = all.Title, all.Link, all.Language
	if dc := all.DublinCoreExt; dc != nil {
		f.title = either(f.title, first(dc.Title))
		f.language = either(f.language, first(dc.Language))
	}
}

func (f *ofRSS) item(document []byte) (Item, error) {
	all, err := new(rss.Parser).Parse(bytes.NewReader(document))
	if err != nil {
		return Item{}, err
	}
	if len(all.Items) != 1 {
		return Item{}, errNone
	}
	from := all.Items[0]
	i := Item{
		URL: absolute(f.link, from.Link), Title: from.Title, Outlet: f.title, Language: f.language,
		Byline: author(from.Author), Published: when(from.PubDate),
		Modified: when(either(extension(from.Extensions, "dcterms", "modified"), extension(from.Extensions, "atom", "updated"))),
	}
	if from.GUID != nil {
		i.ID = from.GUID.Value
		if i.URL == "" && web(i.ID) && !strings.EqualFold(from.GUID.IsPermalink, "false") {
			i.URL = i.ID
		}
	}
	if from.Source != nil { // an item of another feed, passed on
		i.Outlet = either(from.Source.Title, i.Outlet)
	}
	if dc := from.DublinCoreExt; dc != nil {
		i.Byline = either(strings.Join(dc.Creator, ", "), i.Byline)
		i.Published = either(i.Published, when(first(dc.Date)))
		i.Title = either(i.Title, first(dc.Title))
		i.Language = either(first(dc.Language), i.Language)
	}
	i.Published = either(i.Published, when(extension(from.Extensions, "dcterms", "issued")))
	i.add(loose(from.Content))
	i.add(loose(from.Description))
	return i, nil
}

// ofAtom is what an Atom feed says of all its entries.
type ofAtom struct {
	title, byline, language string
}

func (f *ofAtom) head(b []byte, end string) {
	all, err := new(atom.Parser).Parse(strings.NewReader(string(b) + end))
	if err != nil {
		return
	}
	f.title, f.byline, f.language = all.Title, people(all.Authors), all.Language
}

func (f *ofAtom) item(document []byte) (Item, error) {
	all, err := new(atom.Parser).Parse(bytes.NewReader(document))
	if err != nil {
		return Item{}, err
	}
	if len(all.Entries) != 1 {
		return Item{}, errNone
	}
	from := all.Entries[0]
	i := Item{
		ID: from.ID, Title: from.Title, Outlet: f.title, Language: f.language,
		Byline: people(from.Authors), Published: when(from.Published), Modified: when(from.Updated),
	}
	// RFC 4287 asks for the time of the last change only; often that is all.
	i.Published = either(i.Published, i.Modified)
	if from.Source != nil { // an entry of another feed, passed on
		i.Outlet = either(from.Source.Title, i.Outlet)
		i.Byline = either(i.Byline, people(from.Source.Authors))
	}
	if i.Byline = either(i.Byline, f.byline); i.Byline == i.Outlet {
		i.Byline = "" // the outlet as its own author says nothing
	}
	for _, l := range from.Links {
		if l.Rel == "alternate" && (i.URL == "" || strings.Contains(l.Type, "html")) {
			i.URL = l.Href
		}
	}
	if i.URL == "" && web(i.ID) {
		i.URL = i.ID
	}
	if c := from.Content; c != nil {
		switch kind := strings.ToLower(c.Type); {
		case strings.Contains(kind, "html"):
			i.add(Body{c.Value, true})
		case kind == "": // text, says the RFC, but feeds forget to say "html"
			i.add(loose(c.Value))
		case strings.HasPrefix(kind, "text"):
			i.add(Body{c.Value, false})
		}
	}
	i.add(loose(from.Summary))
	return i, nil
}

// add keeps a body that is not empty.
func (i *Item) add(b Body) {
	if b.Text = strings.TrimSpace(b.Text); b.Text != "" {
		i.Bodies = append(i.Bodies, b)
	}
}

// loose makes a body of text that may be HTML or plain, which RSS leaves open.
// Plain text keeps its lines.
func loose(s string) Body {
	for rest := s; ; {
		_, after, ok := strings.Cut(rest, "<")
		if !ok {
			return Body{html.UnescapeString(s), false}
		}
		if after != "" && (nameStart(after[0]) || after[0] == '/' || after[0] == '!') {
			return Body{s, true}
		}
		rest = after
	}
}

// author takes the name out of what RSS has for an author: an address with
// the name in brackets behind it, or, often, a name alone.
func author(s string) string {
	name, rest, ok := strings.Cut(s, "(")
	switch {
	case ok && strings.Contains(name, "@"):
		name, _, _ = strings.Cut(rest, ")")
	case strings.Contains(name, "@"):
		return ""
	case !strings.Contains(rest, "@"):
		name = s
	}
	return strings.TrimSpace(name)
}

func people(all []*atom.Person) string {
	var names []string
	for _, p := range all {
		if p.Name != "" {
			names = append(names, p.Name)
		}
	}
	return strings.Join(names, ", ")
}

func extension(all ext.Extensions, prefix, name string) string {
	if found := all[prefix][name]; len(found) > 0 {
		return found[0].Value
	}
	return ""
}

func first(all []string) string {
	if len(all) > 0 {
		return all[0]
	}
	return ""
}

// either returns a, or b when a is empty.
func either(a, b string) string {
	if strings.TrimSpace(a) == "" {
		return b
	}
	return a
}

// web reports whether s is the address of a page.
func web(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// absolute resolves the address ref against base.
func absolute(base, ref string) string {
	if ref == "" || web(ref) || !web(base) {
		return ref
	}
	b, err := url.Parse(base)
	if err != nil {
		return ref
	}
	u, err := b.Parse(ref)
	if err != nil {
		return ref
	}
	return u.String()
}
