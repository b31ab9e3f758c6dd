import { powershellLiteral } from '../literals/powershell-literal.ts';
import { capitalizedName, pauseMs, timeLimitSeconds, type Snippet } from '../snippet.ts';

/** A snippet as a PowerShell script. */
export function powershellProgram({
  commands,
  executable,
  input,
  needsRunningPhone,
  purpose,
  version,
}: Snippet): string {
  const [prefix = ''] = commands;
  const name = input === undefined ? '' : `$${capitalizedName(input)}`;
  const written = prefix === '' ? name : `(${powershellLiteral(prefix)} + ${name})`;
  const list = commands.map(powershellLiteral).join(', ');
  const checked = input !== undefined;
  const several = commands.length > 1;
  return String.raw`# ${purpose}. Made for MicroSIP ${version}; needs Windows PowerShell 5.1, or PowerShell 7.
$ErrorActionPreference = 'Stop'

$MicroSip = ${powershellLiteral(executable)}  # the path of microsip.exe; empty: it is looked for
${checked ? `${name} = ${powershellLiteral(input.value)}\n` : ''}$TimeLimit = ${timeLimitSeconds * 1000}  # milliseconds
$OnWindows = [Environment]::OSVersion.Platform -eq 'Win32NT'

function Get-RegistryValue([string] $Hive, [string] $View, [string] $Key) {
    $base = [Microsoft.Win32.RegistryKey]::OpenBaseKey($Hive, $View)
    try {
        $opened = $base.OpenSubKey($Key)
        if ($null -eq $opened) { return '' }
        try { return ([string] $opened.GetValue('')).Trim('"') } finally { $opened.Dispose() }
    } finally { $base.Dispose() }
}

function Get-Place {
    # MicroSIP is a 32-bit program, which has a part of the registry of its own.
    foreach ($view in 'Registry32', 'Registry64') {
        foreach ($hive in 'CurrentUser', 'LocalMachine') {
            $folder = Get-RegistryValue $hive $view 'Software\MicroSIP'
            if ($folder) { [IO.Path]::Combine($folder, 'microsip.exe') }
            Get-RegistryValue $hive $view 'Software\Microsoft\Windows\CurrentVersion\App Paths\microsip.exe'
        }
    }
    foreach ($variable in 'LOCALAPPDATA', 'ProgramFiles(x86)', 'ProgramFiles', 'ProgramW6432') {
        $folder = [Environment]::GetEnvironmentVariable($variable)
        if ($folder) { [IO.Path]::Combine($folder, 'MicroSIP\microsip.exe') }
    }
}

function Find-MicroSip {
    $places = @($MicroSip)
    if (-not $MicroSip -and $OnWindows) { $places = @(Get-Place) }
    foreach ($place in $places) {
        if ($place -and [IO.File]::Exists($place)) { return $place }
    }
    throw 'microsip.exe was not found. Write its path into $MicroSip.'
}

function Test-Phone([string] $Program) {
    if (-not $OnWindows) { return $true }  # under Wine it cannot be told from here
    $session = (Get-Process -Id $PID).SessionId
    $name = [IO.Path]::GetFileNameWithoutExtension($Program)
    $phones = [Diagnostics.Process]::GetProcessesByName($name) | Where-Object { $_.SessionId -eq $session }
    return $null -ne $phones
}

function Send-Command([string] $Program, [string] $Command, [bool] $Running) {
    # It starts without a shell. One start at a time: two at once lose a command.
    $start = New-Object System.Diagnostics.ProcessStartInfo -ArgumentList $Program, $Command
    $start.UseShellExecute = $false
    $process = [Diagnostics.Process]::Start($start)
    if (-not $Running) { return }  # this start becomes the phone and goes on running
    if (-not $process.WaitForExit($TimeLimit)) {
        throw 'MicroSIP has not taken the command yet: it is busy.'
    }
    if ($process.ExitCode -ne 0) { throw 'MicroSIP did not take the command.' }
}

${
  checked
    ? `if (${name} -cnotmatch ${powershellLiteral(`\\A(?:${input.pattern})\\z`)}) {
    throw ${powershellLiteral(input.complaint)}
}
`
    : ''
}$program = Find-MicroSip
$running = Test-Phone $program
${needsRunningPhone ? "if (-not $running) { throw 'MicroSIP does not run.' }\n" : ''}${
    several
      ? `foreach ($command in ${list}) {
    Send-Command $program $command $running
    Start-Sleep -Milliseconds ${pauseMs}
}
`
      : `Send-Command $program ${checked ? written : list} $running
`
  }`;
}
