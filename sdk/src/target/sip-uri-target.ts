import { isOf, SEPARATOR } from './grammar/character-class.ts';
import { percentNormalised } from './grammar/percent-encoding.ts';
import { readPostDial } from './grammar/post-dial-grammar.ts';
import { readSipUri } from './grammar/sip-uri-grammar.ts';
import { TextCursor } from './grammar/text-cursor.ts';
import { behaviourVersionOf } from '../catalogue/version.ts';
import { printAuthority, readAuthority } from './called-authority.ts';
import { quoted, refuse } from './target-refused-error.ts';
import { WarningList } from './target-warnings.ts';
import type { SipUriTarget, TargetAccount, TargetOptions, UriHeader, UriParameter } from './target.ts';

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
  const user = readUser(uri.user, uri.parameters, warnings);
  const parameters = keptParameters(uri.parameters, options, warnings);
  const headers = normalisedHeaders(uri.headers);
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

/**
 * MicroSIP leaves out the scheme of an address if `sip:` stands anywhere in it (facts A.7), which makes it invalid.
 * In a parameter or header the colon can be encoded; between a host and its port it cannot.
 */
function withoutInnerScheme(part: string): string {
  return percentNormalised(part).replaceAll(/(?<=sip):/giu, '%3A');
}

function refuseInnerScheme(host: string, port: number | undefined): void {
  if (port === undefined || !host.endsWith('sip')) return;
  refuse(
    'host',
    `MicroSIP takes the “sip:” in “${host}:${port}” for a scheme and cannot call the address. Write the IP address of the host, or leave the port out.`,
  );
}

/** The user part in its one spelling. */
function readUser(written: string, parameters: readonly UriParameter[], warnings: WarningList): string {
  const user = percentNormalised(written).replaceAll('#', '%23');
  if (user === '') refuse('user', 'The user in front of the “@” is missing. Write “sip:user@host”.');
  if (user.startsWith('/') || user.startsWith('%2F')) {
    refuse(
      'command',
      `The user ${quoted(user)} begins with “/”, where MicroSIP looks for a command. Write the user without it.`,
    );
  }
  const special = /[,;?]/u.exec(user)?.[0];
  if (special !== undefined) {
    refuse(
      special === ',' ? 'comma' : 'user',
      `MicroSIP takes the address apart at the ${quoted(special)} of the user ${quoted(user)}. ${special === ',' ? 'Write what is to be sent after the answer behind the host, or the comma as “%2C”' : `Write it as “%${special.charCodeAt(0).toString(16).toUpperCase()}”`}.`,
    );
  }
  if (!isWrittenNumber(user, parameters)) return user;
  const number = user.replaceAll(/[-.()]/gu, '');
  warnings.add('separators-dropped', `The number in the address was written without separators: ${number}.`);
  return number;
}

/** Whether a user is a telephone number with separators in it (RFC 3261, section 19.1.1). */
function isWrittenNumber(user: string, parameters: readonly UriParameter[]): boolean {
  const isPhone = parameters.some(
    ({ name, value }) => name.toLowerCase() === 'user' && value?.toLowerCase() === 'phone',
  );
  return (isPhone || user.startsWith('+')) && /^\+?[\d\-.()]*\d[\d\-.()]*$/u.test(user) && hasSeparator(user);
}

function hasSeparator(user: string): boolean {
  for (let index = 0; index < user.length; index++) if (isOf(user.charCodeAt(index), SEPARATOR)) return true;
  return false;
}

/** The parameters that reach the far end unchanged. */
function keptParameters(
  parameters: readonly UriParameter[],
  { account }: TargetOptions,
  warnings: WarningList,
): readonly UriParameter[] {
  if (parameters.length === 0) return parameters;
  const kept: UriParameter[] = [];
  for (const { name, value } of parameters) {
    const parameter = {
      name: withoutInnerScheme(name),
      value: value === undefined ? undefined : withoutInnerScheme(value),
    };
    switch (parameter.name.toLowerCase()) {
      case 'transport':
        considerTransport(parameter.value?.toLowerCase() ?? '', account, warnings);
        break;
      case 'maddr':
      case 'ttl':
      case 'method':
        refuse(
          'parameter',
          `MicroSIP would not heed “;${parameter.name}” and call elsewhere or otherwise. Leave it out.`,
        );
        break;
      default:
        kept.push(parameter);
    }
  }
  return kept;
}

/**
 * 3.22.16 removes `;transport`, and the headers behind it with it; older versions add the account's to it (facts N).
 * It is always the account's transport that is meant to win, so it is left out.
 */
function considerTransport(wanted: string, account: TargetAccount | undefined, warnings: WarningList): void {
  const actual = account?.transport;
  if (actual === wanted) return;
  if (wanted === 'tls' && actual !== undefined) {
    refuse(
      'transport',
      `“;transport=tls” asks for encryption, but MicroSIP uses the transport of the account, which is ${actual}. Set the account’s transport to TLS, or leave the parameter out.`,
    );
  }
  warnings.add(
    'transport-of-account',
    `“;transport=${wanted}” was left out: MicroSIP uses the transport of its account${wanted === 'tls' ? ', so the call is encrypted only if that is TLS' : ''}.`,
  );
}

function warnOfHeaders(
  addedTransport: string,
  { version, account }: TargetOptions,
  warnings: WarningList,
): void {
  if (account?.transport !== undefined && addedTransport === '') return;
  if (version !== undefined && behaviourVersionOf(version) !== '3.20.5') return;
  if (version !== undefined && addedTransport !== '') {
    refuse(
      'header',
      `MicroSIP ${version} puts the transport of the account behind the headers and then cannot call the address. Leave the headers out, or update MicroSIP.`,
    );
  }
  warnings.add(
    'headers-in-old-versions',
    'MicroSIP 3.20.5 cannot call an address with headers when its account uses TCP or TLS.',
  );
}

function normalisedHeaders(headers: readonly UriHeader[]): readonly UriHeader[] {
  if (headers.length === 0) return headers;
  return headers.map(({ name, value }) => ({
    name: withoutInnerScheme(name),
    value: withoutInnerScheme(value),
  }));
}

function printParameters(parameters: readonly UriParameter[]): string {
  let text = '';
  for (const { name, value } of parameters) text += value === undefined ? `;${name}` : `;${name}=${value}`;
  return text;
}

function printHeaders(headers: readonly UriHeader[]): string {
  let text = '';
  for (const { name, value } of headers) text += `${text === '' ? '?' : '&'}${name}=${value}`;
  return text;
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
