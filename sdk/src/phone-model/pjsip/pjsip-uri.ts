/** `;name=value` of an address, or `?name=value`; an absent value is empty. */
export interface UriParameter {
  readonly name: string;
  readonly value: string;
}

/** A `sip:` or `sips:` address. Every part is a text of bytes, unescaped. */
export interface SipUri {
  readonly kind: 'sip';
  readonly scheme: 'sip' | 'sips';
  readonly user: string;
  readonly password: string;
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
  /** 0 when there is none. */
  readonly port: number;
  readonly parameters: readonly UriParameter[];
  readonly headers: readonly UriParameter[];
}

/** A `tel:` address. */
export interface TelUri {
  readonly kind: 'tel';
  readonly number: string;
  readonly parameters: readonly UriParameter[];
}

/** An address of any other scheme. */
export interface OtherUri {
  readonly kind: 'other';
  readonly scheme: string;
  readonly content: string;
}

/** An address as PJSIP holds it. */
export type PjsipUri = SipUri | TelUri | OtherUri;

/** An address with the display name in front of it. */
export interface NameAddress {
  /** Empty when there is none. */
  readonly name: string;
  readonly uri: PjsipUri;
}
