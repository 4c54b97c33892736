package article

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var (
	ownHTML = "<!DOCTYPE html>\n<html lang=\"en\"><head>\n<meta name=\"generator\" content=\"Synoptic 0.1.0\"/>\n<title>Dam bursts</title></head>" +
		"<body><p>" + strings.Repeat("The dam above Veld burst on Monday night, the mayor said. ", 9) + "</p></body></html>"
	ownJSON = "{\n \"synoptic\": \"0.1.0\",\n \"title\": null,\n \"claims\": [],\n \"manifest\": {\n  \"inputs\": []\n }\n}\n"
	ownText = "Dam bursts [bell title 0–10]\n2 reports by 2 outlets\n\nSynoptic 0.1.0 · 36 sentences stand in none of these lists\n"
)

func TestOwnOutput(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.txt": "The dam burst.", "page.html": ownHTML, "page.json": ownJSON, "page.txt": ownText, "lines.jsonl": `{"synoptic":"0.1.0","manifest":{}}`,
		"only/page.html": ownHTML,
	})
	var notes []string
	var opened []string
	read := func(paths ...string) ([]*Article, []Unread) {
		notes, opened = nil, nil
		for i := range paths {
			paths[i] = filepath.Join(dir, paths[i])
		}
		return Read(paths, Options{
			Warn:   func(m string) { notes = append(notes, strings.TrimPrefix(m, dir+"/")) },
			Opened: func(p string) { opened = append(opened, strings.TrimPrefix(p, dir+"/")) },
		})
	}
	articles, left := read("")
	if len(articles) != 1 || len(left) != 0 || len(notes) != 5 || len(opened) != 1 {
		t.Errorf("in a folder: %q, left out %v, notes %q, opened %q", idsOf(articles), left, notes, opened)
	}
	if want := "page.json: was written by Synoptic and is passed over"; notes[3] != want {
		t.Errorf("got %q, want %q", notes[3], want)
	}
	_, left = read("only")
	if d := cmp.Diff([]string{"only empty"}, leftOut(dir, left)); d != "" {
		t.Error("alone in a folder:", d)
	}
	articles, left = read("a.txt", "page.html", "page.json", "page.txt")
	if d := cmp.Diff([]string{"page.html own_output", "page.json own_output", "page.txt own_output"}, leftOut(dir, left)); d != "" || len(articles) != 1 {
		t.Error("named:", d)
	}
}

// A report that speaks of the program is a report.
func TestOthersOutput(t *testing.T) {
	for _, text := range []string{
		"The dam burst.\n\nSynoptic 3 is a chart.\n", "The dam burst.\nSynoptic 0.1.0 shows it.\n",
		"The dam burst.\n\nSynoptic 0.1.0 shows it.\n", "Synoptic 0.1.0\n\nThe dam burst.\n",
	} {
		if articles, left := ReadFrom("a.txt", strings.NewReader(text), Options{}); len(articles) != 1 {
			t.Errorf("%q: left out: %v", text, left)
		}
	}
	page := strings.Replace(ownHTML, "Synoptic 0.1.0", "Synopticon", 1)
	if articles, left := ReadFrom("a.html", strings.NewReader(page), Options{}); len(articles) != 1 {
		t.Errorf("a page of another generator: left out: %v", left)
	}
}

func TestSavedPages(t *testing.T) {
	page := strings.Replace(ownHTML, "Synoptic", "Other", 1)
	dir := folder(t, map[string]string{
		"dam.html": page, "dam_files/frame.html": page, "dam_files/x.css": "",
		"flood.htm": page, "flood_files/deep/frame.html": page, "case_files/c.txt": "The court met.",
	})
	articles, left := Read([]string{dir}, Options{})
	if d := cmp.Diff([]string{"c", "dam", "flood"}, idsOf(articles)); d != "" || len(left) != 0 {
		t.Error(d, left)
	}
	articles, _ = Read([]string{filepath.Join(dir, "dam_files")}, Options{})
	if len(articles) != 1 {
		t.Errorf("named by hand: %v", idsOf(articles))
	}
}

func TestRefusal(t *testing.T) {
	for path, want := range map[string]string{
		"page.mhtml": `save the page as "Webpage, HTML only"`, "page.mht": "HTML only",
		"in/bad.gz": "name it bad.txt.gz, or whatever it holds", "scan.pdf.gz": "files that end in .pdf.gz can't be read",
		"scan.pdf": "files that end in .pdf can't be read",
	} {
		_, left := ReadFrom(path, strings.NewReader("x"), Options{})
		if len(left) != 1 || !strings.Contains(left[0].Reason, want) {
			t.Errorf("%s: %v, want %q", path, left, want)
		}
	}
}
