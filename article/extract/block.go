package extract

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block is a stretch of a page's text that nothing but inline markup parts: a
// paragraph, a heading, a list item.
type block struct {
	text   string // with single spaces
	words  int
	linked int // of words, those in links
	place
}

// place is where a block stands.
type place struct {
	element int // the innermost element that is not inline
	tag     atom.Atom
	shape   uint64 // of the names and classes of all elements around
	heading bool
	item    bool // of a list
	caption bool // of a figure
	aside   bool // in an element for what stands beside the page's content
	quote   bool
}

// outline is the text of a tree.
type outline struct {
	blocks  []block
	words   []uint64 // of all blocks
	parents []int    // of each element, one that comes before it; -1 for the root
}

// unseen are elements whose text is not text of the page.
var unseen = map[atom.Atom]bool{
	atom.Head: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true,
	atom.Object: true, atom.Embed: true, atom.Svg: true, atom.Math: true, atom.Select: true, atom.Option: true,
	atom.Button: true, atom.Input: true, atom.Textarea: true, atom.Audio: true, atom.Video: true, atom.Canvas: true,
	atom.Noframes: true, atom.Datalist: true, atom.Title: true, atom.Dialog: true,
}

// parting are the elements that end a block. As in a browser, any other, known
// or not, is inline.
var parting = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true, atom.Caption: true,
	atom.Center: true, atom.Dd: true, atom.Details: true, atom.Dir: true, atom.Div: true, atom.Dl: true, atom.Dt: true,
	atom.Fieldset: true, atom.Figcaption: true, atom.Figure: true, atom.Footer: true, atom.Form: true, atom.H1: true,
	atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Header: true, atom.Hgroup: true,
	atom.Hr: true, atom.Html: true, atom.Legend: true, atom.Li: true, atom.Listing: true, atom.Main: true, atom.Menu: true,
	atom.Nav: true, atom.Ol: true, atom.P: true, atom.Plaintext: true, atom.Pre: true, atom.Search: true,
	atom.Section: true, atom.Summary: true, atom.Table: true, atom.Tbody: true, atom.Td: true, atom.Tfoot: true,
	atom.Th: true, atom.Thead: true, atom.Tr: true, atom.Ul: true, atom.Xmp: true,
}

// outlineOf returns the text of the tree under n in the order of the page.
func outlineOf(n *html.Node) *outline {
	w := &walker{out: &outline{parents: []int{-1}}}
	w.node(n)
	w.flush()
	return w.out
}

// walker gathers the blocks of a tree.
type walker struct {
	out    *outline
	place  place
	text   strings.Builder
	space  bool // white space is due before the next character
	breaks int  // line breaks since the last character
	pre    bool // line ends count
	link   bool
	links  []linkEdge
}

// linkEdge is a byte offset of the text where a link begins or ends.
type linkEdge struct {
	at   int
	link bool
}

func (w *walker) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.write(n.Data)
		return
	case html.ElementNode, html.DocumentNode:
	default:
		return
	}
	// Extractors rename and make elements without keeping DataAtom.
	tag := atom.Lookup([]byte(n.Data))
	if unseen[tag] || hidden(n, tag) {
		return
	}
	if tag == atom.Br {
		w.breaks++
		w.space = true
		if w.breaks > 1 || closes(w.text.String()) {
			w.flush()
		}
		return
	}
	link, pre := w.link, w.pre
	w.link = link || tag == atom.A
	if !parting[tag] {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			w.node(c)
		}
		w.link = link
		return
	}
	w.flush()
	w.pre = pre || tag == atom.Pre || tag == atom.Listing || tag == atom.Xmp
	outer := w.place
	w.place.enter(n, tag, len(w.out.parents))
	w.out.parents = append(w.out.parents, outer.element)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	w.flush()
	w.place, w.link, w.pre = outer, link, pre
}

// enter makes in the place within n, element number i.
func (in *place) enter(n *html.Node, tag atom.Atom, i int) {
	in.element, in.tag = i, tag
	in.shape = mix([]uint64{in.shape, hash(n.Data), hash(attribute(n, "class"))})
	switch tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		in.heading = true
	case atom.Li, atom.Dt, atom.Dd:
		in.item = true
	case atom.Figure, atom.Figcaption:
		in.caption = true
	case atom.Aside, atom.Nav, atom.Footer, atom.Form:
		in.aside = true
	case atom.Blockquote:
		in.quote = true
	}
}

func (w *walker) write(s string) {
	ends := 0 // line ends in a row
	for _, r := range s {
		if unicode.IsSpace(r) {
			w.space = true
			if r == '\n' {
				ends++
			}
			continue
		}
		if w.pre && ends > 1 {
			w.flush()
		}
		ends = 0
		switch r {
		case '\u200b', '\u2060', '\ufeff', '\u00ad', 0: // these are not seen
			continue
		}
		if w.space && w.text.Len() > 0 {
			w.text.WriteByte(' ')
		}
		w.space, w.breaks = false, 0
		if k := len(w.links); k == 0 && w.link || k > 0 && w.links[k-1].link != w.link {
			w.links = append(w.links, linkEdge{w.text.Len(), w.link})
		}
		w.text.WriteRune(r)
	}
}

// flush ends the block at hand.
func (w *walker) flush() {
	if w.text.Len() > 0 {
		b := block{text: w.text.String(), place: w.place}
		edge, link := 0, false
		words(b.text, func(word uint64, at int) {
			for ; edge < len(w.links) && w.links[edge].at <= at; edge++ {
				link = w.links[edge].link
			}
			if b.words++; link {
				b.linked++
			}
			w.out.words = append(w.out.words, word)
		})
		w.out.blocks = append(w.out.blocks, b)
	}
	w.text.Reset()
	w.links = w.links[:0]
	w.space, w.breaks = false, 0
}

// hidden reports whether n is not shown at first. Pages that a script uncovers
// hide all of themselves.
func hidden(n *html.Node, tag atom.Atom) bool {
	switch tag {
	case atom.Html, atom.Body, atom.Main, atom.Article:
		return false
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			s := strings.ToLower(strings.Join(strings.Fields(a.Val), ""))
			if strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

// attribute returns the value of an attribute of n; empty when it has none.
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

// closes reports whether s ends as a sentence does.
func closes(s string) bool {
	for _, mark := range []string{".", "!", "?", "…", "。"} {
		if strings.HasSuffix(strings.TrimRight(s, "\"'”’»)]"), mark) {
			return true
		}
	}
	return false
}
