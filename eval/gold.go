package eval

import (
	"encoding/json"

	"synoptic/dossier"
)

// Gold is what an editor finds in the reports of one event, in the form of a
// dossier: a dossier's own JSON can be read as gold. Any field may be absent,
// and what is absent is not scored; an empty list says that there is none.
type Gold struct {
	Copies        []Copy             `json:"copies,omitempty"`
	Disagreements []GoldDisagreement `json:"disagreements,omitempty"`
	// NotDisagreements are tempting pairs: lines that look like a
	// contradiction and are none.
	NotDisagreements []GoldDisagreement `json:"not_disagreements,omitempty"`
	Quotes           []GoldQuote        `json:"quotes,omitempty"`
	Claims           []GoldClaim        `json:"claims,omitempty"`
	Only             []dossier.Evidence `json:"only,omitempty"`
	Entities         []GoldEntity       `json:"entities,omitempty"`
}

// Copy says that one article reprints another.
type Copy struct {
	Article string `json:"article"`
	CopyOf  string `json:"copy_of"`
}

// GoldDisagreement is one slot of one fact with the positions taken.
type GoldDisagreement struct {
	Slot      string         `json:"slot"`
	About     string         `json:"about"`
	Relation  string         `json:"relation"` // none for a tempting pair
	Positions []GoldPosition `json:"positions"`
	Why       string         `json:"why,omitempty"` // why a tempting pair is no disagreement
}

// GoldPosition is one value of a slot and where it stands.
type GoldPosition struct {
	Value string `json:"value"`
	// Side is the same for positions that stand together; without it each
	// position is a side of its own.
	Side     *int               `json:"side,omitempty"`
	Evidence []dossier.Evidence `json:"evidence"`
}

// GoldQuote is one utterance in its renderings.
type GoldQuote struct {
	SpeakerName string              `json:"speaker_name"`
	Renderings  []dossier.Rendering `json:"renderings"`
}

// GoldClaim is what several reports say alike.
type GoldClaim struct {
	Label   string             `json:"label"`
	Reports []dossier.Evidence `json:"reports"`
	// Origin says in words from whom each article has it, by article id.
	Origin map[string]string `json:"origin,omitempty"`
}

// GoldEntity is who or what several mentions refer to. Mentions of two
// entities are to be kept apart.
type GoldEntity struct {
	Type     string             `json:"type"`
	Name     string             `json:"name"`
	Mentions []dossier.Evidence `json:"mentions"`
}

// ParseGold reads gold, or a dossier as gold.
func ParseGold(b []byte) (Gold, error) {
	var g Gold
	if err := json.Unmarshal(b, &g); err != nil {
		return Gold{}, err
	}
	var copies struct {
		Articles []struct {
			ID     string  `json:"id"`
			CopyOf *string `json:"copy_of"`
		} `json:"articles"`
	}
	if err := json.Unmarshal(b, &copies); err != nil {
		return Gold{}, err
	}
	for _, a := range copies.Articles {
		if a.CopyOf != nil {
			g.Copies = append(g.Copies, Copy{Article: a.ID, CopyOf: *a.CopyOf})
		}
	}
	return g, nil
}
