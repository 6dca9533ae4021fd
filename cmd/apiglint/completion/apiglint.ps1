# Completion of apiglint for PowerShell. It asks the apiglint that is installed.
Register-ArgumentCompleter -Native -CommandName apiglint, apiglint.exe -ScriptBlock {
    param($word, $commandAst, $cursor)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.ToString().Trim('"', "'") })
    & $commandAst.GetCommandName() __complete "--word=$word" @words 2>$null | ForEach-Object {
        $value, $about = $_ -split "`t", 2
        switch -CaseSensitive ($value) {
            ':none' { '' } # something, or PowerShell suggests files
            ':files' { } # nothing, so that PowerShell suggests files
            ':directories' { }
            default {
                $tip = if ($about) { $about } else { $value }
                [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $tip)
            }
        }
    }
}
