package doc

// Apart reports whether text was cut into tokens that stand apart, as in corpora
// and in archives of language tools: "at 2 : 09 a . m . , 4 . 6 miles off". Most of
// its commas and full stops then have a blank on either side.
func Apart(text string) bool {
	apart := 0
	for i := 1; i < len(text); i++ {
		if c := text[i]; c != '.' && c != ',' || i+1 < len(text) && text[i+1] != ' ' && text[i+1] != '\n' {
			continue
		}
		if text[i-1] == ' ' {
			apart++
		} else {
			apart--
		}
	}
	return apart > 0
}
