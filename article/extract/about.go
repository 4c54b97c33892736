package extract

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// outlet is what the site calls itself: the publisher of JSON-LD, or og:site_name.
// Sites that reprint an agency name that as the publisher, so when the two have
// nothing in common, nor the publisher and the address, it is og:site_name.
// Without either it is empty, and whoever knows the address can do better.
func (h *head) outlet(l linked, address string) string {
	name := h.first(func(s string) string {
		if s = strings.TrimPrefix(s, "@"); strings.Contains(s, "://") {
			return ""
		}
		return s
	}, "og:site_name")
	publisher := line(l.publisher)
	if publisher != "" && (name == "" || akin(publisher, name) || akin(publisher, hostName(address))) {
		name = publisher
	}
	for _, sep := range []string{" | ", " - ", " – "} { // a slogan behind
		name, _, _ = strings.Cut(name, sep)
	}
	return name
}

// akin reports whether one name holds the other, or is its initials.
func akin(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	return holds(a, b) || holds(b, a) || initials(a) == letters(b) || initials(b) == letters(a)
}

func initials(s string) string {
	var b strings.Builder
	for word := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(word)
		b.WriteRune(r)
	}
	return letters(b.String())
}

// hostName is the host of an address up to the first dot: "bbc" for "www.bbc.com".
func hostName(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	name, _, _ := strings.Cut(site(u.Hostname()), ".")
	return name
}

// siteNames are all names that the site may be called by in a title.
func (h *head) siteNames(l linked, address string) []string {
	names := []string{l.publisher}
	for _, key := range []string{"og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "twitter:site"} {
		names = append(names, h.meta[key]...)
	}
	if u, err := url.Parse(address); err == nil {
		names = append(names, site(u.Hostname()), hostName(address))
	}
	return names
}

// publishedTags and modifiedTags are the meta elements for times, most used first.
var (
	publishedTags = []string{
		"article:published_time", "article:published", "og:published_time", "og:article:published_time", "itemprop:datepublished",
		"parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
		"citation_publication_date", "citation_date", "citation_online_date", "cxenseparse:recs:publishtime", "rnews:datepublished",
		"publish-date", "publish_date", "publishdate", "published_time", "publication_date", "publicationdate", "pub_date", "pubdate", "article_date_original",
		"article.published", "originalpublicationdate", "date_published", "bt:pubdate", "displaydate", "date",
	}
	modifiedTags = []string{
		"article:modified_time", "article:modified", "og:updated_time", "itemprop:datemodified", "dcterms.modified", "dc.date.modified",
		"article.updated", "lastmod", "last-modified", "revision_date", "date_modified",
	}
)

// published returns when the article was published and where that was found.
// Above is the day that stands between the headline and the text, if any.
func (h *head) published(l linked, above, address string) (string, Source) {
	if t := dated(l.published); t != "" {
		return t, Meta
	}
	if t := h.first(dated, publishedTags...); t != "" {
		return t, Meta
	}
	for _, t := range []string{h.visible(), above, addressed(address)} {
		if t != "" {
			return t, Markup
		}
	}
	return "", ""
}

func (h *head) modified(l linked) string {
	if t := dated(l.modified); t != "" {
		return t
	}
	if t := h.first(dated, modifiedTags...); t != "" {
		return t
	}
	for _, t := range h.times {
		if t.modified {
			return t.value
		}
	}
	return ""
}

// by opens a line of authors.
var by = regexp.MustCompile(`(?i)^(?:by|von|par|por|di|da)\s*:?\s+`)

// login is the name of an account rather than of a person.
var login = regexp.MustCompile(`^(?:[a-z0-9._-]+|[A-Za-z._-]*\d[\w.-]*)$`)

// names returns the authors: those of JSON-LD, else those of meta elements, else
// those that the page shows, else found, an extractor's guess. The outlet's own
// name is none.
func (h *head) names(l linked, found, outlet string) string {
	candidates := [][]string{l.authors}
	for _, key := range []string{"author", "article:author", "itemprop:author", "dc.creator", "dcterms.creator", "byl", "parsely-author", "sailthru.author", "citation_author"} {
		candidates = append(candidates, h.meta[key])
	}
	candidates = append(candidates, []string{h.byline}, []string{strings.ReplaceAll(found, "; ", ", ")})
	for _, list := range candidates {
		var kept []string
		for _, name := range list {
			name = by.ReplaceAllString(line(name), "")
			if name == "" || runes(name) > maxByline || login.MatchString(name) || strings.Contains(name, "://") || strings.ContainsAny(name, "<>{}") ||
				!strings.ContainsFunc(name, unicode.IsLetter) || isName(name, []string{outlet}) || slices.Contains(kept, name) {
				continue
			}
			if kept = append(kept, name); len(kept) == maxShown {
				break
			}
		}
		if len(kept) > 0 {
			return strings.Join(kept, ", ")
		}
	}
	return ""
}

var languageTag = regexp.MustCompile(`^([a-zA-Z]{2,3})((?:[-_][a-zA-Z0-9]{2,8})*)$`)

// lang returns the page's language as it declares it, as BCP 47 writes it.
func (h *head) lang(l linked) string {
	for _, s := range []string{h.language, l.language, h.first(asIs, "content-language"), h.first(asIs, "og:locale"), h.first(asIs, "dc.language", "language")} {
		if m := languageTag.FindStringSubmatch(strings.TrimSpace(s)); m != nil {
			rest := strings.ReplaceAll(m[2], "_", "-")
			if len(rest) == len("-US") {
				rest = strings.ToUpper(rest)
			}
			return strings.ToLower(m[1]) + rest
		}
	}
	return ""
}
