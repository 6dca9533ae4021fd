package main

import (
	"debug/elf"
	"debug/macho"
	"debug/pe"
	"errors"
	"fmt"
	"slices"
)

// check reports what is wrong with a binary: that it is one of another system, or needs libraries where it must not.
func check(binary, system, architecture string) error {
	switch system {
	case "linux":
		return checkELF(binary, map[string]elf.Machine{"amd64": elf.EM_X86_64, "arm64": elf.EM_AARCH64}[architecture])
	case "darwin":
		return checkMachO(binary, map[string]macho.Cpu{"amd64": macho.CpuAmd64, "arm64": macho.CpuArm64}[architecture])
	case "windows":
		machines := map[string]uint16{"amd64": pe.IMAGE_FILE_MACHINE_AMD64, "arm64": pe.IMAGE_FILE_MACHINE_ARM64}
		return checkPE(binary, machines[architecture])
	}
	return errors.New("nobody knows how its binaries look")
}

func checkELF(binary string, want elf.Machine) error {
	f, err := elf.Open(binary)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // it was only read
	if f.Machine != want {
		return fmt.Errorf("the binary is for %s", f.Machine)
	}
	if slices.ContainsFunc(f.Progs, func(p *elf.Prog) bool { return p.Type == elf.PT_INTERP || p.Type == elf.PT_DYNAMIC }) {
		return errors.New("the binary is not static")
	}
	return nil
}

func checkMachO(binary string, want macho.Cpu) error {
	f, err := macho.Open(binary)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // it was only read
	if f.Cpu != want || f.Type != macho.TypeExec {
		return fmt.Errorf("the binary is %s for %s", f.Type, f.Cpu)
	}
	return nil
}

func checkPE(binary string, want uint16) error {
	f, err := pe.Open(binary)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // it was only read
	if f.Machine != want {
		return fmt.Errorf("the binary is for the machine %#x", f.Machine)
	}
	return nil
}
