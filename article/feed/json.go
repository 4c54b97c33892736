package feed

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// JSON reads a JSON Feed (www.jsonfeed.org/version/1.1, and 1). Ok is false when
// b is something else. Items beyond some number are not read, as Feed.More
// tells.
func JSON(b []byte) (f *Feed, ok bool) {
	all := object(b)
	if !strings.Contains(text(all["version"]), "jsonfeed.org/version/") {
		return nil, false
	}
	outlet, language := text(all["title"]), text(all["language"])
	authors := either(names(all["authors"]), names(all["author"]))
	f = &Feed{}
	var list []json.RawMessage
	if json.Unmarshal(all["items"], &list) != nil {
		return f, true
	}
	if f.More = len(list) > maxItems; f.More {
		list = list[:maxItems]
	}
	for _, raw := range list {
		from := object(raw)
		i := Item{
			ID: text(from["id"]), URL: either(text(from["url"]), text(from["external_url"])),
			Outlet: outlet, Title: text(from["title"]),
			Published: when(text(from["date_published"])), Modified: when(text(from["date_modified"])),
			Language: either(text(from["language"]), language), Raw: raw,
		}
		i.Byline = either(either(names(from["authors"]), names(from["author"])), authors)
		if i.Byline == outlet {
			i.Byline = "" // the outlet as its own author says nothing
		}
		if i.URL == "" && web(i.ID) {
			i.URL = i.ID
		}
		i.both(text(from["content_text"]), text(from["content_html"]))
		i.add(Body{text(from["summary"]), false})
		f.Items = append(f.Items, i)
	}
	return f, true
}

// both adds the plain and the marked-up form of one body. The plain one is
// better when it has lines, since paragraphs then show; some have none.
func (i *Item) both(plain, markup string) {
	p, m := Body{plain, false}, Body{markup, true}
	if !strings.Contains(strings.TrimSpace(plain), "\n") {
		p, m = m, p
	}
	i.add(p)
	i.add(m)
}

// object returns the members of a JSON object by their names in lower case; of
// two that differ in case only, the one in lower case, else the first by name.
// It returns nil for anything else.
func object(b []byte) map[string]json.RawMessage {
	var all map[string]json.RawMessage
	if json.Unmarshal(b, &all) != nil {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		low := strings.ToLower(name)
		if _, taken := all[low]; !taken {
			all[low] = all[name]
		}
	}
	return all
}

// text returns a JSON string or number, and the empty string for anything
// else: a wrong type in a field that may be absent spoils no item.
func text(b json.RawMessage) string {
	var s string
	var n json.Number
	if json.Unmarshal(b, &s) == nil {
		return strings.TrimSpace(s)
	}
	if json.Unmarshal(b, &n) == nil {
		return n.String()
	}
	return ""
}

// elements returns the elements of a JSON array, or anything else as the only
// one.
func elements(b json.RawMessage) []json.RawMessage {
	var list []json.RawMessage
	if bytes.HasPrefix(b, []byte("[")) && json.Unmarshal(b, &list) == nil {
		return list
	}
	if len(b) > 0 {
		list = append(list, b)
	}
	return list
}

// names returns the names of one or several people or bodies, given as strings
// or as objects with a "name".
func names(b json.RawMessage) string {
	var all []string
	for _, e := range elements(b) {
		if name := either(text(e), text(object(e)["name"])); name != "" {
			all = append(all, name)
		}
	}
	return strings.Join(all, ", ")
}
