package article

import "synoptic/lang"

func mark(a *Article, l *lang.Article) {}
