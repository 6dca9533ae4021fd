package main

import "github.com/apiglint/apiglint/schema/terraform"

// callers answers the roots to lint for a file in dir. A module that others call is judged where it is called: alone,
// it would have inputs that nobody knows. A module that the walk through the boundary does not find (git ignores it)
// stands for itself.
func (g *gathering) callers(loader *terraform.Loader, dir string) []string {
	if g.whole == nil {
		whole, err := loader.Discover(".")
		if err != nil {
			whole = &terraform.Discovery{} // the file was asked for, not its surroundings
		}
		g.whole = whole
	}
	if roots := g.whole.Reaching(dir); len(roots) > 0 {
		return roots
	}
	return []string{dir}
}
