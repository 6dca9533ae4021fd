package syntax

// Outline returns the top-level blocks of a type. Of everything else it sees that it is arguments and blocks, and where
// they end; what is wrong inside an expression may go unnoticed. It is false if the file cannot be delimited with certainty.
func Outline(src []byte, filename, blockType string) ([]Block, bool) {
	p := newParser(src, filename)
	ok := p.eachItem(0, func() bool {
		before := p.cursor
		if string(p.word()) == blockType {
			p.cursor = before
			return p.item()
		}
		return p.skim()
	})
	return p.blocks, ok
}

// skim takes the rest of an argument or a block behind its name, with the end of its line.
func (p *parser) skim() bool {
	for labels := 0; ; labels++ {
		if !p.blanks() {
			return false
		}
		switch c := p.peek(0); {
		case c == '=' && labels == 0:
			return p.skimValue(false) && p.blanks() && p.restOfLine()
		case c == '{':
			return p.skimBody() && p.blanks() && p.restOfLine()
		case c == '"':
			if _, ok := p.label(); !ok {
				return false
			}
		case len(p.word()) == 0:
			return false
		}
	}
}

// skimValue takes an equals sign and an expression.
func (p *parser) skimValue(oneLine bool) bool {
	p.at++
	if c := p.peek(0); c == '=' || c == '>' || !p.blanks() {
		return false
	}
	start := p.at
	end, ok := p.span(oneLine)
	return ok && end.at > start
}

// skimBody takes a body with its braces.
func (p *parser) skimBody() bool {
	p.at++
	if p.depth++; p.depth > maxDepth || !p.blanks() {
		return false
	}
	var ok bool
	if len(p.word()) > 0 { // a block of a single line
		ok = p.blanks() && p.peek(0) == '=' && p.skimValue(true) && p.peek(0) == '}'
	} else {
		ok = p.eachItem('}', func() bool {
			p.word()
			return p.skim()
		})
	}
	p.at++
	p.depth--
	return ok
}
