package article

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Meta is a table of what files do not say of themselves. It fills in only
// what an article leaves out, but goes before what a web page says.
type Meta struct {
	path string
	rows []metaRow
	// unknown are the columns of the header row that mean nothing.
	unknown []string
	// by leads from an id, a file's path or its base name to the row.
	by map[string]int
}

type metaRow struct {
	line                              int
	key                               string // as written, for messages
	outlet, published, url, title, id string
	note                              string // of published
	used                              bool
}

// columns are what the header row can name.
var columns = []string{"file", "id", "outlet", "published", "url", "title"}

const maxMeta = 16 << 20 // bytes of the table

// ReadMeta reads a CSV file with a header row. Of its columns "file" or "id"
// says which article a row is about; "outlet", "published", "url" and "title"
// are what it says; any other is passed over with a warning. Case does not matter. Commas, semicolons or tabs may
// part the columns.
func ReadMeta(path string) (*Meta, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%s: can't be opened: %w", path, cause(err))
	}
	defer file.Close()
	b, err := io.ReadAll(io.LimitReader(file, maxMeta+1))
	if err != nil {
		return nil, fmt.Errorf("%s: can't be read: %w", path, cause(err))
	}
	return ParseMeta(path, b)
}

// ParseMeta is ReadMeta for bytes that are at hand; path is for messages.
func ParseMeta(path string, b []byte) (*Meta, error) {
	m, err := parseMeta(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	m.path = path
	return m, nil
}

func parseMeta(b []byte) (*Meta, error) {
	if len(b) > maxMeta {
		return nil, fmt.Errorf("is larger than %d MB", maxMeta>>20)
	}
	inner, _ := decoded(b) // spreadsheets write both
	text, _ := clean(inner)
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = separator(text)
	r.FieldsPerRecord = -1
	r.LazyQuotes = true
	r.TrimLeadingSpace = r.Comma != '\t'
	header, err := r.Read()
	if err != nil {
		return nil, errors.New(`is empty; it needs a header row such as "file,outlet,published,url,title"`)
	}
	m := &Meta{by: map[string]int{}}
	column := map[string]int{}
	for i, name := range header {
		if name = strings.TrimSpace(name); name != "" && !slices.Contains(columns, strings.ToLower(name)) {
			m.unknown = append(m.unknown, name)
		}
		column[strings.ToLower(name)] = i
	}
	_, byFile := column["file"]
	_, byID := column["id"]
	if !byFile && !byID {
		return nil, errors.New(`has no column "file" or "id"; it needs a header row such as "file,outlet,published,url,title"`)
	}
	for {
		fields, err := r.Read()
		if err == io.EOF {
			return m, nil
		}
		if err != nil {
			return nil, err
		}
		get := func(name string) string {
			if i, ok := column[name]; ok && i < len(fields) {
				return single(fields[i])
			}
			return ""
		}
		file := filepath.ToSlash(filepath.Clean(get("file")))
		if get("file") == "" {
			file = ""
		}
		line, _ := r.FieldPos(0)
		row := metaRow{line: line, key: file, id: get("id"), outlet: get("outlet"), published: get("published"), url: get("url"), title: get("title")}
		if row.key == "" {
			row.key = row.id
		}
		if row.published != "" {
			row.published, row.note = when(row.published)
		}
		if row.key == "" {
			continue
		}
		for _, key := range []string{file, row.id} {
			if _, taken := m.by[key]; key != "" && !taken {
				m.by[key] = len(m.rows)
			}
		}
		m.rows = append(m.rows, row)
	}
}

// separator is the mark that the header row uses most.
func separator(text string) rune {
	header, _, _ := strings.Cut(text, "\n")
	best := ','
	for _, mark := range ";\t" {
		if strings.Count(header, string(mark)) > strings.Count(header, string(best)) {
			best = mark
		}
	}
	return best
}

// fill completes a from its row, if there is one.
func (m *Meta) fill(a *Article) {
	i, ok := m.find(a)
	if !ok {
		return
	}
	row := &m.rows[i]
	row.used = true
	if a.Outlet == "" {
		a.Outlet = row.outlet
	}
	if a.URL == "" {
		a.URL = row.url
	}
	if a.Title == "" {
		a.Title = row.title
	}
	if a.Published == "" && row.published != "" {
		a.Published, a.From = row.published, FromMeta
	}
}

// find looks for the article's id, then its path from the whole of it down to
// the base name, with and without the endings of its format.
func (m *Meta) find(a *Article) (row int, ok bool) {
	if row, ok = m.by[a.ID]; ok {
		return row, ok
	}
	path := filepath.ToSlash(filepath.Clean(a.Path))
	for rest, more := path, true; more; _, rest, more = strings.Cut(rest, "/") {
		if row, ok = m.by[rest]; ok {
			return row, ok
		}
	}
	row, ok = m.by[stem(a.Path)]
	return row, ok
}

// Warnings says which columns mean nothing, which rows no article took, and
// which say no usable time.
func (m *Meta) Warnings() []string {
	var w []string
	for _, name := range m.unknown {
		w = append(w, fmt.Sprintf("%s: the column %q is not known and is passed over (known are %s)", m.path, name, strings.Join(columns, ", ")))
	}
	for _, row := range m.rows {
		switch first := m.by[row.key]; {
		case !row.used && m.rows[first].line != row.line:
			w = append(w, fmt.Sprintf("%s:%d: %q stands in line %d already, so this row is not used", m.path, row.line, row.key, m.rows[first].line))
		case !row.used:
			w = append(w, fmt.Sprintf("%s:%d: no article %q was read, so its row is not used", m.path, row.line, row.key))
		case row.note != "":
			w = append(w, fmt.Sprintf("%s:%d: %s", m.path, row.line, row.note))
		}
	}
	return w
}
