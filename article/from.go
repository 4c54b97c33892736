package article

import "io"

// ReadFrom reads what in holds the way Read reads a file of that path: the
// path tells the format and names the article. Ids are not made unique.
func ReadFrom(path string, in io.Reader, o Options) ([]*Article, []Unread) {
	var articles []*Article
	var left []Unread
	r := &reader{Options: o, read: map[string]bool{}, yield: func(a *Article, u *Unread) bool {
		if u != nil {
			left = append(left, *u)
		} else {
			name(a)
			articles = append(articles, a)
		}
		return true
	}}
	f := formatOf(path)
	if f == unknown || f == later || f == beside {
		return nil, []Unread{*unread(path, Unsupported, "%s", f.refusal(path))}
	}
	r.stream(path, in, f)
	return articles, left
}

// ParseMeta reads a table as ReadMeta does; name stands for it in messages.
func ParseMeta(name string, b []byte) (*Meta, error) {
	m, err := parseMeta(b)
	if err != nil {
		return nil, err
	}
	m.path = name
	return m, nil
}
