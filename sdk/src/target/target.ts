/** What MicroSIP will do with a target: place this call. */
export interface DialledNumber {
  /** What is dialled, as a user of the account's domain, before the account's dialling prefix and dial plan. */
  readonly number: string;
  /** The keys sent after the answer: groups between commas, about a second apart. Empty: none. */
  readonly dtmf: string;
}

/** What MicroSIP will do with a SIP URI: send an INVITE there. */
export interface DialledAddress {
  /**
   * The request address, such as `sip:bob@example.com:5070;user=phone`. MicroSIP adds the transport of the account
   * when that is TCP or TLS; it is included here when the account was given.
   */
  readonly address: string;
  /** The keys sent after the answer: groups between commas, about a second apart. Empty: none. */
  readonly dtmf: string;
}

interface CommonTarget {
  /**
   * The one form that every version of MicroSIP dials, and that is neither a command nor a chat message: the whole
   * text after the program name. It has no blanks and needs no quotation marks.
   */
  readonly commandLine: string;
  /** What stands behind `/transfer:` to transfer a call there: the same without the keys (facts A.9). */
  readonly transferText: string;
  /** What is dialled, for people. Never the display name, which anyone can choose. */
  readonly display: string;
  /** The display name in front of `<…>`. Hostile text. */
  readonly name: string | undefined;
  /** Harmless, but worth telling. */
  readonly warnings: readonly TargetWarning[];
  /** The version it was made for; `undefined`: it holds for every version. */
  readonly version: string | undefined;
}

/** A telephone number or a service code such as `*97`. */
export interface NumberTarget extends CommonTarget {
  readonly kind: 'number';
  /** Digits, `*` and `#`, a leading `+` if it is international. */
  readonly number: string;
  readonly international: boolean;
  /** The extension behind the number, which is sent as keys after the answer. */
  readonly extension: string | undefined;
  readonly dials: DialledNumber;
}

/** A user of the account's own domain, by name. */
export interface AccountUserTarget extends CommonTarget {
  readonly kind: 'account-user';
  readonly user: string;
  readonly dials: DialledNumber;
}

/** A full SIP address. */
export interface SipUriTarget extends CommonTarget {
  readonly kind: 'sip-uri';
  /** As it stands in the address, percent-encoded where needed. */
  readonly user: string;
  /** Lower case; an IPv6 address with its brackets. */
  readonly host: string;
  readonly port: number | undefined;
  /** Without `transport`, which MicroSIP takes from the account. */
  readonly parameters: readonly UriParameter[];
  readonly headers: readonly UriHeader[];
  readonly dials: DialledAddress;
}

/** A dial string that was understood. */
export type Target = NumberTarget | AccountUserTarget | SipUriTarget;

/** `;name=value` or `;name` of a URI, percent-encoded where needed. */
export interface UriParameter {
  readonly name: string;
  readonly value: string | undefined;
}

/** `?name=value` of a SIP URI, percent-encoded where needed. */
export interface UriHeader {
  readonly name: string;
  readonly value: string;
}

/**
 * - `account-user`: a name without a host is dialled at the account's domain
 * - `extension-as-keys`: the extension is sent as keys after the answer
 * - `headers-in-old-versions`: MicroSIP 3.20.5 spoils headers when the account uses TCP or TLS (facts N)
 * - `keypad-letters`: letters were turned into the digits of the keypad
 * - `parameter-dropped`: a parameter that MicroSIP has no use for was left out
 * - `pause-dropped`: commas at the end were left out; some versions would dial them (facts A.7)
 * - `own-domain`: the host is an IP address, and called otherwise if that is the domain of the account (facts N)
 * - `port-of-account`: the host is the domain of the account, which has a port
 * - `separators-dropped`: `-`, `.`, `(` and `)` were taken out of the number in a SIP URI
 * - `transport-of-account`: `;transport=` was left out, MicroSIP uses the account's (facts A.7, N)
 * - `trunk-zero-dropped`: the `(0)` of an international number was left out
 */
export type TargetWarningCode =
  | 'account-user'
  | 'extension-as-keys'
  | 'headers-in-old-versions'
  | 'keypad-letters'
  | 'parameter-dropped'
  | 'pause-dropped'
  | 'own-domain'
  | 'port-of-account'
  | 'separators-dropped'
  | 'transport-of-account'
  | 'trunk-zero-dropped';

/** Something about a target that is harmless but worth telling. */
export interface TargetWarning {
  readonly code: TargetWarningCode;
  /** For people. */
  readonly message: string;
}

/** What is known about the phone that will dial. Without it, only what holds for every phone is accepted. */
export interface TargetOptions {
  /** MicroSIP's version, such as `3.22.16`. */
  readonly version?: string | undefined;
  /** The selected account. */
  readonly account?: TargetAccount | undefined;
}

/** What a target needs to know of an account (facts D.6). */
export interface TargetAccount {
  /** The key `domain`, with its port if it has one, such as `pbx.example.com:5070`. */
  readonly domain?: string | undefined;
  /** The key `transport`. */
  readonly transport?: 'udp' | 'tcp' | 'tls' | undefined;
}
