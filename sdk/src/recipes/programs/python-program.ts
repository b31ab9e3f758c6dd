import { pythonLiteral } from '../literals/python-literal.ts';
import { pauseMs, timeLimitSeconds, type Snippet } from '../snippet.ts';

/** A snippet as a Python program. */
export function pythonProgram({
  commands,
  executable,
  input,
  needsRunningPhone,
  purpose,
  version,
}: Snippet): string {
  const [prefix = ''] = commands;
  const name = input?.name.toUpperCase() ?? '';
  const list = commands.map(pythonLiteral).join(', ');
  const command = prefix === '' ? name : `${pythonLiteral(prefix)} + ${name}`;
  const checked = input !== undefined;
  const several = commands.length > 1;
  return String.raw`"""${purpose}. Made for MicroSIP ${version}; needs Python 3.8 or newer."""
import os
${checked ? 'import re\n' : ''}import subprocess
import sys
${several ? 'import time\n' : ''}
MICROSIP = ${pythonLiteral(executable)}  # the path of microsip.exe; empty: it is looked for
${checked ? `${name} = ${pythonLiteral(input.value)}\n` : ''}TIME_LIMIT = ${timeLimitSeconds}  # seconds


def registry_value(root, key, view):
    import winreg

    try:
        with winreg.OpenKey(root, key, 0, winreg.KEY_READ | view) as opened:
            return os.path.expandvars(winreg.QueryValueEx(opened, "")[0]).strip('"')
    except (OSError, AttributeError, TypeError):
        return ""


def places():
    import winreg

    # MicroSIP is a 32-bit program, which has a part of the registry of its own.
    for view in (winreg.KEY_WOW64_32KEY, winreg.KEY_WOW64_64KEY):
        for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
            folder = registry_value(root, r"Software\MicroSIP", view)
            if folder:
                yield os.path.join(folder, "microsip.exe")
            yield registry_value(root, r"Software\Microsoft\Windows\CurrentVersion\App Paths\microsip.exe", view)
    for variable in ("LOCALAPPDATA", "ProgramFiles(x86)", "ProgramFiles", "ProgramW6432"):
        if os.environ.get(variable):
            yield os.path.join(os.environ[variable], "MicroSIP", "microsip.exe")


def find_microsip():
    candidates = [MICROSIP] if MICROSIP or os.name != "nt" else places()
    for path in candidates:
        if os.path.isfile(path):
            return path
    sys.exit("microsip.exe was not found. Write its path into MICROSIP.")


def phone_runs():
    if os.name != "nt":
        return True  # under Wine it cannot be told from here
    import ctypes

    return ctypes.windll.user32.FindWindowW("MicroSIP", None) != 0


def send(program, command, running):
    # A list goes past every shell. One start at a time: two at once lose a command.
    arguments = [program, command] if command else [program]
    try:
        process = subprocess.Popen(
            arguments, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    except OSError as error:
        sys.exit("MicroSIP could not be started: %s" % error)
    if not running:
        return  # this start becomes the phone and goes on running
    try:
        if process.wait(TIME_LIMIT) != 0:
            sys.exit("MicroSIP did not take the command.")
    except subprocess.TimeoutExpired:
        sys.exit("MicroSIP has not taken the command yet: it is busy.")


def main():
${
  checked
    ? `    if not re.fullmatch(${pythonLiteral(input.pattern)}, ${name}):
        sys.exit(${pythonLiteral(input.complaint)})
`
    : ''
}    program = find_microsip()
    running = phone_runs()
${
  needsRunningPhone
    ? `    if not running:
        sys.exit("MicroSIP does not run.")
`
    : ''
}${
    several
      ? `    for number, command in enumerate([${list}]):
        if number > 0:
            time.sleep(${pauseMs / 1000})
        send(program, command, running)
`
      : `    send(program, ${checked ? command : list}, running)
`
  }

main()
`;
}
