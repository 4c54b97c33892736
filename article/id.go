package article

import (
	"net/url"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/zeebo/xxh3"
)

// ids gives out each id once.
type ids map[string]struct{}

// unique returns id, or id#2, id#3 and so on when it was given out before.
func (s ids) unique(id string) string {
	name := id
	for n := 2; ; n++ {
		if _, taken := s[name]; !taken {
			s[name] = struct{}{}
			return name
		}
		name = id + "#" + strconv.Itoa(n)
	}
}

// passing is ids by their hashes alone, for streams without end.
type passing map[uint64]struct{}

// unique is ids.unique.
func (s passing) unique(id string) string {
	name := id
	for n := 2; ; n++ {
		hash := xxh3.HashString(name)
		if _, taken := s[hash]; !taken {
			s[hash] = struct{}{}
			return name
		}
		name = id + "#" + strconv.Itoa(n)
	}
}

// identify fills in the id when the article gives none: from its URL, else
// from the file it was read from.
func identify(a *Article) {
	if a.ID == "" {
		a.ID = urlID(a.URL)
	}
	if a.ID == "" {
		a.ID = stem(a.Path)
	}
}

// name fills in the outlet when nothing gives it: the host of the URL, else
// the article's id.
func name(a *Article) {
	if a.Outlet == "" {
		a.Outlet = host(a.URL)
	}
	if a.Outlet == "" {
		a.Outlet = a.ID
	}
}

// urlID returns host, path and query of a URL, without what only says how a
// reader came there.
func urlID(raw string) string {
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" {
		return raw
	}
	id := host(raw) + strings.TrimRight(u.EscapedPath(), "/")
	var kept []string
	for part := range strings.SplitSeq(u.RawQuery, "&") {
		key, _, _ := strings.Cut(strings.ToLower(part), "=")
		if part != "" && !strings.HasPrefix(key, "utm_") && !tracking[key] {
			kept = append(kept, part)
		}
	}
	if len(kept) > 0 {
		id += "?" + strings.Join(kept, "&")
	}
	return id
}

// tracking are the query keys that campaigns and share buttons add.
var tracking = map[string]bool{
	"fbclid": true, "gclid": true, "msclkid": true, "mc_cid": true, "mc_eid": true,
	"cmpid": true, "smid": true, "ref": true, "ncid": true,
}

// host returns the host of a URL in lower case without a leading "www.".
func host(raw string) string {
	u, err := url.Parse(raw)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// stem returns the base name of a path without the endings of its format.
func stem(path string) string {
	if path == Stdin {
		return "stdin"
	}
	base := filepath.Base(path)
	name := base
	if strings.EqualFold(filepath.Ext(name), ".gz") {
		name = name[:len(name)-len(".gz")]
	}
	if ext := strings.ToLower(filepath.Ext(name)); ext != "" && formats[ext] != unknown {
		name = name[:len(name)-len(ext)]
	}
	if name == "" {
		return base
	}
	return name
}
