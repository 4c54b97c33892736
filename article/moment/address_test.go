package moment

import "testing"

func TestAddressed(t *testing.T) {
	for _, c := range []struct{ url, want string }{
		{"https://bell.example/2031/05/04/dam", "2031-05-04"},
		{"https://bell.example/world/2031/may/04/dam-bursts", "2031-05-04"},
		{"https://bell.example/2031-05-04/dam.html", "2031-05-04"},
		{"https://bell.example/english/2031-05/04/content_4075587.htm", "2031-05-04"},
		{"https://bell.example/20310504/dam", "2031-05-04"},
		{"https://bell.example/dam-bursts-20310504-2x1y.html", "2031-05-04"},
		{"https://bell.example/dam_2031-05-04.html", "2031-05-04"},
		{"https://archive.example/web/20330607080910/http://bell.example/2031/5/4/dam", "2031-05-04"},
		{"https://bell.example/news/2031/05/310504-dam-bursts/", "2031-05-04"},
		{"https://bell.example/releases/2031/05/310504095539.htm", "2031-05-04"},
		{"https://bell.example/news/2031/05/320504-dam-bursts/", ""},
		{"https://bell.example/2031/05/dam", ""},
		{"https://bell.example/2031/13/04/dam", ""},
		{"https://bell.example/2031/foo/04/dam", ""},
		{"https://bell.example/dam?day=/2031/05/04/", ""},
		{"https://bell.example/article/20310504123", ""},
		{"https://bell.example/article/19171008", ""},
		{"", ""},
	} {
		if got := Addressed(c.url); got != c.want {
			t.Errorf("%s: %q, want %q", c.url, got, c.want)
		}
	}
}

func TestMonth(t *testing.T) {
	for _, c := range []struct{ url, want string }{
		{"https://bell.example/2031/05/dam", "2031-05"},
		{"https://bell.example/2031/05/04/dam", "2031-05"},
		{"https://bell.example/2031/13/dam", ""},
		{"https://archive.example/2033/06/bell.example/2031/05/dam", ""},
		{"https://bell.example/dam?month=/2031/05/", ""},
		{"", ""},
	} {
		if got := Month(c.url); got != c.want {
			t.Errorf("%s: %q, want %q", c.url, got, c.want)
		}
	}
}

func FuzzAddressed(f *testing.F) {
	f.Add("https://bell.example/2031/05/04/dam")
	f.Fuzz(func(t *testing.T, url string) {
		if day := Addressed(url); day != "" && len(day) != len("2031-05-04") {
			t.Errorf("%q: %q", url, day)
		}
	})
}
