package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"
	"unicode"

	"synoptic/article/extract"
	"synoptic/sample"
)

// Extract scores the text of articles taken out of web pages, by the metric of
// scrapinghub's article-extraction-benchmark. Each path is a folder as that has
// it: ground-truth.json and html/ID.html, which may be compressed; without paths
// it is the sample's pages. A page counts by the runs of four words of gold and
// of what was found, as shares of all of both: "precision" and "recall" are means over the
// pages, "f1" is made of these two, and "accuracy" is the rate of pages without any
// difference. Reading files is not in the time.
func Extract(paths []string) (Result, error) {
	var folders []fs.FS
	for _, path := range paths {
		folders = append(folders, os.DirFS(path))
	}
	if len(folders) == 0 {
		folders = append(folders, sample.Pages())
	}
	var pages []goldPage
	for i, folder := range folders {
		found, err := goldPages(folder)
		if err != nil && len(paths) > 0 {
			err = fmt.Errorf("%s: %w", paths[i], err)
		}
		if err != nil {
			return Result{}, err
		}
		pages = append(pages, found...)
	}
	return scorePages(pages), nil
}

func scorePages(pages []goldPage) Result {
	result := Result{Items: len(pages)}
	var precision, recall mean
	exact := 0
	for _, p := range pages {
		start := time.Now()
		found, err := extract.Article(p.html, extract.Options{})
		result.Seconds += time.Since(start).Seconds()
		if err != nil {
			found.Text = "" // a page without an article is one that was missed
		}
		s := shingled(p.Body, found.Text)
		precision.add(s.both, s.found)
		recall.add(s.both, s.gold)
		if s.both == max(s.found, s.gold) {
			exact++
		}
	}
	if result.Seconds > 0 {
		result.PerSecond = float64(result.Items) / result.Seconds
	}
	p, r := precision.of(), recall.of()
	result.Scores = map[string]float64{"precision": 100 * p, "recall": 100 * r, "accuracy": 100 * float64(exact) / float64(result.Items), "f1": 0}
	if p+r > 0 {
		result.Scores["f1"] = 100 * 2 * p * r / (p + r)
	}
	return result
}

// mean is a mean of shares.
type mean struct {
	sum float64
	n   int
}

// add counts the share of part in all, unless all is nothing.
func (m *mean) add(part, all int) {
	if all > 0 {
		m.sum += float64(part) / float64(all)
		m.n++
	}
}

func (m *mean) of() float64 { return m.sum / float64(max(m.n, 1)) }

// goldPage is a page with its article as a person found it.
type goldPage struct {
	id   string
	html []byte
	Body string `json:"articleBody"`
}

// goldPages reads a folder of the benchmark, in the order of ids.
func goldPages(folder fs.FS) ([]goldPage, error) {
	b, err := fs.ReadFile(folder, "ground-truth.json")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errors.New("has no ground-truth.json")
	}
	if err != nil {
		return nil, err
	}
	var gold map[string]goldPage
	if err := json.Unmarshal(b, &gold); err != nil {
		return nil, fmt.Errorf("ground-truth.json: %w", err)
	}
	if len(gold) == 0 {
		return nil, errors.New("ground-truth.json holds no page")
	}
	var pages []goldPage
	for id, p := range gold {
		p.id = id
		pages = append(pages, p)
	}
	slices.SortFunc(pages, func(a, b goldPage) int { return strings.Compare(a.id, b.id) })
	for i := range pages {
		p := &pages[i]
		file := "html/" + p.id + ".html"
		b, err := fs.ReadFile(folder, file+".gz")
		if errors.Is(err, fs.ErrNotExist) {
			b, err = fs.ReadFile(folder, file)
		}
		if errors.Is(err, fs.ErrNotExist) {
			err = errors.New("there is no such file")
		}
		if err == nil {
			p.html, err = unzip(b)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	return pages, nil
}

// shingles counts the runs of four words of two texts, each as often as it comes.
type shingles struct{ gold, found, both int }

// shingleWords is how many words make a run. A text of fewer is one run.
const shingleWords = 4

func shingled(gold, found string) shingles {
	left := map[string]int{}
	var s shingles
	for _, run := range runsOfWords(gold) {
		left[run]++
		s.gold++
	}
	for _, run := range runsOfWords(found) {
		s.found++
		if left[run] > 0 {
			left[run]--
			s.both++
		}
	}
	return s
}

// runsOfWords returns the runs of words of text, as Python's \w+ has words.
func runsOfWords(text string) []string {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
	if len(words) == 0 {
		return nil
	}
	var runs []string
	for i := range max(1, len(words)-shingleWords+1) {
		runs = append(runs, strings.Join(words[i:min(i+shingleWords, len(words))], " "))
	}
	return runs
}
