import { batchValue } from '../literals/batch-value.ts';
import type { Snippet } from '../snippet.ts';

/**
 * A snippet as a batch file. Its input was checked when it was made, and stands in it as it is: what a batch file takes
 * from a variable or a parameter is read by cmd once more.
 *
 * While a phone runs, MicroSIP is started directly: cmd waits for the short-lived process, hands the line on exactly,
 * and knows its exit code. A start that becomes the phone would keep the batch file waiting; only there stands `start`.
 */
export function batchProgram({
  commands,
  executable,
  input,
  needsRunningPhone,
  purpose,
  version,
}: Snippet): string {
  const meaning = input === undefined ? 'this command' : `this ${input.name}`;
  const lines = commands.map((command) => batchArgument(`${command}${input?.value ?? ''}`, meaning));
  const starts = lines.map((argument) => `"%MICROSIP%"${argument === '' ? '' : ` ${argument}`}`);
  return String.raw`@echo off
rem ${purpose}. Made for MicroSIP ${version}.
setlocal EnableExtensions DisableDelayedExpansion
rem The path of microsip.exe; empty: it is looked for.
set "MICROSIP=${batchValue(executable, 'this path')}"
if defined MICROSIP goto found
rem MicroSIP is a 32-bit program, which has a part of the registry of its own.
for %%V in (32 64) do for %%R in (HKCU HKLM) do call :registry %%R %%V
${folderVariables.map(lookInFolder).join('\n')}

:found
if not defined MICROSIP goto missing
if not exist "%MICROSIP%" goto missing
for %%P in ("%MICROSIP%") do set "IMAGE=%%~nxP"
set "SYSTEM=%SystemRoot%\System32"
"%SYSTEM%\tasklist.exe" /fi "imagename eq %IMAGE%" /fo csv /nh 2>nul | "%SYSTEM%\find.exe" /i "%IMAGE%" >nul
if errorlevel 1 goto idle
${starts.map((start) => `${start}\nif errorlevel 1 goto refused`).join(`\n${pauseLine}\n`)}
exit /b 0

:idle
${
  needsRunningPhone
    ? `echo MicroSIP does not run.>&2
exit /b 4`
    : `rem This start becomes the phone and goes on running.
start "" ${starts.join('')}
if errorlevel 1 goto refused
exit /b 0`
}

:missing
echo microsip.exe was not found. Write its path into MICROSIP.>&2
exit /b 3

:refused
echo MicroSIP did not take the command.>&2
exit /b 1

:registry
call :value "%1\Software\MicroSIP" %2
if defined PLACE set "PLACE=%PLACE%\microsip.exe"
call :look
call :value "%1\Software\Microsoft\Windows\CurrentVersion\App Paths\microsip.exe" %2
call :look
goto :eof

:value
set "PLACE="
for /f "delims=" %%L in ('%SystemRoot%\System32\reg.exe query %1 /ve /reg:%2 2^>nul ^| %SystemRoot%\System32\find.exe "REG_SZ"') do set "PLACE=%%L"
if not defined PLACE goto :eof
rem With its quotation marks an expanded path would not stand between those of set, and an ampersand would end the line.
set "PLACE=%PLACE:"=%"
set "PLACE=%PLACE:*REG_SZ    =%"
goto :eof

:look
if not defined MICROSIP if defined PLACE if exist "%PLACE%" set "MICROSIP=%PLACE%"
set "PLACE="
goto :eof
`.replaceAll('\n', '\r\n');
}

/** Folders that programs are installed in. */
const folderVariables = ['LOCALAPPDATA', 'ProgramFiles(x86)', 'ProgramFiles', 'ProgramW6432'];

/** Without the variable the path would begin at the root of the drive, where everyone may put a program. */
function lookInFolder(variable: string): string {
  return `if defined ${variable} set "PLACE=%${variable}%\\MicroSIP\\microsip.exe"\ncall :look`;
}

/** One second, more than is needed: `timeout` counts in seconds too, and needs a console. */
const pauseLine = '"%SYSTEM%\\ping.exe" -n 2 127.0.0.1 >nul';

/**
 * In quotation marks only where cmd would read it otherwise: MicroSIP takes one pair off, but compares commands such as
 * `/exit` with all that it gets (facts A.1, A.2).
 */
function batchArgument(text: string, meaning: string): string {
  const value = batchValue(text, meaning);
  return /^[A-Za-z0-9/:+*#._@-]*$/u.test(text) ? value : `"${value}"`;
}
