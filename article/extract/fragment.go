package extract

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Limits that keep a hostile piece of HTML cheap.
const (
	maxFragment = 8 << 20 // bytes that are read
	maxOpen     = 256     // elements that are open at once; deeper ones are not tracked
)

// Fragment returns the text of a piece of HTML or XHTML, such as the body of a
// feed's item. A newline stands between paragraphs, between items of a list
// and for <br>; other white space becomes single spaces, and there is none at
// the ends. What a reader would not see or could not read as text is left out:
// scripts, styles, embedded media, form controls, struck-out words and
// elements hidden by an attribute. References such as "&amp;" are resolved,
// and <q> becomes quotation marks. Any string is HTML of some kind, so there is
// no error; what lies past 8 MB is not read. The work is linear in the length.
//
// Elements nest as the HTML standard (html.spec.whatwg.org, 13.2) has it only
// so far as it decides what is hidden: there is no tree.
func Fragment(markup string) string {
	z := html.NewTokenizer(strings.NewReader(markup[:min(len(markup), maxFragment)]))
	z.AllowCDATA(true) // XHTML has it
	var f fragment
	for {
		switch z.Next() {
		case html.ErrorToken:
			return f.out.String()
		case html.TextToken:
			if f.hidden == 0 {
				f.text(z.Text())
			}
		case html.StartTagToken:
			name, more := z.TagName()
			f.start(tagOf(name), more && hides(z))
		case html.SelfClosingTagToken: // an empty element in XHTML
			name, _ := z.TagName()
			z.NextIsNotRawText()
			f.edge(tagOf(name))
		case html.EndTagToken:
			name, _ := z.TagName()
			f.end(tagOf(name))
		}
	}
}

// fragment is the text of a piece of HTML while it is read.
type fragment struct {
	out         strings.Builder
	space, line bool // a space or a newline is due before the next word
	open        []element
	hidden      int // open elements that hide their content
	pre         int // open <pre> elements
}

// element is an open element.
type element struct {
	tag  atom.Atom
	hide bool
}

// tagOf names the element; zero for one that HTML does not have. A prefix, as
// XHTML within XML can have it, does not count.
func tagOf(name []byte) atom.Atom {
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == ':' {
			name = name[i+1:]
			break
		}
	}
	return atom.Lookup(name)
}

func (f *fragment) start(tag atom.Atom, hide bool) {
	f.edge(tag)
	if void[tag] {
		return
	}
	// Some elements end without a tag, where the next one begins.
	if n := len(f.open); n > 0 {
		if last := f.open[n-1].tag; last == atom.P && blocks[tag] || last == atom.Li && tag == atom.Li {
			f.cut(n - 1)
		}
	}
	hide = hide || dropped[tag]
	// Inside what is hidden every element counts, lest the end of an inner one
	// be taken for the end of the outer.
	if len(f.open) < maxOpen && (blocks[tag] || hide || f.hidden > 0) {
		f.open = append(f.open, element{tag, hide})
		if hide {
			f.hidden++
		}
		if tag == atom.Pre {
			f.pre++
		}
	}
	if tag == atom.Q && f.hidden == 0 {
		f.text([]byte("“"))
	}
}

func (f *fragment) end(tag atom.Atom) {
	if tag == atom.Q && f.hidden == 0 {
		f.text([]byte("”"))
	}
	for i := len(f.open) - 1; i >= 0; i-- {
		if f.open[i].tag == tag {
			f.cut(i)
			break
		}
	}
	f.edge(tag)
}

// cut closes the open elements from the i-th on.
func (f *fragment) cut(i int) {
	for _, e := range f.open[i:] {
		if e.hide {
			f.hidden--
		}
		if e.tag == atom.Pre {
			f.pre--
		}
	}
	f.open = f.open[:i]
}

// edge notes what the beginning or the end of an element leaves between words.
func (f *fragment) edge(tag atom.Atom) {
	switch {
	case f.hidden > 0:
	case blocks[tag], tag == atom.Br, tag == atom.Hr:
		f.line = true
	case tag == atom.Td, tag == atom.Th:
		f.space = true
	}
}

func (f *fragment) text(b []byte) {
	for _, r := range string(b) {
		switch {
		case r == '\n' && f.pre > 0:
			f.line = true
		case unicode.IsSpace(r):
			f.space = true
		case r < ' ', 0x7F <= r && r < 0xA0:
		case r == '\u00ad', r == '\u200b', r == '\u2060', r == '\ufeff':
			// Marks for breaking lines, which no reader sees.
		default:
			if f.line && f.out.Len() > 0 {
				f.out.WriteByte('\n')
			} else if f.space && f.out.Len() > 0 {
				f.out.WriteByte(' ')
			}
			f.line, f.space = false, false
			f.out.WriteRune(r)
		}
	}
}

// hides reports whether the attributes of the tag at hand hide its element.
func hides(z *html.Tokenizer) bool {
	for {
		key, value, more := z.TagAttr()
		switch string(key) {
		case "hidden":
			return true
		case "style":
			style := strings.ToLower(strings.Join(strings.Fields(string(value)), ""))
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		}
		if !more {
			return false
		}
	}
}

func set(tags ...atom.Atom) map[atom.Atom]bool {
	s := make(map[atom.Atom]bool, len(tags))
	for _, tag := range tags {
		s[tag] = true
	}
	return s
}

// blocks are the elements that stand on lines of their own.
var blocks = set(
	atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd,
	atom.Details, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer,
	atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Html, atom.Legend,
	atom.Li, atom.Main, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table,
	atom.Tbody, atom.Tfoot, atom.Thead, atom.Tr, atom.Ul,
)

// dropped are the elements whose content is no text of the report.
var dropped = set(
	atom.Applet, atom.Audio, atom.Button, atom.Canvas, atom.Del, atom.Head, atom.Iframe, atom.Map, atom.Math,
	atom.Noembed, atom.Noframes, atom.Noscript, atom.Object, atom.Rp, atom.Rt, atom.S, atom.Script, atom.Select,
	atom.Strike, atom.Style, atom.Svg, atom.Template, atom.Textarea, atom.Title, atom.Video,
)

// void are the elements that have no content and no end tag.
var void = set(
	atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta,
	atom.Param, atom.Source, atom.Track, atom.Wbr,
)
