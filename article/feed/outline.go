package feed

import (
	"bytes"
	"slices"
	"strings"
)

// outline is where the parts of a feed stand. It is found without a parser, so
// that one damaged item spoils no other.
type outline struct {
	root  string // local name of the outermost element, in lower case
	open  []byte // the start tags of the elements around the items
	close string // the end tags for them
	head  []byte // everything before the first item
	items []part
	more  bool // there are more than maxItems
	cut   bool // the document ends before its outermost element does
}

// part is an item's bytes; whole when its end tag was found.
type part struct {
	b     []byte
	whole bool
}

// outlineOf finds the parts of a document in UTF-8. Ok is false when it has no
// element at all.
func outlineOf(b []byte) (o outline, ok bool) {
	s := scanner{b: b}
	first, found := s.element()
	if !found {
		return o, false
	}
	o.root = first.local()
	o.open = s.whole(first)
	o.close = "</" + first.name + ">"
	o.cut = true
	s.at = first.at + len(o.open)
	item := "item"
	if o.root == "feed" {
		item = "entry"
	}
	name, start := "", -1 // of the item that is open
	keep := func(end int, whole bool) {
		if start < 0 {
			return
		}
		if o.head == nil {
			o.head = b[:start]
		}
		if o.more = len(o.items) == maxItems; !o.more {
			o.items = append(o.items, part{b[start:end], whole})
		}
		start = -1
	}
	channel := false
	for o.cut && !o.more {
		t, found := s.element()
		if !found {
			break
		}
		switch local := t.local(); {
		case local == item && !t.ends && (start < 0 || strings.EqualFold(t.name, name)):
			keep(t.at, false) // the one before has no end
			name, start = t.name, t.at
			if t.empty {
				keep(s.at, true)
			}
		case t.ends && start >= 0 && strings.EqualFold(t.name, name):
			keep(s.at, true)
		case t.ends && strings.EqualFold(t.name, first.name):
			o.cut = false
			keep(t.at, false)
		case local == "channel" && !t.ends && !channel && o.root == "rss" && o.head == nil && start < 0:
			channel = true
			around := s.whole(t)
			s.at = t.at + len(around)
			o.open = slices.Concat(o.open, around)
			o.close = "</" + t.name + ">" + o.close
		}
	}
	keep(len(b), false)
	if o.head == nil {
		o.head = b
	}
	o.cut = o.cut && !o.more
	return o, true
}

// Begins reports whether head, the first bytes of a file, are those of a feed
// in XML.
func Begins(head []byte) bool {
	text, _, err := decode(head)
	if err != nil || !bytes.HasPrefix(bytes.TrimSpace(text), []byte("<")) {
		return false
	}
	s := scanner{b: text}
	switch t, _ := s.element(); t.local() {
	case "rss", "rdf", "feed":
		return !t.ends
	}
	return false
}

// document is the XML of one item alone.
func (o *outline) document(item []byte) []byte {
	return slices.Concat(o.open, item, []byte(o.close))
}

// tag is a start or end tag.
type tag struct {
	at          int    // where its "<" stands
	name        string // with its prefix
	ends, empty bool
}

// local is the tag's name without its prefix, in lower case.
func (t tag) local() string {
	_, local, ok := strings.Cut(t.name, ":")
	if !ok {
		local = t.name
	}
	return strings.ToLower(local)
}

// scanner goes through the tags of a document from first to last, past
// comments, CDATA sections, declarations and what only looks like a tag.
type scanner struct {
	b      []byte
	at     int
	passed int // comments, CDATA sections and declarations
}

// Marks that open what holds no tags, and those that close it.
var asides = [][2]string{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}}

// element returns the next tag and moves behind its first ">". That one may
// stand in an attribute's value; what follows it then holds no "<" and does no
// harm.
func (s *scanner) element() (t tag, ok bool) {
next:
	for {
		i := bytes.IndexByte(s.b[s.at:], '<')
		if i < 0 {
			return s.done()
		}
		s.at += i
		rest := s.b[s.at:]
		for _, marks := range asides {
			if inside, ok := bytes.CutPrefix(rest, []byte(marks[0])); ok {
				end := bytes.Index(inside, []byte(marks[1]))
				if end < 0 {
					return s.done()
				}
				s.at += len(marks[0]) + end + len(marks[1])
				s.passed++
				continue next
			}
		}
		s.at++
		t = tag{at: s.at - 1}
		rest = rest[1:]
		if t.ends = bytes.HasPrefix(rest, []byte("/")); t.ends {
			rest = rest[1:]
		}
		if len(rest) == 0 || !nameStart(rest[0]) {
			continue // a declaration, or a stray sign
		}
		end := bytes.IndexAny(rest, "<>")
		if end < 0 {
			return s.done()
		}
		if rest[end] == '<' {
			continue
		}
		name := rest[:end]
		t.empty = !t.ends && name[end-1] == '/'
		if n := bytes.IndexAny(name, " \t\r\n/"); n >= 0 {
			name = name[:n]
		}
		t.name = string(name)
		s.at = t.at + 1 + end + 1
		if t.ends {
			s.at++
		}
		return t, true
	}
}

func (s *scanner) done() (tag, bool) {
	s.at = len(s.b)
	return tag{}, false
}

func nameStart(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || c == ':' || c >= 0x80
}

// whole returns the source of a start tag up to the ">" that is in no
// attribute's value, and to its first one when there is none.
func (s *scanner) whole(t tag) []byte {
	rest := s.b[t.at:]
	quote := byte(0)
	for i, c := range rest {
		switch {
		case quote == 0 && c == '>':
			return rest[:i+1]
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == quote:
			quote = 0
		}
	}
	return rest[:s.at-t.at]
}
