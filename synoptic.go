// Package synoptic reads several outlets' reports of one news event and lays
// their accounts side by side: what happened, who said so, where the accounts
// agree and where they differ. Every line of a result is exact words of a
// source. Nothing is fetched and nothing is invented; the same articles always
// give the same result.
//
//	articles, left, err := synoptic.Read([]string{"reports/"}, synoptic.Options{})
//	…
//	page := synoptic.Compare(articles, left)
//	page.Text(os.Stdout, dossier.TextOptions{})
package synoptic

import (
	"cmp"
	"io"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync"

	"synoptic/analyze"
	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/compare"
	"synoptic/dossier"
	"synoptic/lang/en"
)

// Version of the program, as semantic versioning counts.
const Version = "0.1.0"

// Options say how articles are read. The zero value is useful.
type Options struct {
	// Meta is the path of a CSV file with columns file or id, outlet,
	// published, url and title; it fills in what the articles leave out.
	// Defaults to none.
	Meta string
	// Stdin is read for the path "-". Defaults to nothing, which reads as empty.
	Stdin io.Reader
	// Warn is told, in one plain sentence, of what was read but looks odd.
	// Defaults to nobody.
	Warn func(message string)
	// Opened is told of each file that is read, o.Meta and "-" included.
	// Defaults to nobody.
	Opened func(path string)
}

// Read returns the articles of files and folders, in the order read, and what
// was left out with the reason. A path "-" is o.Stdin. The error is about
// o.Meta; a path that can't be read is only left out.
func Read(paths []string, o Options) ([]*article.Article, []article.Unread, error) {
	from, err := o.reading()
	if err != nil {
		return nil, nil, err
	}
	articles, left := article.Read(paths, from)
	o.unused(from.Meta)
	return articles, left, nil
}

// Stream is Read for articles that are taken one by one, as they are read, and
// not kept, so that there may be any number of them. Ids are unique in the order
// read.
func Stream(paths []string, o Options, take func(*article.Article)) ([]article.Unread, error) {
	from, err := o.reading()
	if err != nil {
		return nil, err
	}
	left := article.Stream(paths, from, take)
	o.unused(from.Meta)
	return left, nil
}

// reading returns how articles are read.
func (o Options) reading() (article.Options, error) {
	from := article.Options{Language: en.English(), Stdin: o.Stdin, Warn: o.Warn, Opened: o.Opened}
	if o.Meta == "" {
		return from, nil
	}
	if o.Opened != nil {
		o.Opened(o.Meta)
	}
	meta, err := article.ReadMeta(o.Meta)
	from.Meta = meta
	return from, err
}

// unused tells what of a table was of no use.
func (o Options) unused(meta *article.Meta) {
	if meta == nil || o.Warn == nil {
		return
	}
	for _, w := range meta.Warnings() {
		o.Warn(w)
	}
}

// Foreign returns those of the articles that seem not to be in English. They are
// read all the same, but not understood.
func Foreign(articles []*article.Article) []*article.Article {
	var out []*article.Article
	for _, a := range articles {
		if !a.In(en.English()) {
			out = append(out, a)
		}
	}
	return out
}

// Analyze reads each article closely and yields the results in the order of
// articles. It works on as many at once as there are processors, and only a
// few ahead of whoever takes the results.
func Analyze(articles []*article.Article) iter.Seq[*doc.Doc] {
	return func(yield func(*doc.Doc) bool) {
		workers := runtime.GOMAXPROCS(0)
		done := make([]chan *doc.Doc, len(articles))
		for i := range done {
			done[i] = make(chan *doc.Doc, 1)
		}
		ahead := make(chan int, 4*workers) // bounds what waits to be taken
		next := make(chan int)
		stop := make(chan struct{})
		var running sync.WaitGroup
		defer running.Wait()
		defer close(stop)
		running.Go(func() {
			defer close(next)
			for i := range articles {
				select {
				case ahead <- i:
				case <-stop:
					return
				}
				select {
				case next <- i:
				case <-stop:
					return
				}
			}
		})
		if len(articles) > 0 {
			running.Go(func() { analyze.Load(en.English()) })
		}
		for range workers {
			running.Go(func() {
				for i := range next {
					done[i] <- analyze.Article(articles[i], en.English())
				}
			})
		}
		for i := range articles {
			d := <-done[i]
			<-ahead
			if !yield(d) {
				return
			}
		}
	}
}

// Compare reads the articles of one event and lays their accounts side by
// side. What was left out is only told on the page.
func Compare(articles []*article.Article, left []article.Unread) *dossier.Dossier {
	return Lay(slices.Collect(Analyze(articles)), left)
}

// Lay is Compare for articles that were analysed before.
func Lay(docs []*doc.Doc, left []article.Unread) *dossier.Dossier {
	return arrange(compare.New(docs), left)
}

// Memory lays the reports of an event side by side again and again, as they come in
// or are taken out. It keeps what it found out about each report and about pairs of
// them until it is asked without them, so that one more costs little. The zero value
// is ready for use, by one goroutine at a time.
type Memory struct{ compared compare.Memory }

// Lay gives what the function gives for the same arguments. Reports are known again
// by the pointers in docs.
func (m *Memory) Lay(docs []*doc.Doc, left []article.Unread) *dossier.Dossier {
	return arrange(m.compared.New(docs), left)
}

// arrange makes a dossier of a story.
func arrange(s *compare.Story, left []article.Unread) *dossier.Dossier {
	d := dossier.New(s)
	d.Synoptic = Version
	for _, u := range left {
		d.LeftOut = append(d.LeftOut, dossier.LeftOut{Path: u.Path, Code: string(u.Code), Reason: u.Reason})
	}
	slices.SortFunc(d.LeftOut, func(a, b dossier.LeftOut) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Code, b.Code), strings.Compare(a.Reason, b.Reason))
	})
	d.Manifest.Stages = map[string]int{"compare": compare.Version}
	for _, step := range analyze.Steps {
		d.Manifest.Stages[step.Name] = step.Version
	}
	return d
}
