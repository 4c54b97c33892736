package article

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// folder makes a folder with files of these names and contents.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func zipped(content string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte(content))
	_ = z.Close()
	return b.String()
}

// left is what was left out as "path code", with paths relative to dir.
func leftOut(dir string, all []Unread) []string {
	var s []string
	for _, u := range all {
		s = append(s, strings.TrimPrefix(strings.TrimPrefix(u.Path, dir), "/")+" "+string(u.Code))
	}
	return s
}

func idsOf(articles []*Article) []string {
	var s []string
	for _, a := range articles {
		s = append(s, a.ID)
	}
	return s
}

func TestReadFolder(t *testing.T) {
	dir := folder(t, map[string]string{
		"b.txt":         "The dam burst.",
		"a.txt.gz":      zipped("The dam held."),
		"c/d.jsonl":     "{\"id\":\"x\",\"text\":\"One.\"}\n\n{\"text\":\"Two.\"}\n",
		"c/e.json":      "[{\"text\":\"Three.\"},\n {\"id\":7,\"text\":\"Four.\"}]",
		"c/f.json":      "{\n \"text\": \"Five.\"\n}",
		".hidden.txt":   "No.",
		".git/g.txt":    "No.",
		"README.md":     "No.",
		"meta.csv":      "file,outlet\nb.txt,The Bell\n",
		"gold.json":     "{\"claims\":[]}",
		"page.html":     "<p>The dam burst.</p>",
		"links.html":    "<nav><a href=/a>News</a> <a href=/b>Sport</a></nav>",
		"source.txt":    "<!-- saved --><!DOCTYPE html><title>Dam</title><p>The dam broke.</p>",
		"wide.htm":      "\xff\xfe<\x00p\x00>\x00H\x00i\x00.\x00<\x00/\x00p\x00>\x00",
		"scan.pdf":      "%PDF",
		"empty.txt":     "",
		"blank.txt":     " \n\n",
		"picture.txt":   "\x89PNG\x00\x00\x00\x00",
		"windows.txt":   "\xff\xfeT\x00h\x00",
		"broken.jsonl":  "{\"text\":\"Good.\"}\n{\"text\":\n[1]\n\"s\"\n{\"text\":3}\n{\"title\":\"t\"}\n{\"text\":\"  \"}\n",
		"half.json":     "[{\"text\":\"Six.\"},{\"te",
		"unclosed.json": "[{\"text\":\"Seven.\"}",
		"none.json":     "[]",
		"cut.txt.gz":    zipped(strings.Repeat("The dam held. ", 99))[:40],
		"bare":          "An article without an ending.",
	})
	articles, left := Read([]string{dir}, Options{})
	want := []string{"a", "b", "broken", "x", "d", "e", "7", "f", "half", "page", "source", "unclosed", "wide", "windows"}
	if d := cmp.Diff(want, idsOf(articles)); d != "" {
		t.Error(d)
	}
	wantLeft := []string{
		"bare unsupported", "blank.txt empty",
		"broken.jsonl:2 bad_json", "broken.jsonl:3 bad_json", "broken.jsonl:4 bad_json",
		"broken.jsonl:5 bad_json", "broken.jsonl:6 no_text", "broken.jsonl:7 no_text",
		"cut.txt.gz unreadable", "empty.txt empty", "gold.json no_text", "half.json bad_json",
		"links.html no_text", "none.json empty", "picture.txt binary", "scan.pdf unsupported",
		"unclosed.json bad_json",
	}
	if d := cmp.Diff(wantLeft, leftOut(dir, left)); d != "" {
		t.Error(d)
	}
	for _, u := range left {
		if u.Reason == "" || strings.HasSuffix(u.Reason, ".") || strings.Contains(u.Reason, "\n") {
			t.Errorf("%s: a reason is one plain sentence: %q", u.Path, u.Reason)
		}
	}
}

func TestReadPaths(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "One.", "bare": "Two.", "sub/README.md": "No."})
	a := filepath.Join(dir, "a.txt")
	tests := []struct {
		name  string
		paths []string
		stdin string
		ids   []string
		left  []string
	}{
		{"twice", []string{a, dir + "/./a.txt", a}, "", []string{"a"}, nil},
		{"missing", []string{dir + "/none", a}, "", []string{"a"}, []string{"none missing"}},
		{"without ending, named", []string{dir + "/bare"}, "", []string{"bare"}, nil},
		{"nothing in it", []string{dir + "/sub"}, "", nil, []string{"sub empty"}},
		{"plain stdin", []string{"-"}, "The dam burst.", []string{"stdin"}, nil},
		{"stdin twice", []string{"-", "-"}, "The dam burst.", []string{"stdin"}, nil},
		{"note in stdin", []string{"-"}, "[Corrected] The dam burst.", []string{"stdin"}, nil},
		{"lines in stdin", []string{"-"}, "\n{\"text\":\"One.\"}\n{\"text\":\"Two.\"}", []string{"stdin", "stdin#2"}, nil},
		{"cut line in stdin", []string{"-"}, "{\"text\":\"On\n{\"text\":\"Two.\"}", []string{"stdin"}, []string{"-:1 bad_json"}},
		{"object in stdin", []string{"-"}, "{\n\"text\":\"One.\"}\n", []string{"stdin"}, nil},
		{"array in stdin", []string{"-"}, "[\n{\"text\":\"One.\"}]\n", []string{"stdin"}, nil},
		{"page in stdin", []string{"-"}, "\n<!DOCTYPE html>\n<p>One.</p>", []string{"stdin"}, nil},
		{"gzip in stdin", []string{"-"}, zipped("{\"text\":\"One.\"}\n"), []string{"stdin"}, nil},
		{"empty stdin", []string{"-"}, "", nil, []string{"- empty"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			articles, left := Read(tt.paths, Options{Stdin: strings.NewReader(tt.stdin)})
			if d := cmp.Diff(tt.ids, idsOf(articles)); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(tt.left, leftOut(dir, left)); d != "" {
				t.Error(d)
			}
		})
	}
}

// The same files give the same ids whatever the order of paths.
func TestReadOrder(t *testing.T) {
	dir := folder(t, map[string]string{
		"a/x.txt": "One.", "b/x.txt": "Two.", "b/x.jsonl": "{\"text\":\"Three.\"}\n{\"text\":\"Four.\"}",
	})
	read := func(paths ...string) map[string]string {
		byText := map[string]string{}
		for i := range paths {
			paths[i] = filepath.Join(dir, paths[i])
		}
		articles, _ := Read(paths, Options{})
		for _, a := range articles {
			byText[a.Text] = a.ID
		}
		return byText
	}
	forth, back := read("a", "b"), read("b/x.txt", "b/x.jsonl", "a/x.txt")
	if d := cmp.Diff(forth, back); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(map[string]string{"One.": "x", "Three.": "x#2", "Four.": "x#3", "Two.": "x#4"}, forth); d != "" {
		t.Error(d)
	}
}

func TestReadFields(t *testing.T) {
	line := `{"id":" a\tb ","url":"https://www.Bell.example/n/1?utm_source=z&p=2","title":"Dam\nbursts","published":"2021-05-04T10:00:00","published_from":"markup","language":"en","text":"A\r\nB \ud83d","regions":[{"start":3,"end":4,"kind":"label","text":"B"},{"start":0,"end":99,"kind":"label"},{"start":0,"end":1,"kind":"odd"}],"story":9}`
	var notes []string
	articles, left := ReadFrom("x.jsonl", strings.NewReader(line), Options{Warn: func(m string) { notes = append(notes, m) }})
	if len(left) > 0 || len(articles) != 1 {
		t.Fatal(left)
	}
	a := articles[0]
	sum := sha256.Sum256([]byte(line))
	want := &Article{
		ID: "a b", URL: "https://www.Bell.example/n/1?utm_source=z&p=2", Outlet: "bell.example", Title: "Dam bursts",
		Published: "2021-05-04", From: FromMarkup, Language: "en", Text: "A\nB \ufffd",
		Regions: []Region{{Kind: Label}}, Path: "x.jsonl", Digest: hex.EncodeToString(sum[:]),
	}
	want.Regions[0].Start, want.Regions[0].End = 2, 3
	if d := cmp.Diff(want, a); d != "" {
		t.Error(d)
	}
	if len(notes) != 2 {
		t.Errorf("the time without a zone deserves a note, and so do the regions that are none: %q", notes)
	}
}

func TestIDs(t *testing.T) {
	lines := []string{
		`{"id":"n","text":"1"}`, `{"id":"n","text":"2"}`, `{"id":"n#2","text":"3"}`, `{"id":"","text":"4"}`,
		`{"url":"https://www.bell.example/a/?fbclid=1","text":"5"}`, `{"url":"http://bell.example/a","text":"6"}`,
		`{"url":"http://bell.example/a?id=3","text":"7"}`, `{"id":null,"text":"8"}`,
	}
	articles, _ := ReadFrom("f.2020.jsonl", strings.NewReader(strings.Join(lines, "\n")), Options{})
	want := []string{"n", "n#2", "n#2#2", "f.2020", "bell.example/a", "bell.example/a#2", "bell.example/a?id=3", "f.2020#2"}
	if d := cmp.Diff(want, idsOf(articles)); d != "" {
		t.Error(d)
	}
	for _, a := range articles {
		if a.Outlet == "" {
			t.Errorf("%s has no outlet", a.ID)
		}
	}
}

// Whatever one input holds, it costs little and the rest is read.
func TestReadLimits(t *testing.T) {
	long := strings.Repeat("x", maxRecord+4<<20)
	dir := folder(t, map[string]string{
		"a.txt":      long[:2<<20],
		"b.jsonl":    "{\"text\":\"" + long + "\"}\n{\"text\":\"Good.\"}\n{\"text\":\"" + strings.Repeat("x", maxText+1) + "\"}",
		"c.txt.gz":   zipped(strings.Repeat("\n", 2<<20)),
		"d.jsonl.gz": zipped(strings.Repeat("\n", 65<<20)),
		"e.json":     strings.Repeat(" ", maxDocument+1),
		"f.jsonl":    strings.Repeat("[", 1<<20),
		"g.txt":      "Good.",
	})
	articles, left := Read([]string{dir}, Options{})
	if d := cmp.Diff([]string{"b", "g"}, idsOf(articles)); d != "" {
		t.Error(d)
	}
	want := []string{"a.txt too_large", "b.jsonl:1 too_large", "b.jsonl:3 too_large", "c.txt.gz too_large", "e.json too_large", "f.jsonl:1 bad_json"}
	var got []string
	for _, s := range leftOut(dir, left) {
		if !strings.HasPrefix(s, "d.jsonl.gz") {
			got = append(got, s)
		} else if !strings.HasSuffix(s, " unreadable") {
			t.Errorf("a compressed file that expands too far: %s", s)
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestMeta(t *testing.T) {
	dir := folder(t, map[string]string{
		"en/a.txt": "One.", "fr/a.txt": "Two.", "b.txt": "Three.", "c.jsonl": `{"id":"k","outlet":"Given","text":"Four."}`,
		"meta.csv": "\ufeffOutlet;File;published; title\r\n\"The \"\"Bell\"\"\";en/a.txt;2020-01-02;Dam bursts\r\nLa Cloche;fr/a.txt;soon\r\nThird;b\r\nFourth;k;;\"T; u\"\r\nNobody;none.txt\r\n;;\r\n",
	})
	meta, err := ReadMeta(filepath.Join(dir, "meta.csv"))
	if err != nil {
		t.Fatal(err)
	}
	articles, _ := Read([]string{dir}, Options{Meta: meta})
	var got []string
	for _, a := range articles {
		got = append(got, fmt.Sprintf("%s|%s|%s|%s|%s", a.ID, a.Outlet, a.Published, a.From, a.Title))
	}
	want := []string{"b|Third|||", "k|Given|||T; u", `a|The "Bell"|2020-01-02|meta|Dam bursts`, "a#2|La Cloche|||"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if w := meta.Warnings(); len(w) != 2 || !strings.Contains(w[0], "\"soon\"") || !strings.Contains(w[1], "none.txt") {
		t.Errorf("warnings: %q", w)
	}
}

func TestMetaColumns(t *testing.T) {
	meta, err := ParseMeta("m.csv", []byte("FILE,Outlet,Date,Section,\na.txt,The Bell,2026-03-03,World,\n"))
	if err != nil {
		t.Fatal(err)
	}
	articles, _ := ReadFrom("a.txt", strings.NewReader("One."), Options{Meta: meta})
	if articles[0].Outlet != "The Bell" {
		t.Errorf("outlet %q", articles[0].Outlet)
	}
	want := []string{
		`m.csv: the column "Date" is not known and is passed over (known are file, id, outlet, published, url, title)`,
		`m.csv: the column "Section" is not known and is passed over (known are file, id, outlet, published, url, title)`,
	}
	if d := cmp.Diff(want, meta.Warnings()); d != "" {
		t.Error(d)
	}
}

func TestMetaErrors(t *testing.T) {
	for _, csv := range []string{"", "\n", "outlet,title\nx,y\n"} {
		if _, err := ParseMeta("m.csv", []byte(csv)); err == nil || !strings.Contains(err.Error(), "file,outlet") {
			t.Errorf("%q: the error must show a header row: %v", csv, err)
		}
	}
	if _, err := ReadMeta(filepath.Join(t.TempDir(), "none.csv")); err == nil {
		t.Error("a missing table is an error")
	}
}

func TestClean(t *testing.T) {
	tests := []struct {
		in, want string
		invalid  int
	}{
		{"plain ü", "plain ü", 0},
		{"\ufeffa\ufeff", "a\ufeff", 0},
		{"a\r\nb\rc\r", "a\nb\nc\n", 0},
		{"a\xff\xfeb\xffc", "a\ufffdb\ufffdc", 3},
		{"\ufffd\xff", "\ufffd\ufffd", 1},
	}
	for _, tt := range tests {
		got, invalid := clean([]byte(tt.in))
		if got != tt.want || invalid != tt.invalid {
			t.Errorf("clean(%q) = %q, %d; want %q, %d", tt.in, got, invalid, tt.want, tt.invalid)
		}
	}
}

func TestWhen(t *testing.T) {
	for in, want := range map[string][2]string{
		"2026-03-03":                    {"2026-03-03", ""},
		"2026-03-03T10:00:00+01:00":     {"2026-03-03T10:00:00+01:00", ""},
		"Tue, 03 Mar 2026 10:00:00 GMT": {"2026-03-03T10:00:00Z", ""},
		"2026-03-03 10:00":              {"2026-03-03", "no time zone"},
		"03/04/2026":                    {"", "could be of two months"},
		"soon":                          {"", "can't be read"},
	} {
		at, note := when(in)
		if at != want[0] || !strings.Contains(note, want[1]) || (note == "") != (want[1] == "") {
			t.Errorf("when(%q) = %q, %q; want %q", in, at, note, want)
		}
	}
}
