package eval

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

// ErrLiteral is for what is no literal of Python.
var ErrLiteral = errors.New("is no literal of Python")

const maxLiteralDepth = 16

// parseLiteral reads a literal of Python, as CSV files written by Python have
// lists and tables: lists as []any, dictionaries with keys that are strings as
// map[string]any, strings, whole numbers as int, and None as nil.
func parseLiteral(s string) (any, error) {
	p := literal{rest: s}
	v, err := p.value(0)
	if err == nil {
		if p.space(); p.rest != "" {
			err = ErrLiteral
		}
	}
	if err != nil {
		return nil, err
	}
	return v, nil
}

// literal is what is still to be read.
type literal struct{ rest string }

func (p *literal) space() { p.rest = strings.TrimLeft(p.rest, " \t\r\n") }

// take reads token, with what is blank before it.
func (p *literal) take(token string) (ok bool) {
	p.space()
	p.rest, ok = strings.CutPrefix(p.rest, token)
	return ok
}

func (p *literal) value(depth int) (any, error) {
	if depth > maxLiteralDepth {
		return nil, ErrLiteral
	}
	switch {
	case p.take("None"):
		return nil, nil
	case p.take("["):
		list := []any{}
		for !p.take("]") {
			if len(list) > 0 && !p.take(",") {
				return nil, ErrLiteral
			}
			v, err := p.value(depth + 1)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		return list, nil
	case p.take("{"):
		m := map[string]any{}
		for !p.take("}") {
			if len(m) > 0 && !p.take(",") {
				return nil, ErrLiteral
			}
			p.space()
			key, err := p.text()
			if err != nil || !p.take(":") {
				return nil, ErrLiteral
			}
			if m[key], err = p.value(depth + 1); err != nil {
				return nil, err
			}
		}
		return m, nil
	case strings.HasPrefix(p.rest, "'") || strings.HasPrefix(p.rest, `"`):
		return p.text()
	}
	end := len(p.rest) - len(strings.TrimLeft(p.rest, "-0123456789"))
	n, err := strconv.Atoi(p.rest[:end])
	p.rest = p.rest[end:]
	if err != nil {
		return nil, ErrLiteral
	}
	return n, nil
}

// text reads a string in quotation marks of either kind.
func (p *literal) text() (string, error) {
	if p.rest == "" || p.rest[0] != '\'' && p.rest[0] != '"' {
		return "", ErrLiteral
	}
	mark := rune(p.rest[0])
	p.rest = p.rest[1:]
	var b strings.Builder
	for p.rest != "" {
		r, n := utf8.DecodeRuneInString(p.rest)
		switch {
		case r == mark:
			p.rest = p.rest[n:]
			return b.String(), nil
		case r == '\\':
			value, _, tail, err := strconv.UnquoteChar(p.rest, byte(mark))
			if err != nil {
				// Python lets "\'" stand between the other marks too.
				if len(p.rest) < 2 || p.rest[1] != '\'' && p.rest[1] != '"' {
					return "", ErrLiteral
				}
				value, tail = rune(p.rest[1]), p.rest[2:]
			}
			b.WriteRune(value)
			p.rest = tail
		default:
			b.WriteString(p.rest[:n])
			p.rest = p.rest[n:]
		}
	}
	return "", ErrLiteral
}
