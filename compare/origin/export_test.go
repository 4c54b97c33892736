package origin

// Of returns the origin of an attribution, or -1 when it names nobody.
func (s *Set) Of(doc, attribution int) int { return s.of[doc][attribution] }
