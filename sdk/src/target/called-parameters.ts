import { behaviourVersionOf } from '../catalogue/version.ts';
import { percentNormalised } from './grammar/percent-encoding.ts';
import { refuse } from './target-refused-error.ts';
import type { WarningList } from './target-warnings.ts';
import type { TargetAccount, TargetOptions, UriHeader, UriParameter } from './target.ts';

/** The parameters that reach the far end unchanged. */
export function calledParameters(
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

/** The headers in the one spelling that MicroSIP calls. */
export function calledHeaders(headers: readonly UriHeader[]): readonly UriHeader[] {
  if (headers.length === 0) return headers;
  return headers.map(({ name, value }) => ({
    name: withoutInnerScheme(name),
    value: withoutInnerScheme(value),
  }));
}

/** `uri-parameters` of RFC 3261. */
export function printParameters(parameters: readonly UriParameter[]): string {
  let text = '';
  for (const { name, value } of parameters) text += value === undefined ? `;${name}` : `;${name}=${value}`;
  return text;
}

/** `headers` of RFC 3261. */
export function printHeaders(headers: readonly UriHeader[]): string {
  let text = '';
  for (const { name, value } of headers) text += `${text === '' ? '?' : '&'}${name}=${value}`;
  return text;
}

/** 3.20.5 puts the transport of the account behind the headers, which makes the address invalid (facts N). */
export function warnOfHeaders(
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

/**
 * MicroSIP leaves out the scheme of an address if `sip:` stands anywhere in it (facts A.7), which makes it invalid.
 * In a parameter or header the colon can be encoded; between a host and its port it cannot.
 */
function withoutInnerScheme(part: string): string {
  return percentNormalised(part).replaceAll(/(?<=sip):/giu, '%3A');
}
