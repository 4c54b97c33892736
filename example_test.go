package synoptic_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"synoptic"
	"synoptic/analyze/doc"
	"synoptic/article"
)

func Example() {
	folder, err := os.MkdirTemp("", "reports")
	if err != nil {
		log.Fatal(err)
	}
	reports := map[string]string{
		"bell.txt":  "VELD — The dam above Veld burst on Monday and flooded 300 homes, Mayor Anna Lund said.",
		"crier.txt": "The dam above Veld burst on Monday and flooded 250 homes, Mayor Anna Lund said.",
		"scan.pdf":  "%PDF",
	}
	for name, text := range reports {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			log.Fatal(err)
		}
	}

	articles, left, err := synoptic.Read([]string{folder}, synoptic.Options{})
	if err != nil {
		log.Fatal(err)
	}
	if err := os.RemoveAll(folder); err != nil {
		log.Fatal(err)
	}
	for _, u := range left {
		fmt.Printf("left out %s: %s\n", filepath.Base(u.Path), u.Code)
	}
	page := synoptic.Compare(articles, left)
	for _, a := range page.Articles {
		fmt.Println("read", a.ID)
	}
	// Output:
	// left out scan.pdf: unsupported
	// read bell
	// read crier
}

func ExampleMemory() {
	reports := []*article.Article{
		{ID: "bell", Outlet: "The Bell", Text: "The dam above Veld burst on Monday and flooded 300 homes, Mayor Anna Lund said."},
		{ID: "crier", Outlet: "The Crier", Text: "The dam above Veld burst on Monday and flooded 250 homes, Mayor Anna Lund said."},
	}
	var memory synoptic.Memory
	var docs []*doc.Doc
	for d := range synoptic.Analyze(reports) { // as each comes in
		docs = append(docs, d)
		page := memory.Lay(docs, nil)
		fmt.Println(len(page.Articles), "reports,", len(page.Disagreements), "differences")
	}
	// Output:
	// 1 reports, 0 differences
	// 2 reports, 1 differences
}

func ExampleRead() {
	stdin := strings.NewReader(`{"id":"a","outlet":"The Bell","text":"The dam above Veld burst on Monday."}
{"id":"b","text":""}
`)
	articles, left, err := synoptic.Read([]string{"-"}, synoptic.Options{Stdin: stdin})
	if err != nil {
		log.Fatal(err)
	}
	for _, a := range articles {
		fmt.Printf("%s, %s: %s\n", a.ID, a.Outlet, a.Text)
	}
	for _, u := range left {
		fmt.Println(u)
	}
	// Output:
	// a, The Bell: The dam above Veld burst on Monday.
	// -:2: its "text" is empty
}

func ExampleCompare() {
	stdin := strings.NewReader(`{"outlet":"The Bell","text":"The dam above Veld burst on Monday and flooded 300 homes, Mayor Anna Lund said."}
{"outlet":"The Crier","text":"The dam above Veld burst on Monday and flooded 250 homes, Mayor Anna Lund said."}
`)
	articles, left, err := synoptic.Read([]string{"-"}, synoptic.Options{Stdin: stdin})
	if err != nil {
		log.Fatal(err)
	}
	page := synoptic.Compare(articles, left)
	for _, g := range page.Disagreements {
		fmt.Printf("%s of %s: %s\n", g.Slot, g.About, g.Relation)
		for _, p := range g.Positions {
			e := p.Evidence[0]
			fmt.Printf("  %s, %s %d–%d: %s\n", p.Value, p.Outlets[0], e.Start, e.End, e.Text)
		}
	}
	// Output:
	// count of homes: conflicts
	//   300, The Bell 39–56: flooded 300 homes
	//   250, The Crier 39–56: flooded 250 homes
}

func ExampleCluster() {
	stdin := strings.NewReader(`{"id":"a","published":"2031-03-05","text":"The dam above Veld burst on Monday and flooded 300 homes in the valley below."}
{"id":"b","published":"2031-03-05","text":"A bakery in Tarn won the prize for the best rye bread of the year."}
{"id":"c","published":"2031-03-06","text":"Homes in the valley below Veld were flooded when the dam burst on Monday."}
`)
	articles, _, err := synoptic.Read([]string{"-"}, synoptic.Options{Stdin: stdin})
	if err != nil {
		log.Fatal(err)
	}
	for answer := range synoptic.Cluster(articles) {
		fmt.Println(answer.ID, "is of story", answer.Story)
	}
	// Output:
	// a is of story a
	// b is of story b
	// c is of story a
}

func ExampleAnalyze() {
	stdin := strings.NewReader("The dam above Veld burst on Monday. The town flooded.")
	articles, _, err := synoptic.Read([]string{"-"}, synoptic.Options{Stdin: stdin})
	if err != nil {
		log.Fatal(err)
	}
	for d := range synoptic.Analyze(articles) {
		for _, s := range d.Sentences {
			fmt.Println(d.Words(s.Range))
		}
	}
	// Output:
	// The dam above Veld burst on Monday.
	// The town flooded.
}
