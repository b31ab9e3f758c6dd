import { autohotkeyLiteral } from '../literals/autohotkey-literal.ts';
import { capitalizedName, pauseMs, timeLimitSeconds, type Snippet } from '../snippet.ts';

/** A snippet as an AutoHotkey v2 script. */
export function autohotkeyProgram({
  commands,
  executable,
  input,
  needsRunningPhone,
  purpose,
  version,
}: Snippet): string {
  const [prefix = ''] = commands;
  const name = input === undefined ? '' : capitalizedName(input);
  const written = prefix === '' ? name : `${autohotkeyLiteral(prefix)} ${name}`;
  const list = commands.map(autohotkeyLiteral).join(', ');
  const checked = input !== undefined;
  const several = commands.length > 1;
  return String.raw`; ${purpose}. Made for MicroSIP ${version}.
#Requires AutoHotkey v2.0

MicroSip := ${autohotkeyLiteral(executable)}  ; the path of microsip.exe; empty: it is looked for
${checked ? `${name} := ${autohotkeyLiteral(input.value)}\n` : ''}TimeLimit := ${timeLimitSeconds}  ; seconds

${
  checked
    ? `if !RegExMatch(${name}, ${autohotkeyLiteral(`^(?:${input.pattern})\\z`)})
    throw ValueError(${autohotkeyLiteral(input.complaint)})
`
    : ''
}Phone := FindMicroSip()
DetectHiddenWindows true
Running := WinExist("ahk_class MicroSIP") != 0
${
  needsRunningPhone
    ? `if !Running
    throw Error("MicroSIP does not run.")
`
    : ''
}${
    several
      ? `for Command in [${list}] {
    SendCommand(Phone, Command, Running)
    Sleep ${pauseMs}
}
`
      : `SendCommand(Phone, ${checked ? written : list}, Running)
`
  }
SendCommand(program, text, isRunning) {
    ; It starts without a shell. One start at a time: two at once lose a command.
    Run('"' program '"' (text = "" ? "" : " " text), , , &pid)
    if !isRunning
        return  ; this start becomes the phone and goes on running
    if ProcessWaitClose(pid, TimeLimit)
        throw Error("MicroSIP has not taken the command yet: it is busy.")
}

FindMicroSip() {
    for place in (MicroSip = "" ? Places() : [MicroSip])
        if place != "" && FileExist(place) && !DirExist(place)
            return place
    throw Error("microsip.exe was not found. Write its path into MicroSip.")
}

Places() {
    found := []
    ; MicroSIP is a 32-bit program, which has a part of the registry of its own.
    for view in [32, 64] {
        SetRegView view
        for root in ["HKCU", "HKLM"] {
            folder := Trim(RegRead(root "\Software\MicroSIP", "", ""), '"')
            if folder != ""
                found.Push(folder "\microsip.exe")
            appPath := root "\Software\Microsoft\Windows\CurrentVersion\App Paths\microsip.exe"
            found.Push(Trim(RegRead(appPath, "", ""), '"'))
        }
    }
    for variable in ["LOCALAPPDATA", "ProgramFiles(x86)", "ProgramFiles", "ProgramW6432"]
        if EnvGet(variable) != ""
            found.Push(EnvGet(variable) "\MicroSIP\microsip.exe")
    return found
}
`;
}
