package schema

import (
	"strings"
	"unicode"
)

// shell divides what a shell is told into commands, and these into words. It knows what is needed for plain commands: whatever runs more
// than what is written, or reads what is not, it does not take.
type shell struct {
	text []rune
	at   int
	// variable returns the rune that stands for the value of an environment variable.
	variable func(name string) rune
	commands [][]string
	words    []string
	word     []rune
	inWord   bool
}

// commandsOf returns the words of the commands in a text. It is false where a part of them is made while they run.
func commandsOf(text string, variable func(name string) rune) ([][]string, bool) {
	s := &shell{text: []rune(text), variable: variable}
	for s.at < len(s.text) {
		if !s.step() {
			return nil, false
		}
	}
	s.endCommand()
	return s.commands, true
}

func (s *shell) next() (r rune) {
	if s.at < len(s.text) {
		r = s.text[s.at]
		s.at++
	}
	return r
}

func (s *shell) peek() rune {
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return 0
}

func (s *shell) step() bool {
	switch r := s.next(); {
	case r == '\'':
		return s.single()
	case r == '"':
		return s.double()
	case r == '\\':
		s.escaped()
	case r == '`':
		return false
	case r == '$':
		return s.parameter()
	case r == '<': // a file, or what follows in the text
		s.endWord()
		return s.peek() != '<' && s.peek() != '('
	case r == '>':
		s.endWord()
		for s.peek() == '>' || s.peek() == '&' || s.peek() == '|' {
			s.next()
		}
	case r == '#' && !s.inWord:
		for s.at < len(s.text) && s.peek() != '\n' {
			s.next()
		}
	case strings.ContainsRune(";|&\n", r):
		s.endCommand()
	case unicode.IsSpace(r):
		s.endWord()
	default:
		s.add(r)
	}
	return true
}

func (s *shell) single() bool {
	s.inWord = true
	for s.at < len(s.text) {
		r := s.next()
		if r == '\'' {
			return true
		}
		s.add(r)
	}
	return false
}

func (s *shell) double() bool {
	s.inWord = true
	for s.at < len(s.text) {
		switch r := s.next(); r {
		case '"':
			return true
		case '`':
			return false
		case '$':
			if !s.parameter() {
				return false
			}
		case '\\':
			if !strings.ContainsRune("\\\"$`\n", s.peek()) {
				s.add(r)
			}
			s.escaped()
		default:
			s.add(r)
		}
	}
	return false
}

func (s *shell) escaped() {
	if r := s.next(); r != '\n' && r != 0 {
		s.add(r)
	}
}

// parameter takes in $NAME or ${NAME}, and nothing else that begins with a dollar sign.
func (s *shell) parameter() bool {
	braced := s.peek() == '{'
	if braced {
		s.next()
	}
	first := s.at
	for r := s.peek(); r == '_' || r < unicode.MaxASCII && (unicode.IsLetter(r) || s.at > first && unicode.IsDigit(r)); r = s.peek() {
		s.next()
	}
	name := string(s.text[first:s.at])
	if name == "" || braced && s.next() != '}' {
		return false
	}
	s.add(s.variable(name))
	return true
}

func (s *shell) add(r rune) {
	s.inWord = true
	s.word = append(s.word, r)
}

func (s *shell) endWord() {
	if s.inWord {
		s.words = append(s.words, string(s.word))
	}
	s.word, s.inWord = nil, false
}

func (s *shell) endCommand() {
	s.endWord()
	if len(s.words) > 0 {
		s.commands = append(s.commands, s.words)
	}
	s.words = nil
}
