package dossier

import (
	"slices"
	"strings"
)

// editions are the parts of a host's name before that of the outlet: countries,
// languages, sections and forms of one outlet.
var editions = strings.Fields("www m mobile amp uk us usa in ca au ie nz za eu asia africa europe world int intl international global edition en english blog blogs news")

// registries are the parts of a host's name that many outlets share before the
// country ("co" in "co.uk") or as guests: what stands before them is no edition.
var registries = strings.Fields(`com co org net gov gob gouv edu ac or ne go info web nom ltd plc mil sch nhs
	blogspot wordpress typepad tumblr livejournal medium substack github`)

// joined returns one name for those of the outlets that are hosts of one outlet:
// "reuters.com" for "uk.reuters.com" when that is among them too, or
// another edition. "www." is never part of an outlet's name. What
// merely looks alike, as "news.com" and "news.com.au", stays apart.
func joined(outlets []string) map[string]string {
	roots := map[string][]string{} // outlets by what is left of them
	for _, name := range outlets {
		if root := rootOf(name); root != "" && !slices.Contains(roots[root], name) {
			roots[root] = append(roots[root], name)
		}
	}
	out := map[string]string{}
	for _, name := range outlets {
		short := strings.TrimPrefix(strings.ToLower(name), "www.")
		if root := rootOf(name); len(roots[root]) > 1 {
			out[name] = root
		} else if root != "" && len(short) < len(name) {
			out[name] = short
		}
	}
	return out
}

// rootOf returns a host without the editions before it; empty when name is no
// host.
func rootOf(name string) string {
	parts := strings.Split(strings.ToLower(name), ".")
	if len(parts) < 2 || slices.ContainsFunc(parts, func(s string) bool { return s == "" || strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" }) {
		return ""
	}
	for len(parts) > 2 && slices.Contains(editions, parts[0]) && !(len(parts) == 3 && slices.Contains(registries, parts[1])) {
		parts = parts[1:]
	}
	return strings.Join(parts, ".")
}
