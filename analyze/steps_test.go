package analyze

import (
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/lang/en"
)

// storm has something for every step to find.
var storm = &article.Article{
	ID:        "storm",
	Outlet:    "Tarn Valley Post",
	Title:     "Two hurt as storm takes roof off Brackwater school",
	Published: "2031-03-05",
	Text: `BRACKWATER, March 5 - A storm tore the roof off a school in Brackwater on Tuesday and injured at least two pupils, officials said.
"We heard a crack and then there was sky," said Nora Pell, the head teacher. She added that lessons would not resume before Monday.
Mayor Tomas Arden told the Tarn Valley Post that repairs could cost more than 1.2 million pounds, about twice what was spent in 2024.
According to the weather service, which had warned of gusts of 110 km/h, the storm lasted between two and three hours.
`,
}

// fields of doc.Doc that no step writes.
var given = []string{"Article", "Lang", "Text", "Body", "Regions"}

func TestStepsNameFields(t *testing.T) {
	written := slices.Clone(given)
	for _, step := range Steps {
		for _, field := range step.Reads {
			if !slices.Contains(written, field) {
				t.Errorf("%s reads %s, which no earlier step writes", step.Name, field)
			}
		}
		for _, field := range step.Writes {
			if _, ok := reflect.TypeFor[doc.Doc]().FieldByName(field); !ok || slices.Contains(given, field) {
				t.Errorf("%s writes %s, which is no field for it", step.Name, field)
			}
		}
		written = append(written, step.Writes...)
		if step.Version < 1 {
			t.Errorf("%s has version %d", step.Name, step.Version)
		}
	}
}

// TestStepsWriteWhatTheyDeclare runs each step and looks for changes in the
// fields that it does not declare.
func TestStepsWriteWhatTheyDeclare(t *testing.T) {
	d := doc.New(storm, en.English())
	for _, step := range Steps {
		before := copyDoc(d)
		step.Run(d)
		for field := range fields() {
			if slices.Contains(step.Writes, field) {
				continue
			}
			if diff := cmp.Diff(value(before, field), value(d, field)); diff != "" {
				t.Errorf("%s changed %s: %s", step.Name, field, diff)
			}
		}
		for _, field := range step.Writes {
			if reflect.ValueOf(value(d, field)).Len() == 0 {
				t.Errorf("%s wrote no %s, so that this test says nothing of it", step.Name, field)
			}
		}
	}
}

// TestStepsReadWhatTheyDeclare runs each step once more without the fields that it
// does not declare: its output must be the same.
func TestStepsReadWhatTheyDeclare(t *testing.T) {
	d := doc.New(storm, en.English())
	for _, step := range Steps {
		blind := copyDoc(d)
		for field := range fields() {
			if !slices.Contains(step.Reads, field) && !slices.Contains(step.Writes, field) {
				reflect.ValueOf(blind).Elem().FieldByName(field).SetZero()
			}
		}
		step.Run(d)
		step.Run(blind)
		for _, field := range step.Writes {
			if diff := cmp.Diff(value(d, field), value(blind, field)); diff != "" {
				t.Errorf("%s reads more than it declares for %s: %s", step.Name, field, diff)
			}
		}
	}
}

// fields yields the names of the fields that steps write.
func fields() func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for _, f := range reflect.VisibleFields(reflect.TypeFor[doc.Doc]()) {
			if !slices.Contains(given, f.Name) && !yield(f.Name) {
				return
			}
		}
	}
}

func value(d *doc.Doc, field string) any {
	return reflect.ValueOf(d).Elem().FieldByName(field).Interface()
}

// copyDoc returns a copy of d that shares only what no step writes.
func copyDoc(d *doc.Doc) *doc.Doc {
	c := *d
	for field := range fields() {
		v := reflect.ValueOf(&c).Elem().FieldByName(field)
		v.Set(deepCopy(v))
	}
	return &c
}

// deepCopy copies slices and the slices within structs.
func deepCopy(v reflect.Value) reflect.Value {
	c := reflect.New(v.Type()).Elem()
	switch {
	case v.Kind() == reflect.Slice && !v.IsNil():
		c.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			c.Index(i).Set(deepCopy(v.Index(i)))
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			c.Field(i).Set(deepCopy(v.Field(i)))
		}
	default:
		c.Set(v)
	}
	return c
}
