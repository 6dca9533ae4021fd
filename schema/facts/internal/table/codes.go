package table

// Codes is codes.json.
type Codes struct {
	Codes []Code `json:"codes"`
}

// Code is an error code with everything that it stands for.
type Code struct {
	Code    string   `json:"code"`
	Answers []Answer `json:"answers"`
}

// Answer is one meaning of a code.
type Answer struct {
	Apply   bool   `json:"apply,omitempty"`
	Status  int    `json:"status"`
	Meaning string `json:"meaning"`
}
