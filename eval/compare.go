package eval

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"synoptic/article"
	"synoptic/dossier"
	"synoptic/lang/en"
	"synoptic/sample"
)

// Pipeline is the whole program as one call: the articles of one event in, the
// dossier out.
type Pipeline func([]*article.Article) *dossier.Dossier

// CompareTask is the task "compare", which scores run.
func CompareTask(run Pipeline) Task {
	return Task{Name: "compare", Run: func(paths []string) (Result, error) { return Compare(paths, run) }, takes: either}
}

// Compare scores the dossiers that run makes of events. Each path is a folder
// with the articles of one event (articles.jsonl, or text files with meta.csv)
// and gold.json, or a file of the clustering corpora as JSON Lines, for whose
// events gold is embedded; without paths it is the sample's events. The scores of several events
// are those of all their items together. Score says what each of them is. Names
// that begin with "held_" are of the embedded half that no rule was made by.
func Compare(paths []string, run Pipeline) (Result, error) {
	events, err := Events(paths)
	if err != nil {
		return Result{}, err
	}
	return scoreEvents(events, run), nil
}

func scoreEvents(events []GoldEvent, run Pipeline) Result {
	var all, held marks
	result := Result{Task: "compare", Items: len(events)}
	for _, e := range events {
		start := time.Now()
		d := run(e.Articles)
		result.Seconds += time.Since(start).Seconds()
		all.dossier(d, e.Gold)
		if e.Held {
			held.dossier(d, e.Gold)
		}
	}
	if result.Seconds > 0 {
		result.PerSecond = float64(result.Items) / result.Seconds
	}
	result.Scores = all.scores()
	for name, score := range held.scores() {
		result.Scores["held_"+name] = score
	}
	return result
}

// GoldEvent is the articles of one event with what an editor finds in them.
type GoldEvent struct {
	Path     string // the folder, within sample/ without paths; empty for those of the corpora
	Held     bool   // of the half that no rule was made by
	Articles []*article.Article
	Gold     Gold
}

// Events reads paths as Compare takes them, a folder that has no gold itself
// standing for those in it; without paths, the sample's. Events of folders come
// first, and then those of the corpora whose articles are all in the files.
func Events(paths []string) ([]GoldEvent, error) {
	if len(paths) == 0 {
		return sampleEvents()
	}
	var events []GoldEvent
	var inner, corpora []string
	for _, path := range paths {
		if info, err := os.Stat(path); err != nil || !info.IsDir() {
			corpora = append(corpora, path)
			continue
		}
		inner = append(inner, eventFolders(path)...)
	}
	for _, path := range inner {
		event, err := readEvent(path)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		events = append(events, event)
	}
	if len(corpora) > 0 {
		found, err := corpusEvents(corpora)
		if err != nil {
			return nil, err
		}
		events = append(events, found...)
	}
	return events, nil
}

func sampleEvents() ([]GoldEvent, error) {
	found, err := sample.Events()
	if err != nil {
		return nil, err
	}
	var events []GoldEvent
	for _, e := range found {
		gold, err := ParseGold(e.Gold)
		if err != nil {
			return nil, fmt.Errorf("the gold of %s: %w", e.Name, err)
		}
		events = append(events, GoldEvent{Path: e.Name, Articles: e.Articles, Gold: gold})
	}
	return events, nil
}

// eventFolders returns the folders with gold in folder, in the order of names;
// folder alone when it has gold itself, or nothing in it has.
func eventFolders(folder string) []string {
	gold := func(folder string) bool {
		return exists(filepath.Join(folder, "gold.json")) || exists(filepath.Join(folder, "gold.json.gz"))
	}
	var found []string
	if !gold(folder) {
		inner, _ := filepath.Glob(filepath.Join(folder, "*"))
		for _, path := range inner {
			if gold(path) {
				found = append(found, path)
			}
		}
	}
	if len(found) == 0 {
		return []string{folder}
	}
	return found
}

// readEvent reads one folder. A report that can't be read is an error: the
// scores would not be those of the gold.
func readEvent(folder string) (GoldEvent, error) {
	b, err := readFile(filepath.Join(folder, "gold.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return GoldEvent{}, errors.New("has no gold.json, and no folder in it has one")
	}
	if err != nil {
		return GoldEvent{}, err
	}
	gold, err := ParseGold(b)
	if err != nil {
		return GoldEvent{}, fmt.Errorf("gold.json: %w", err)
	}
	var files []string
	for _, pattern := range []string{"articles.jsonl", "articles.jsonl.gz", "articles/*.txt", "*.txt", "*.txt.gz"} {
		found, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil {
			return GoldEvent{}, err
		}
		if files = append(files, found...); len(files) > 0 {
			break
		}
	}
	if len(files) == 0 {
		return GoldEvent{}, errors.New("has gold.json, but no articles.jsonl and no text files")
	}
	o := article.Options{Language: en.English()}
	if table := filepath.Join(folder, "meta.csv"); exists(table) {
		if o.Meta, err = article.ReadMeta(table); err != nil {
			return GoldEvent{}, err
		}
	}
	articles, left := article.Read(files, o)
	if len(left) > 0 {
		return GoldEvent{}, left[0]
	}
	return GoldEvent{Path: folder, Articles: articles, Gold: gold}, nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// readFile reads a file that may be gzipped, with ".gz" after its name or not.
func readFile(path string) ([]byte, error) {
	if !exists(path) && exists(path+".gz") {
		path += ".gz"
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return unzip(b)
}

// unzip returns b, decompressed if it is gzip.
func unzip(b []byte) ([]byte, error) {
	if !bytes.HasPrefix(b, []byte{0x1f, 0x8b}) {
		return b, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

// Score says how d compares with gold. Its scores, from 0 to 100:
//
//   - disagreements_precision, _recall, _f1: a disagreement that is shown
//     matches one of the gold when the slot is the same and each side of the
//     gold has a side of its own among those shown, with one piece of evidence
//     for it that fits: same article and field, intersection over union of the
//     bytes at least one half. The sides shown are its positions joined by
//     their number, or, where that fits better, each by itself, as positions
//     that refine or update each other take one side. Each one matches at most
//     one other. What is shown as same or compatible only is not counted.
//   - disagreements_precision_loose, …: two sides of the gold meet two sides
//     shown, sharing any byte; the slot is not looked at. Annotators choose
//     clauses and the program may choose sentences, so this tells whether the
//     right places were found. Of the gold found so, disagreements_slot and
//     disagreements_relation say how much has the right slot and relation.
//   - quotes_b3_precision, _recall, _f1, and claims_ and entities_ alike: B³
//     over the gold's evidence. Each piece goes to the group shown that holds
//     the best fitting evidence, of at least one half. One that fits nowhere
//     has recall 0 and is left out of precision. What is shown beyond the gold
//     counts neither way, as gold is never complete. With _loose, sharing any
//     byte is enough.
//   - only_precision, _recall, _f1, each also _loose: sole reports that fit one.
//     As the gold names the telling ones only, precision is a lower bound.
//   - copies_precision, _recall, _f1: pairs of articles that share one report.
//
// And two counts: not_disagreements, the tempting pairs in the gold, and
// conflicts_shown_of_not_disagreements, those of them that d shows as a
// conflict: two positions called conflicting share bytes with two positions of
// the pair, and do not so with two sides of a true disagreement of that slot.
func Score(d *dossier.Dossier, gold Gold) map[string]float64 {
	var m marks
	m.dossier(d, gold)
	return m.scores()
}

// Fits that evidence must have.
const (
	half  = 0.5
	touch = 0 // any shared byte
)

// fits reports whether a and b share bytes, at least the share least of all
// bytes that either has.
func fits(a, b dossier.Evidence, least float64) bool {
	fit := fit(a, b)
	return fit > 0 && fit >= least
}

// fit is intersection over union in bytes; 0 in different texts.
func fit(a, b dossier.Evidence) float64 {
	if a.Article != b.Article || a.Field != b.Field {
		return 0
	}
	shared := min(a.End, b.End) - max(a.Start, b.Start)
	if shared <= 0 {
		return 0
	}
	return float64(shared) / float64(a.End-a.Start+b.End-b.Start-shared)
}

// soleReports lists what d says that one article alone has.
func soleReports(d *dossier.Dossier) []dossier.Evidence {
	var list []dossier.Evidence
	for _, r := range d.Only {
		list = append(list, r.Evidence)
	}
	return list
}

func anyFits(a, b []dossier.Evidence, least float64) bool {
	return slices.ContainsFunc(a, func(x dossier.Evidence) bool {
		return slices.ContainsFunc(b, func(y dossier.Evidence) bool { return fits(x, y, least) })
	})
}

// sides is the evidence of each side of one disagreement.
type sides [][]dossier.Evidence

func (d GoldDisagreement) sides() sides {
	var s sides
	at := map[int]int{}
	for _, p := range d.Positions {
		if p.Side != nil {
			if i, ok := at[*p.Side]; ok {
				s[i] = append(s[i], p.Evidence...)
				continue
			}
			at[*p.Side] = len(s)
		}
		s = append(s, slices.Clone(p.Evidence))
	}
	return s
}

// shown returns the ways to see d's sides: joined by number, and each position
// by itself.
func shown(d *dossier.Disagreement) [2]sides {
	var joined, single sides
	at := map[int]int{}
	for _, p := range d.Positions {
		single = append(single, p.Evidence)
		if i, ok := at[p.Side]; ok {
			joined[i] = append(joined[i], p.Evidence...)
			continue
		}
		at[p.Side] = len(joined)
		joined = append(joined, slices.Clone(p.Evidence))
	}
	return [2]sides{joined, single}
}

// meet counts how many of gold's sides meet a side of their own in d.
func meet(gold sides, d *dossier.Disagreement, least float64) int {
	most := 0
	for _, s := range shown(d) {
		pairs := pairUp(len(gold), len(s), func(i, j int) bool { return anyFits(gold[i], s[j], least) })
		most = max(most, count(pairs))
	}
	return most
}

func strictly(gold GoldDisagreement, d *dossier.Disagreement) bool {
	s := gold.sides()
	return gold.Slot == d.Slot && meet(s, d, half) == len(s)
}

func loosely(gold GoldDisagreement, d *dossier.Disagreement) bool {
	s := gold.sides()
	return meet(s, d, touch) >= min(2, len(s))
}

// pairUp pairs as many of n things with m others as edges allow, each at most
// once (Kuhn's algorithm, in order). It returns the partner of each of the n,
// or -1.
func pairUp(n, m int, edge func(i, j int) bool) []int {
	partner := slices.Repeat([]int{-1}, n)
	taken := slices.Repeat([]int{-1}, m)
	var try func(i int, seen []bool) bool
	try = func(i int, seen []bool) bool {
		for j := range m {
			if seen[j] || !edge(i, j) {
				continue
			}
			seen[j] = true
			if taken[j] < 0 || try(taken[j], seen) {
				taken[j], partner[i] = i, j
				return true
			}
		}
		return false
	}
	for i := range n {
		try(i, make([]bool, m))
	}
	return partner
}

func count(partners []int) int {
	n := 0
	for _, j := range partners {
		if j >= 0 {
			n++
		}
	}
	return n
}

// differences returns what d shows as a difference of some kind.
func differences(d *dossier.Dossier) []*dossier.Disagreement {
	var list []*dossier.Disagreement
	for i := range d.Disagreements {
		if r := d.Disagreements[i].Relation; r != "same" && r != "compatible" {
			list = append(list, &d.Disagreements[i])
		}
	}
	return list
}

// conflictShown returns the disagreement of d that shows a tempting pair as a
// conflict, or nil.
func conflictShown(pair GoldDisagreement, gold Gold, d *dossier.Dossier) *dossier.Disagreement {
	for i := range d.Disagreements {
		shown := &d.Disagreements[i]
		for _, p := range shown.Pairs {
			if p.Relation != "conflicts" || p.A >= len(shown.Positions) || p.B >= len(shown.Positions) {
				continue
			}
			two := sides{shown.Positions[p.A].Evidence, shown.Positions[p.B].Evidence}
			crosses := func(g GoldDisagreement) bool {
				s := g.sides()
				pairs := pairUp(2, len(s), func(i, j int) bool { return anyFits(two[i], s[j], touch) })
				return count(pairs) == 2
			}
			if !crosses(pair) {
				continue
			}
			if !slices.ContainsFunc(gold.Disagreements, func(g GoldDisagreement) bool { return g.Slot == shown.Slot && crosses(g) }) {
				return shown
			}
		}
	}
	return nil
}

// b3 is B³ over the pieces of evidence of groups, each put into the group of
// found that holds the best fitting one: the sum of precision over the pieces
// that fit somewhere and their number, and the same of recall over all.
func b3(groups, found [][]dossier.Evidence, least float64) (precision, fitted, recall, all float64) {
	in := make([][]int, len(groups)) // the group found for each piece, or -1
	sizes := make([]int, len(found)) // pieces in each group found
	for k, group := range groups {
		for _, e := range group {
			at := place(e, found, least)
			in[k] = append(in[k], at)
			if at >= 0 {
				sizes[at]++
			}
		}
	}
	for _, group := range in {
		together := map[int]int{}
		for _, c := range group {
			together[c]++
		}
		for _, c := range group {
			all++
			if c < 0 {
				continue
			}
			fitted++
			precision += float64(together[c]) / float64(sizes[c])
			recall += float64(together[c]) / float64(len(group))
		}
	}
	return precision, fitted, recall, all
}

// place returns the group with the best fitting evidence for e, or -1.
func place(e dossier.Evidence, groups [][]dossier.Evidence, least float64) int {
	best, at := 0.0, -1
	for c, group := range groups {
		for _, o := range group {
			if f := fit(e, o); f > best && f >= least {
				best, at = f, c
			}
		}
	}
	return at
}
