import * as v from 'valibot';
import type { PhoneProcess } from './phone-process.ts';

/**
 * The PowerShell script that tells more about processes of this session. Nothing but numbers is put into it.
 */
export function processDetailsScript(processIds: readonly number[]): string {
  const filter = processIds.map((id) => `ProcessId=${Math.trunc(id).toString()}`).join(' or ');
  return [
    // Else paths come in the code page of the console.
    '[Console]::OutputEncoding = [Text.Encoding]::UTF8',
    '$session = (Get-Process -Id $PID).SessionId',
    `$found = Get-CimInstance -ClassName Win32_Process -Filter '${filter}' |`,
    '  Where-Object SessionId -EQ $session |',
    "  Select-Object ProcessId, ExecutablePath, @{ n = 'StartedAt'; e = {",
    "    if ($_.CreationDate) { $_.CreationDate.ToUniversalTime().ToString('o') } } }",
    'ConvertTo-Json -Compress -InputObject @($found)',
  ].join('\n');
}

const detailsSchema = v.array(
  v.object({
    ProcessId: v.pipe(v.number(), v.integer()),
    ExecutablePath: v.nullable(v.string()),
    StartedAt: v.nullable(v.string()),
  }),
);

/**
 * Reads what the script printed. Windows gives no path for a process that the asker may not open: one that runs elevated
 * or belongs to somebody else.
 *
 * @returns nothing when it is not what the script prints
 */
export function parseProcessDetails(output: Uint8Array): readonly PhoneProcess[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(output));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const parsed = v.safeParse(detailsSchema, value);
  if (!parsed.success) return undefined;
  return parsed.output.map(({ ProcessId, ExecutablePath, StartedAt }) => {
    const startedAt = StartedAt === null ? Number.NaN : Date.parse(StartedAt);
    return {
      processId: ProcessId,
      accessible: ExecutablePath !== null,
      ...(ExecutablePath !== null && { executable: ExecutablePath }),
      ...(!Number.isNaN(startedAt) && { startedAt }),
    };
  });
}
