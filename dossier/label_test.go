package dossier

import (
	"strings"
	"testing"
)

func TestShorten(t *testing.T) {
	tests := []struct {
		name      string
		ids, want string
	}{
		{"numbered", "000_0cbe922c7763 001_7c006d0ed78b", "000 001"},
		{"shared beginning", "2031-03-12_axis_88fe01 2031-03-12_bay_12ab34", "axis bay"},
		{"second part tells", "axis-post-2031-03 axis-news-2031-03", "post news"},
		{"short", "axis bay", "axis bay"},
		{"one", "axis_post_2031-03-12", "axis"},
		{"no parts", "axisaxisaxisaxis1 axisaxisaxisaxis2", "axisaxisaxisaxis1 axisaxisaxisaxis2"},
		{"one in another", "report-of-the-axis report-of-the-axis-post", "axis axis-post"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := &Dossier{}
			for _, id := range strings.Fields(test.ids) {
				d.Articles = append(d.Articles, Article{ID: id, Outlet: id})
			}
			if got := strings.Join(newReading(d).labels, " "); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
	d := &Dossier{Articles: []Article{{ID: "axis_0123456789", Outlet: ""}, {ID: "b", Outlet: "axis"}}}
	if got := newReading(d).labels; got[0] == got[1] {
		t.Errorf("two outlets are %s", got[0])
	}
}
