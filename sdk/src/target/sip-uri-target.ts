import { readPostDial } from './grammar/post-dial-grammar.ts';
import { readSipUri } from './grammar/sip-uri-grammar.ts';
import { TextCursor } from './grammar/text-cursor.ts';
import { printAuthority, readAuthority } from './called-authority.ts';
import {
  calledHeaders,
  calledParameters,
  printHeaders,
  printParameters,
  warnOfHeaders,
} from './called-parameters.ts';
import { calledUser } from './called-user.ts';
import { quoted, refuse } from './target-refused-error.ts';
import { WarningList } from './target-warnings.ts';
import type { SipUriTarget, TargetOptions } from './target.ts';

/** A user at a host: a SIP URI without its scheme. */
export function readSipUriTarget(
  text: string,
  name: string | undefined,
  options: TargetOptions,
): SipUriTarget {
  const uri = readSipUri(text);
  const cursor = new TextCursor(uri.rest);
  const { dtmf, pauseDropped } = readPostDial(cursor);
  if (!cursor.atEnd) refuseRest(text, cursor);
  if (uri.password !== undefined) {
    refuse(
      'password',
      `${quoted(text)} holds a password, which MicroSIP would show and send on. Write “sip:user@host”.`,
    );
  }

  const warnings = new WarningList();
  const user = calledUser(uri.user, uri.parameters, warnings);
  const parameters = calledParameters(uri.parameters, options, warnings);
  const headers = calledHeaders(uri.headers);
  const { host, port } = uri;
  refuseInnerScheme(host, port);
  const suffix = printParameters(parameters);
  const query = printHeaders(headers);
  const { written, called } = readAuthority(
    { host, port, isPlain: suffix === '' && query === '' },
    options.account,
    warnings,
  );
  const transport = options.account?.transport;
  const addedTransport = transport === 'tcp' || transport === 'tls' ? `;transport=${transport}` : '';
  if (headers.length > 0) warnOfHeaders(addedTransport, options, warnings);
  if (pauseDropped) warnings.add('pause-dropped', 'Commas at the end were left out: nothing follows them.');

  const address = `${user}@${written}${suffix}${query}`;
  return {
    kind: 'sip-uri',
    commandLine: `${schemeFor(user)}${address}${dtmf === '' ? '' : `,${dtmf}`}`,
    transferText: `sip:${address}`,
    display: `${user}@${printAuthority(host, port)}${dtmf === '' ? '' : `, then ${dtmf}`}`,
    name,
    user,
    host,
    port,
    parameters,
    headers,
    dials: { address: `sip:${user}@${called}${suffix}${addedTransport}${query}`, dtmf },
    warnings: warnings.all,
    version: options.version,
  };
}

/**
 * MicroSIP takes a text that begins with `+` for a telephone number and removes its dots and dashes, those of the host
 * too, and puts the dialling prefix in front (facts A.7). It strips one scheme only, so a second `sip:` keeps that
 * from happening, in every version, and needs no brackets, which shells would take for redirections.
 */
function schemeFor(user: string): string {
  return user.startsWith('+') ? 'sip:sip:' : 'sip:';
}

function refuseInnerScheme(host: string, port: number | undefined): void {
  if (port === undefined || !host.endsWith('sip')) return;
  refuse(
    'host',
    `MicroSIP takes the “sip:” in “${host}:${port}” for a scheme and cannot call the address. Write the IP address of the host, or leave the port out.`,
  );
}

function refuseRest(text: string, { character }: TextCursor): never {
  if (character === ' ') {
    refuse(
      'space',
      `${quoted(text)} has a blank. MicroSIP would send what follows it as a chat message instead of calling. Write one address.`,
    );
  }
  refuse(
    'character',
    `${quoted(character)} cannot stand here in ${quoted(text)}. Write “sip:user@host;name=value?Header=value”, percent-encoded where needed.`,
  );
}
