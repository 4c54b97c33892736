package extract

import (
	"bytes"
	"cmp"
	"encoding/json"
	"html"
	"strings"

	nethtml "golang.org/x/net/html"
)

// linked is what a page says of its article as JSON-LD, in the words of
// schema.org. Any of it may be missing.
type linked struct {
	headline, published, modified, url, language, body string

	authors   []string
	publisher string
}

// Most of a page's JSON-LD that is read, in bytes, and how deep.
const (
	maxLinked      = 2 << 20
	maxLinkedDepth = 24
)

// isLinkedData reports whether a script element holds JSON-LD.
func isLinkedData(script *nethtml.Node) bool {
	return strings.Contains(strings.ToLower(attribute(script, "type")), "ld+json")
}

// linkedData reads the JSON-LD of scripts, of which the object that is an
// article counts, and of several the one that same knows as the page's own by its
// headline and url, else the first. What that
// leaves out of its times, the page's own object may tell.
func linkedData(scripts []*nethtml.Node, same func(headline, url string) bool) linked {
	g := &graph{byID: map[string]map[string]any{}}
	size := 0
	for _, script := range scripts {
		for c := script.FirstChild; c != nil; c = c.NextSibling {
			if size += len(c.Data); size > maxLinked {
				break
			}
			for _, value := range jsonValues(c.Data) {
				g.gather(value, 0)
			}
		}
	}
	var best linked
	for i, o := range g.articles {
		l := g.article(o)
		if own := same(l.headline, l.url); i == 0 || own {
			best = l
			if own {
				break
			}
		}
	}
	if best.published == "" && len(g.articles) <= 1 {
		best.published, best.modified = text(g.page["datePublished"]), cmp.Or(best.modified, text(g.page["dateModified"]))
	}
	return best
}

// jsonValues reads the JSON values in s, one after the other, as far as they
// can be read. Some mistakes are common enough to be put right: comments and
// CDATA marks around, line ends within strings, commas before a bracket.
func jsonValues(s string) []any {
	s = strings.TrimSpace(s)
	for _, mark := range []string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		s = strings.TrimSpace(strings.TrimPrefix(s, mark))
	}
	values, err := decodeAll(s)
	if err == nil || len(values) > 0 {
		return values
	}
	values, _ = decodeAll(mended(s))
	return values
}

func decodeAll(s string) (values []any, err error) {
	decoder := json.NewDecoder(strings.NewReader(s))
	for decoder.More() {
		var value any
		if err := decoder.Decode(&value); err != nil {
			return values, err
		}
		values = append(values, value)
	}
	return values, nil
}

// mended writes control characters in strings as spaces, and leaves out commas
// that nothing follows.
func mended(s string) string {
	var b bytes.Buffer
	quoted, comma := false, -1 // where a comma without a follower was written
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case quoted && c == '\\' && i+1 < len(s):
			b.WriteByte(c)
			i++
			b.WriteByte(s[i])
			continue
		case c == '"':
			quoted = !quoted
		case c < ' ':
			c = ' '
		case !quoted && (c == '}' || c == ']') && comma >= 0:
			b.Bytes()[comma] = ' '
		}
		if !quoted && c == ',' {
			comma = b.Len()
		} else if c != ' ' {
			comma = -1
		}
		b.WriteByte(c)
	}
	return b.String()
}

// graph is all JSON-LD of a page.
type graph struct {
	articles []map[string]any
	page     map[string]any // the page itself, nil without it
	byID     map[string]map[string]any
}

// gather keeps the articles under value, in order, and what may be referred to.
func (g *graph) gather(value any, depth int) {
	if depth > maxLinkedDepth {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, one := range v {
			g.gather(one, depth+1)
		}
	case map[string]any:
		if id, ok := v["@id"].(string); ok && len(v) > 1 {
			if _, taken := g.byID[id]; !taken {
				g.byID[id] = v
			}
		}
		if article(v["@type"]) {
			g.articles = append(g.articles, v)
		} else if kind, _ := v["@type"].(string); strings.HasSuffix(kind, "WebPage") && g.page == nil {
			g.page = v
		}
		// Fields that may hold the page's article, in this order; others hold
		// what it refers to.
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart"} {
			g.gather(v[key], depth+1)
		}
		for _, key := range []string{"publisher", "author", "isPartOf"} {
			if o, ok := v[key].(map[string]any); ok {
				if id, ok := o["@id"].(string); ok && len(o) > 1 && g.byID[id] == nil {
					g.byID[id] = o
				}
			}
		}
	}
}

// article reports whether a "@type" is one of schema.org's for articles.
func article(kind any) bool {
	switch k := kind.(type) {
	case string:
		k = k[strings.LastIndexByte(k, '/')+1:]
		return strings.HasSuffix(k, "Article") || strings.HasSuffix(k, "Posting") && k != "JobPosting" || k == "Report"
	case []any:
		for _, one := range k {
			if s, ok := one.(string); ok && article(s) {
				return true
			}
		}
	}
	return false
}

func (g *graph) article(o map[string]any) linked {
	l := linked{
		headline:  text(o["headline"]),
		published: text(o["datePublished"]),
		modified:  text(o["dateModified"]),
		url:       text(o["url"]),
		language:  text(o["inLanguage"]),
		body:      text(o["articleBody"]),
		authors:   g.names(o["author"], 0),
	}
	if l.headline == "" {
		l.headline = text(o["name"])
	}
	if l.url == "" {
		switch page := o["mainEntityOfPage"].(type) {
		case string:
			l.url = page
		case map[string]any:
			l.url = text(page["@id"])
		}
	}
	if publishers := g.names(o["publisher"], 0); len(publishers) > 0 {
		l.publisher = publishers[0]
	}
	return l
}

// names returns the names of whom value stands for: a name, an object with
// one, a reference to that, or several.
func (g *graph) names(value any, depth int) []string {
	if depth > 4 {
		return nil
	}
	switch v := value.(type) {
	case string:
		if name := text(v); name != "" && !strings.Contains(name, "://") {
			return []string{name}
		}
	case []any:
		var all []string
		for _, one := range v {
			all = append(all, g.names(one, depth+1)...)
		}
		return all
	case map[string]any:
		if v["name"] != nil {
			return g.names(v["name"], depth+1)
		}
		if id, ok := v["@id"].(string); ok && g.byID[id] != nil {
			return g.names(g.byID[id]["name"], depth+1)
		}
	}
	return nil
}

// text returns a string as a reader would see it: some pages escape it for HTML
// once more. Of a list it is the first.
func text(value any) string {
	switch v := value.(type) {
	case string:
		return strings.TrimSpace(html.UnescapeString(v))
	case []any:
		if len(v) > 0 {
			if s, ok := v[0].(string); ok {
				return text(s)
			}
		}
	case map[string]any:
		s, _ := v["@value"].(string)
		return text(s)
	}
	return ""
}
