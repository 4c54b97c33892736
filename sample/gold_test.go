package sample_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"synoptic/article"
	"synoptic/dossier"
	"synoptic/eval"
	"synoptic/sample"
)

var update = flag.Bool("update", false, "write each gold.json anew from gold.txt")

// TestGold holds each gold.json to gold.txt, the form of it that people edit.
func TestGold(t *testing.T) {
	for _, event := range events(t) {
		file := event.Name + "/gold.txt"
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		gold, err := parseGold(string(source), event.Articles)
		if err != nil {
			t.Fatalf("%s:%v", file, err)
		}
		var made bytes.Buffer
		e := json.NewEncoder(&made)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		if err := e.Encode(gold); err != nil {
			t.Fatal(err)
		}
		if *update {
			if err := os.WriteFile(event.Name+"/gold.json", made.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if !bytes.Equal(made.Bytes(), event.Gold) {
			t.Errorf("%s: gold.json differs from it: run go test ./sample -update", file)
		}
	}
}

// TestGoldSpans checks that the words of each span in gold.json stand at its offsets.
func TestGoldSpans(t *testing.T) {
	if *update {
		t.Skip("the gold that this program embeds is the old one")
	}
	for _, event := range events(t) {
		t.Run(event.Name, func(t *testing.T) { checkSpans(t, event) })
	}
}

func checkSpans(t *testing.T, event sample.Event) {
	t.Helper()
	text := map[string]string{}
	for _, a := range event.Articles {
		text[a.ID] = a.Text
		text[a.ID+"#title"] = a.Title
	}
	gold, err := eval.ParseGold(event.Gold)
	if err != nil {
		t.Fatal(err)
	}
	spans := 0
	check := func(list ...dossier.Evidence) {
		for _, e := range list {
			spans++
			in := text[e.Article]
			if e.Field != "" {
				in = text[e.Article+"#"+e.Field]
			}
			if e.Start < 0 || e.End > len(in) || e.Start >= e.End || in[e.Start:e.End] != e.Text {
				t.Errorf("%s: %q does not stand at %d–%d", e.Article, e.Text, e.Start, e.End)
			}
		}
	}
	for _, d := range slices.Concat(gold.Disagreements, gold.NotDisagreements) {
		for _, p := range d.Positions {
			check(p.Evidence...)
		}
	}
	for _, q := range gold.Quotes {
		for _, r := range q.Renderings {
			check(r.Evidence)
		}
	}
	for _, c := range gold.Claims {
		check(c.Reports...)
	}
	for _, e := range gold.Entities {
		check(e.Mentions...)
	}
	check(gold.Only...)
	if spans == 0 {
		t.Error("gold.json holds no spans")
	}
}

func events(t *testing.T) []sample.Event {
	t.Helper()
	events, err := sample.Events()
	if err != nil {
		t.Fatal(err)
	}
	return events
}

// citation is a line that cites words of a report: a kind of rendering for
// quotations, the report's name, perhaps "#title", and the words.
var citation = regexp.MustCompile(`^(?:(direct|indirect|mixed) )?([\w-]+)(#title)?: (.+)$`)

// parseGold reads the form that people edit. Errors begin with the line's number.
func parseGold(source string, articles []*article.Article) (eval.Gold, error) {
	byName := map[string]*article.Article{}
	for _, a := range articles {
		name := path.Base(a.Path)
		byName[strings.TrimSuffix(name, path.Ext(name))] = a
	}
	var gold eval.Gold
	var kind string // of the entry that the lines belong to
	var side int    // of the disagreement that the last position is on
	var disagreement *eval.GoldDisagreement
	parse := func(line string) error {
		head, rest, _ := strings.Cut(line, " ")
		switch head {
		case "copy":
			copied, of, _ := strings.Cut(rest, " of ")
			if byName[copied] == nil || byName[of] == nil {
				return fmt.Errorf("no such report in %q", line)
			}
			gold.Copies = append(gold.Copies, eval.Copy{Article: byName[copied].ID, CopyOf: byName[of].ID})
			return nil
		case "disagreement", "tempting":
			list := &gold.Disagreements
			traits, about, found := strings.Cut(rest, ": ")
			slot, relation, _ := strings.Cut(traits, " ")
			if head == "tempting" {
				list, relation = &gold.NotDisagreements, "none"
			}
			if !found || relation == "" {
				return fmt.Errorf("want slot, relation and matter: %q", line)
			}
			*list = append(*list, eval.GoldDisagreement{Slot: slot, Relation: relation, About: about})
			disagreement, kind, side = &(*list)[len(*list)-1], head, -1
			return nil
		case "-", "=":
			if head == "-" {
				side++
			}
			here := side
			disagreement.Positions = append(disagreement.Positions, eval.GoldPosition{Value: rest, Side: &here})
			return nil
		case "why:":
			disagreement.Why = rest
			return nil
		case "quote":
			gold.Quotes, kind = append(gold.Quotes, eval.GoldQuote{SpeakerName: rest}), head
			return nil
		case "claim":
			gold.Claims, kind = append(gold.Claims, eval.GoldClaim{Label: rest}), head
			return nil
		case "origin":
			name, origin, _ := strings.Cut(rest, ": ")
			if byName[name] == nil {
				return fmt.Errorf("no such report in %q", line)
			}
			claim := &gold.Claims[len(gold.Claims)-1]
			if claim.Origin == nil {
				claim.Origin = map[string]string{}
			}
			claim.Origin[byName[name].ID] = origin
			return nil
		case "entity":
			typ, name, _ := strings.Cut(rest, " ")
			gold.Entities, kind = append(gold.Entities, eval.GoldEntity{Type: typ, Name: name}), head
			return nil
		case "only":
			line, kind = rest, head
		}
		m := citation.FindStringSubmatch(line)
		if m == nil || byName[m[2]] == nil {
			return fmt.Errorf("neither an entry nor words of a report: %q", line)
		}
		evidence, err := find(byName[m[2]], m[3] != "", m[4])
		if err != nil {
			return err
		}
		switch kind {
		case "disagreement", "tempting":
			position := &disagreement.Positions[len(disagreement.Positions)-1]
			position.Evidence = append(position.Evidence, evidence)
		case "quote":
			quote := &gold.Quotes[len(gold.Quotes)-1]
			quote.Renderings = append(quote.Renderings, dossier.Rendering{Evidence: evidence, Kind: m[1]})
		case "claim":
			claim := &gold.Claims[len(gold.Claims)-1]
			claim.Reports = append(claim.Reports, evidence)
		case "entity":
			entity := &gold.Entities[len(gold.Entities)-1]
			entity.Mentions = append(entity.Mentions, evidence)
		case "only":
			gold.Only = append(gold.Only, evidence)
		}
		return nil
	}
	for i, line := range strings.Split(source, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := parse(line); err != nil {
			return eval.Gold{}, fmt.Errorf("%d: %w", i+1, err)
		}
	}
	return gold, nil
}

// find returns where words stand in a's text or title, which must hold them
// once. Of words with a part in braces, it is that part.
func find(a *article.Article, title bool, words string) (dossier.Evidence, error) {
	text, field := a.Text, ""
	if title {
		text, field = a.Title, "title"
	}
	before, part, braced := strings.Cut(words, "{")
	part, after, closed := strings.Cut(part, "}")
	if !braced {
		before, part, after = "", words, ""
	} else if !closed {
		return dossier.Evidence{}, fmt.Errorf("%s: no closing brace in %q", a.ID, words)
	}
	loose := func(s string) string { return strings.ReplaceAll(regexp.QuoteMeta(s), " ", `\s+`) }
	places := regexp.MustCompile(loose(before)+"("+loose(part)+")"+loose(after)).FindAllStringSubmatchIndex(text, -1)
	if len(places) != 1 {
		return dossier.Evidence{}, fmt.Errorf("%s holds %q %d times, not once", a.ID, words, len(places))
	}
	start, end := places[0][2], places[0][3]
	return dossier.Evidence{Article: a.ID, Span: dossier.Span{Start: start, End: end, Text: text[start:end], Field: field}}, nil
}
