package dossier

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestGoldenCSV(t *testing.T) {
	for _, table := range canned(t).CSV() {
		t.Run(table.Name, func(t *testing.T) { golden(t, "canned."+table.Name, table.Write) })
	}
}

func TestInert(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"Fourteen were hurt", "Fourteen were hurt"},
		{"14 − 2 = 12", "14 − 2 = 12"},
		{"=1+1", "'=1+1"},
		{"+49 30", "'+49 30"},
		{"-5 degrees", "'-5 degrees"},
		{"@SUM(A1)", "'@SUM(A1)"},
		{"\t=1", "'\t=1"},
		{"\r=1", "'\r=1"},
		{"\n=1", "'\n=1"},
		{"\x00=1", "'\x00=1"},
		{"＝1", "'＝1"},
		{"'", "'"},
		{"'tis so", "'tis so"},
		{"'=1", "''=1"},
		{"''=1", "'''=1"},
		{"‘=1’", "‘=1’"},
	} {
		if got := inert(c.in); got != c.want {
			t.Errorf("inert(%q) is %q, want %q", c.in, got, c.want)
		}
		if got := active(inert(c.in)); got != c.in {
			t.Errorf("%q comes back as %q", c.in, got)
		}
	}
}

// active takes away what inert has added.
func active(cell string) string {
	if rest := strings.TrimLeft(cell, "'"); rest != cell && strings.IndexAny(rest, formula) == 0 {
		return cell[1:]
	}
	return cell
}

// The number of a row is the one that the page has for it.
func TestShownNumbers(t *testing.T) {
	d := canned(t)
	// A claim in the same words is shown with the first; a wire's own quotation
	// and its copy are not shown.
	alike := d.Claims[0]
	alike.ID = "again"
	d.Claims = append(d.Claims, alike)
	wire := Quote{ID: "wire", Relation: "identical", Renderings: []Rendering{d.Quotes[1].Renderings[2], d.Quotes[1].Renderings[3]}}
	d.Quotes = append([]Quote{wire}, d.Quotes...)
	got := map[string]string{}
	for _, table := range d.CSV() {
		for _, row := range table.Rows[1:] {
			got[table.Name+" "+row[1]] = row[0]
		}
	}
	for what, want := range map[string]string{
		"claims.csv c1": "1", "claims.csv again": "1",
		"quotations.csv q1": "1", "quotations.csv q2": "2", "quotations.csv wire": "",
		"disagreements.csv d1": "1", "disagreements.csv d2": "2", "disagreements.csv d3": "3",
	} {
		if n, ok := got[what]; !ok || n != want {
			t.Errorf("%s has number %q, want %q", what, n, want)
		}
	}
}

// A chain ends at its source, whoever relays it; the outlet itself is no source.
func TestRelayed(t *testing.T) {
	r := newReading(canned(t))
	for want, chain := range map[string][]Link{
		"": {{Origin: "o7"}},
		"residents via officials via the coast guard": {{Origin: "o6"}, {Origin: "o4"}, {Origin: "o9"}},
	} {
		if got := r.relayed(&Report{Chain: chain}); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestAnyCSV holds what is true of the tables of any dossier.
func TestAnyCSV(t *testing.T) { rapid.Check(t, anyCSV) }

func FuzzAnyCSV(f *testing.F) { f.Fuzz(rapid.MakeFuzz(anyCSV)) }

func anyCSV(t *rapid.T) {
	d := drawn(t)
	want := map[string]int{}
	for _, c := range d.Claims {
		want["claims.csv"] += len(c.Reports)
	}
	for _, q := range d.Quotes {
		want["quotations.csv"] += len(q.Renderings)
	}
	for _, g := range d.Disagreements {
		for _, p := range g.Positions {
			want["disagreements.csv"] += len(p.Evidence)
		}
	}
	for _, table := range d.CSV() {
		var out bytes.Buffer
		if err := table.Write(&out); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&out).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if got := len(rows) - 1; got != want[table.Name] {
			t.Fatalf("%s has %d rows, want %d", table.Name, got, want[table.Name])
		}
		for _, row := range rows[1:] {
			checkRow(t, d, rows[0], row)
		}
	}
}

func checkRow(t *rapid.T, d *Dossier, columns, row []string) {
	cell := map[string]string{}
	for i, column := range columns {
		if _, twice := cell[column]; twice {
			t.Fatalf("two columns %s", column)
		}
		cell[column] = row[i]
		if _, err := strconv.ParseFloat(row[i], 64); err != nil && row[i] != "" && strings.IndexAny(row[i], formula) == 0 {
			t.Fatalf("%s may be taken for a formula: %q", column, row[i])
		}
	}
	start, err := strconv.Atoi(cell["start"])
	if err != nil {
		t.Fatal(err)
	}
	end, err := strconv.Atoi(cell["end"])
	if err != nil {
		t.Fatal(err)
	}
	for i := range d.Articles {
		a := &d.Articles[i]
		if a.ID != active(cell["article"]) {
			continue
		}
		text := a.Text
		if cell["field"] == "title" {
			text = a.Title
		}
		if got, want := active(cell["words"]), text[start:end]; got != lines.Replace(want) {
			t.Fatalf("%q stands at %d to %d, not %q", want, start, end, got)
		}
		if got := active(cell["outlet"]); got != lines.Replace(a.Outlet) {
			t.Fatalf("outlet %q, want %q", got, a.Outlet)
		}
	}
}

// lines turns line breaks into what encoding/csv reads them as.
var lines = strings.NewReplacer("\r\n", "\n")
