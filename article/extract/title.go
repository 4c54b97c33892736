package extract

import (
	"slices"
	"strings"
)

// minHeadline is how many runes make a heading that can't but be the headline
// when the page's title says the same.
const minHeadline = 10

// separators stand between a headline and the site's name in titles.
var separators = []string{" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " / ", ": "}

// headline is the page's headline: what JSON-LD calls it, else what the page
// shows as one where its other titles say the same, else what those say, without
// the site's name.
func (h *head) headline(linked string, names []string) string {
	window := unsited(h.title, names)
	social := unsited(h.first(asIs, "og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "itemprop:headline"), names)
	linked = unsited(line(linked), names)
	for _, heading := range slices.Concat(h.h1, h.h2) {
		heading = unsited(heading, names)
		switch {
		case linked != "" && begins(heading, strings.TrimRight(linked, ".… ")):
			return heading // JSON-LD may have it cut off
		case linked == "" && runes(heading) >= minHeadline && (holds(social, heading) || holds(window, heading)):
			return heading
		}
	}
	for _, title := range []string{linked, social, window} {
		if title != "" {
			return title
		}
	}
	if len(h.h1) == 1 {
		return unsited(h.h1[0], names)
	}
	return ""
}

// unsited takes off the site's name, by any of its names, at the end or start
// of a title.
func unsited(title string, names []string) string {
	for range 2 {
		for _, sep := range separators {
			if at := strings.LastIndex(title, sep); at > 0 && isName(title[at+len(sep):], names) {
				title = strings.TrimSpace(title[:at])
			}
			if at := strings.Index(title, sep); at > 0 && isName(title[:at], names) {
				title = strings.TrimSpace(title[at+len(sep):])
			}
		}
	}
	return title
}

func isName(s string, names []string) bool {
	s = letters(s)
	for _, name := range names {
		if s != "" && (s == letters(name) || "the"+s == letters(name) || s == "the"+letters(name)) {
			return true
		}
	}
	return false
}

// begins and holds compare by letters and digits alone.
func begins(s, start string) bool {
	return start != "" && strings.HasPrefix(letters(s), letters(start))
}
func holds(s, part string) bool { return part != "" && strings.Contains(letters(s), letters(part)) }
