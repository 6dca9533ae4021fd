// Package facts holds what is known about the resource types and data
// sources of the Terraform provider huaweicloud/huaweicloud, without the
// provider plugin: their attributes, the values these take, and the rules that
// hold between them.
//
// The tables are embedded. Importing the package decodes nothing; a type is
// decoded when it is first asked for. README.md says what the tables hold and
// how to refresh and check them.
package facts
