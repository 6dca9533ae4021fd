package report

import (
	"bufio"
	"encoding/xml"
)

// writeXMLDocument writes a value as XML. Its texts have to be printable: XML 1.0 cannot write most control characters.
func writeXMLDocument(out *bufio.Writer, v any) error {
	out.WriteString(xml.Header)
	encoder := xml.NewEncoder(out)
	encoder.Indent("", indent)
	if err := encoder.Encode(v); err != nil {
		return err // the writer's: every value that is written has an encoding
	}
	out.WriteString("\n")
	return nil
}
