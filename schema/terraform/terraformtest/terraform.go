// Package terraformtest finds Terraform, OpenTofu and Terragrunt themselves for tests, and builds the provider that they use there,
// testdata/stubprovider.
package terraformtest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Program returns the path of Terraform. Without it the test is [Unavailable].
func Program(t testing.TB) string {
	t.Helper()
	program, err := exec.LookPath("terraform")
	if err != nil {
		Unavailable(t, "terraform is not on PATH")
	}
	return program
}

// OpenTofu returns the path of OpenTofu, which is what APIGLINT_TOFU names, or tofu on PATH. Without it the test is skipped.
func OpenTofu(t testing.TB) string {
	t.Helper()
	return optional(t, "tofu", "APIGLINT_TOFU")
}

// Terragrunt returns the path of Terragrunt, which is what APIGLINT_TERRAGRUNT names, or terragrunt on PATH. Without it the test is
// skipped.
func Terragrunt(t testing.TB) string {
	t.Helper()
	return optional(t, "terragrunt", "APIGLINT_TERRAGRUNT")
}

// optional finds a program that no machine has to have.
func optional(t testing.TB, name, variable string) string {
	t.Helper()
	named, ok := os.LookupEnv(variable)
	if !ok {
		named = name
	}
	program, err := exec.LookPath(named)
	switch {
	case err == nil:
		return program
	case ok:
		t.Fatalf("%s: %v", variable, err)
	default:
		t.Skipf("%s is not on PATH, and %s does not name it", name, variable)
	}
	return ""
}

// Each runs a test with Terraform and with OpenTofu, each where it is to be had.
func Each(t *testing.T, run func(t *testing.T, program string)) {
	t.Helper()
	for name, find := range map[string]func(testing.TB) string{"terraform": Program, "tofu": OpenTofu} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			run(t, find(t))
		})
	}
}

// Unavailable skips a test that cannot run here, and fails it where APIGLINT_TERRAFORM is "required".
func Unavailable(t testing.TB, why string) {
	t.Helper()
	if os.Getenv("APIGLINT_TERRAFORM") == "required" {
		t.Fatal(why)
	}
	t.Skip(why)
}

// BuildProvider builds the provider as a program. Where that cannot be done the test is [Unavailable].
func BuildProvider(t testing.TB, program string) {
	t.Helper()
	source, err := os.Getwd()
	for err == nil {
		if _, missing := os.Stat(filepath.Join(source, "testdata/stubprovider/main.go")); missing == nil {
			break
		}
		if source == filepath.Dir(source) {
			err = os.ErrNotExist
		}
		source = filepath.Dir(source)
	}
	if err != nil {
		t.Fatalf("testdata/stubprovider is in no folder above: %v", err)
	}
	build := exec.Command("go", "build", "-o", program, ".")
	build.Dir = filepath.Join(source, "testdata/stubprovider")
	if out, err := build.CombinedOutput(); err != nil {
		Unavailable(t, "the stub provider cannot be built: "+string(out))
	}
}

// ProviderFile is the name of a program that [Settings] finds in a directory.
const ProviderFile = "terraform-provider-huaweicloud"

// Settings writes the CLI configuration by which Terraform takes the program in a directory for the provider, without terraform
// init, and returns its path.
func Settings(t testing.TB, dir string) string {
	t.Helper()
	file := filepath.Join(dir, "terraformrc")
	text := fmt.Sprintf("provider_installation {\n  dev_overrides {\n    \"huaweicloud/huaweicloud\" = %[1]q\n    \"hashicorp/huaweicloud\" = %[1]q\n  }\n  direct {}\n}\n", dir)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}
