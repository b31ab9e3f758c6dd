import { escapedLiteral } from '../literals/escaped-literal.ts';
import { capitalizedName, pauseMs, timeLimitSeconds, type Snippet } from '../snippet.ts';

/** A snippet as a C# program. It is C# 5: the compiler that comes with every Windows knows no more. */
export function csharpProgram({
  commands,
  executable,
  input,
  needsRunningPhone,
  purpose,
  version,
}: Snippet): string {
  const [prefix = ''] = commands;
  const name = input === undefined ? '' : capitalizedName(input);
  const written = prefix === '' ? name : `${escapedLiteral(prefix)} + ${name}`;
  const list = commands.map(escapedLiteral).join(', ');
  const checked = input !== undefined;
  const several = commands.length > 1;
  return String.raw`// ${purpose}. Made for MicroSIP ${version}; needs .NET Framework 4.5 or newer, or .NET 6 or newer.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
${checked ? 'using System.Text.RegularExpressions;\n' : ''}${several ? 'using System.Threading;\n' : ''}using Microsoft.Win32;

static class Program
{
    static readonly string MicroSip = ${escapedLiteral(executable)}; // the path of microsip.exe; empty: it is looked for
${checked ? `    static readonly string ${name} = ${escapedLiteral(input.value)};\n` : ''}    static readonly int TimeLimit = ${timeLimitSeconds * 1000}; // milliseconds
    static readonly bool OnWindows = Environment.OSVersion.Platform == PlatformID.Win32NT;

    static int Main()
    {
        try
        {
            Run();
            return 0;
        }
        catch (Exception error)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }

    static void Run()
    {
${
  checked
    ? `        if (!Regex.IsMatch(${name}, ${escapedLiteral(`\\A(?:${input.pattern})\\z`)}))
            throw new ArgumentException(${escapedLiteral(input.complaint)});
`
    : ''
}        string program = FindMicroSip();
        // Under Wine it cannot be told from here whether a phone runs.
        bool running = !OnWindows || FindWindow("MicroSIP", null) != IntPtr.Zero;
${
  needsRunningPhone
    ? `        if (!running) throw new InvalidOperationException("MicroSIP does not run.");
`
    : ''
}${
    several
      ? `        foreach (string command in new[] { ${list} })
        {
            Send(program, command, running);
            Thread.Sleep(${pauseMs});
        }
`
      : `        Send(program, ${checked ? written : list}, running);
`
  }    }

    static void Send(string program, string command, bool running)
    {
        // It starts without a shell. One start at a time: two at once lose a command.
        ProcessStartInfo start = new ProcessStartInfo(program, command);
        start.UseShellExecute = false;
        using (Process process = Process.Start(start))
        {
            if (!running) return; // this start becomes the phone and goes on running
            if (!process.WaitForExit(TimeLimit))
                throw new TimeoutException("MicroSIP has not taken the command yet: it is busy.");
            if (process.ExitCode != 0) throw new InvalidOperationException("MicroSIP did not take the command.");
        }
    }

    static string FindMicroSip()
    {
        IEnumerable<string> places = MicroSip != "" || !OnWindows ? new[] { MicroSip } : Places();
        foreach (string place in places)
            if (File.Exists(place)) return place;
        throw new FileNotFoundException("microsip.exe was not found. Write its path into MicroSip.");
    }

    static IEnumerable<string> Places()
    {
        // MicroSIP is a 32-bit program, which has a part of the registry of its own.
        foreach (RegistryView view in new[] { RegistryView.Registry32, RegistryView.Registry64 })
            foreach (RegistryHive hive in new[] { RegistryHive.CurrentUser, RegistryHive.LocalMachine })
            {
                string folder = RegistryValue(hive, view, @"Software\MicroSIP");
                if (folder != "") yield return Path.Combine(folder, "microsip.exe");
                yield return RegistryValue(hive, view, @"Software\Microsoft\Windows\CurrentVersion\App Paths\microsip.exe");
            }
        foreach (string variable in new[] { "LOCALAPPDATA", "ProgramFiles(x86)", "ProgramFiles", "ProgramW6432" })
        {
            string folder = Environment.GetEnvironmentVariable(variable);
            if (!string.IsNullOrEmpty(folder)) yield return Path.Combine(folder, "MicroSIP", "microsip.exe");
        }
    }

    static string RegistryValue(RegistryHive hive, RegistryView view, string key)
    {
        using (RegistryKey root = RegistryKey.OpenBaseKey(hive, view))
        using (RegistryKey opened = root.OpenSubKey(key))
        {
            string value = opened == null ? null : opened.GetValue("") as string;
            return value == null ? "" : value.Trim('"');
        }
    }

    [DllImport("user32.dll", CharSet = CharSet.Unicode)]
    static extern IntPtr FindWindow(string className, string title);
}
`;
}
