import type { CommandEffect } from '../command-effect.ts';
import { callingAccountFor } from '../number-format/calling-account.ts';
import { formatNumber, splitCommands } from '../number-format/format-number.ts';
import { parseRemoteAddress } from '../sip-address/parse-remote-address.ts';
import { trimWhiteSpace } from '../windows-text/white-space.ts';
import type { CommandLineContext } from './command-line-context.ts';

/** A blind transfer of the call in the selected tab (facts A.9). */
export function transfer(context: CommandLineContext, text: string): readonly CommandEffect[] {
  const { selectedCall, version } = context;
  const number = trimWhiteSpace(text);
  if (number === '') return [];
  if (selectedCall === undefined) return [{ do: 'transferIgnored', number }];
  const dialled = splitCommands(version, number).number;
  const target = formatNumber(version, dialled, callingAccountFor(context, dialled));
  const refused = version === '3.22.16' && isAt(context, target, selectedCall);
  return [{ do: refused ? 'transferRefused' : 'transfer', number, target }];
}

/** Only 3.22.16 notices that the other side would be transferred to itself (facts N, A.9). */
function isAt({ version }: CommandLineContext, address: string, other: string): boolean {
  const left = parseRemoteAddress(version, address);
  const right = parseRemoteAddress(version, other);
  return left.user === right.user && left.domain === right.domain;
}
