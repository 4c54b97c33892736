package feed

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Errors of an item of ninjs that is no report.
var (
	ErrWithdrawn = errors.New("its provider holds it back or has withdrawn it")
	ErrNoText    = errors.New("is no text")
)

// Ninjs reads a news item in IPTC's ninjs, 1.x to 3.x (iptc.org/std/ninjs). Ok
// is false when b is something else. Item.Err is ErrWithdrawn or ErrNoText,
// with more words, when there is no report in it.
//
// The item was published when its content was created, or else its first
// version, or else this version; this version's time is that of the last
// change. The place where it was written is not kept: an Article has it in
// the text's dateline, if at all.
func Ninjs(b []byte) (i Item, ok bool) {
	all := object(b)
	if !isNinjs(all) {
		return i, false
	}
	i = Item{
		ID: text(all["uri"]), Title: headline(all), Language: text(all["language"]),
		Byline:   either(names(all["byline"]), names(all["by"])),
		Modified: when(text(all["versioncreated"])), Raw: b,
	}
	for _, name := range []string{"contentcreated", "firstcreated", "versioncreated"} {
		i.Published = either(i.Published, when(text(all[name])))
	}
	for _, name := range []string{"provider", "infosources", "infosource", "copyrightholder"} {
		if list := elements(all[name]); len(list) > 0 {
			i.Outlet = either(i.Outlet, names(list[0]))
		}
	}
	if web(i.ID) {
		i.URL = i.ID
	}
	if status := text(all["pubstatus"]); status == "withheld" || status == "canceled" {
		return Item{Raw: b, Err: fmt.Errorf("%w: its \"pubstatus\" is %q", ErrWithdrawn, status)}, true
	}
	i.bodies(all)
	switch kind := text(all["type"]); kind {
	case "", "text", "composite", "component":
		i.descriptions(all)
	default:
		if len(i.Bodies) == 0 {
			return Item{Raw: b, Err: fmt.Errorf("%w: its \"type\" is %q", ErrNoText, kind)}, true
		}
	}
	return i, true
}

// isNinjs reports whether all are the members of a ninjs object: one with a
// body, or with the one member it must have and another that nothing else has.
func isNinjs(all map[string]json.RawMessage) bool {
	_, uri := all["uri"]
	for name := range all {
		switch name {
		case "bodies":
			return true
		case "versioncreated", "pubstatus", "representationtype", "headlines", "descriptions":
			if uri {
				return true
			}
		}
		if strings.HasPrefix(name, "body_") || uri && (strings.HasPrefix(name, "headline") || strings.HasPrefix(name, "description_")) {
			return true
		}
	}
	return false
}

// headline returns the main one of 1.x, or of the list of 2.x.
func headline(all map[string]json.RawMessage) string {
	title := either(text(all["headline"]), text(all["headline_main"]))
	list := elements(all["headlines"])
	for _, e := range list {
		if h := object(e); title == "" && text(h["role"]) == "main" {
			title = text(h["value"])
		}
	}
	if title == "" && len(list) > 0 {
		title = text(object(list[0])["value"])
	}
	return either(title, text(all["title"]))
}

// bodies adds the item's full text. In 1.x the end of a member's name tells the
// form, in 2.x the member "contenttype".
func (i *Item) bodies(all map[string]json.RawMessage) {
	i.both(text(all["body_text"]), either(text(all["body_xhtml"]), text(all["body_html"])))
	var plain, markup, other string
	for _, e := range elements(all["bodies"]) {
		body := object(e)
		value := text(body["value"])
		switch kind := strings.ToLower(text(body["contenttype"]) + text(body["role"])); {
		case strings.Contains(kind, "html"):
			markup = either(markup, value)
		case strings.Contains(kind, "xml"):
			other = either(other, value)
		case loose(value).Markup:
			markup = either(markup, value)
		default:
			plain = either(plain, value)
		}
	}
	i.both(plain, either(markup, other))
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if strings.HasPrefix(name, "body_") {
			i.add(loose(text(all[name])))
		}
	}
}

// descriptions adds the item's summaries, which some have instead of a body.
func (i *Item) descriptions(all map[string]json.RawMessage) {
	for _, e := range elements(all["descriptions"]) {
		i.add(loose(text(object(e)["value"])))
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if strings.HasPrefix(name, "description_") {
			i.add(loose(text(all[name])))
		}
	}
}
