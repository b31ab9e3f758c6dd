import type { HookArgumentOrigin, HookPlaceholder, HookSequence, HookValueForm } from './hook-value.ts';
import { source } from './provenance.ts';

/**
 * The placeholders of `cmdOutgoingCall` (3.21.6 and later). `{username}`, `{label}` and `{version}` are not among
 * them: they belong to the address of the users directory. Of most of them the facts give only the name.
 */
export const hookPlaceholders: readonly HookPlaceholder[] = [
  {
    token: '{server}',
    meaning: 'Server of the account.',
    encoded: false,
    useful: true,
    secret: false,
    basis: 'inferred',
  },
  {
    token: '{extension}',
    meaning: 'User name of the account.',
    encoded: false,
    useful: true,
    secret: false,
    basis: 'inferred',
  },
  {
    token: '{password}',
    meaning: 'The SIP password, in the clear. Never use it: command lines are public on the machine.',
    encoded: true,
    useful: true,
    secret: true,
    basis: 'verified',
  },
  {
    token: '{md5_password}',
    meaning: 'MD5 of the password.',
    encoded: true,
    useful: true,
    secret: true,
    basis: 'inferred',
  },
  {
    token: '{duration}',
    meaning: 'Duration of the call; -1 or 0 at this moment.',
    encoded: false,
    useful: false,
    secret: false,
    basis: 'verified',
  },
  { token: '{time}', meaning: 'The time.', encoded: false, useful: true, secret: false, basis: 'inferred' },
  {
    token: '{callid}',
    meaning: 'Call-ID; empty at this moment.',
    encoded: true,
    useful: false,
    secret: false,
    basis: 'verified',
  },
  {
    token: '{direction}',
    meaning: 'Direction; empty at this moment.',
    encoded: true,
    useful: false,
    secret: false,
    basis: 'verified',
  },
  {
    token: '{callerid}',
    meaning: 'Display name, else user part. In 3.22.16 the user of P-Asserted-Identity comes first.',
    encoded: true,
    useful: true,
    secret: false,
    basis: 'verified',
  },
  {
    token: '{user}',
    meaning: 'User part of the remote address.',
    encoded: true,
    useful: true,
    secret: false,
    basis: 'inferred',
  },
  {
    token: '{number}',
    meaning: 'The number.',
    encoded: false,
    useful: true,
    secret: false,
    basis: 'inferred',
  },
  {
    token: '{domain}',
    meaning: 'Domain of the remote address.',
    encoded: true,
    useful: true,
    secret: false,
    basis: 'inferred',
  },
  {
    token: '{name}',
    meaning: 'Display name of the remote side.',
    encoded: true,
    useful: true,
    secret: false,
    basis: 'inferred',
  },
];

/** Ways of writing a hook, from the ini line to what MicroSIP makes of it (facts C.4). */
export const hookValueForms: readonly HookValueForm[] = [
  {
    line: 'cmdCallEnd=C:\\t\\ev.exe end',
    works: true,
    explanation: 'No space in the path, no quotes. The safest form.',
  },
  {
    line: 'cmdCallEnd="C:\\My Tools\\ev.exe" end',
    works: true,
    explanation:
      'The quotes stay, because the value ends with a letter. 3.21.6 and later save it with one more pair around it.',
  },
  {
    line: 'cmdCallEnd=""C:\\My Tools\\ev.exe" end"',
    works: true,
    explanation: 'The form 3.21.6 and later write themselves.',
  },
  {
    line: 'cmdCallEnd="C:\\My Tools\\ev.exe"',
    works: false,
    explanation:
      'Windows takes off the outer pair, then the value is split at the blank: the file is `C:\\My`, and nothing happens, silently. It needs two quotes at both ends; 3.20.5 loses even those at its first save.',
  },
  {
    line: 'cmdCallEnd=" "',
    works: false,
    explanation: "Blanks alone make MicroSIP start itself, with the caller's number as command line.",
  },
];

/** Which hooks fire, in which course of a call (facts C.1). */
export const hookSequences: readonly HookSequence[] = [
  {
    course: 'Incoming call, answered',
    hooks: ['cmdIncomingCall', 'cmdCallRing', 'cmdCallAnswer', 'cmdCallStart', 'cmdCallEnd'],
  },
  {
    course: 'Incoming call, answered automatically at once',
    hooks: ['cmdIncomingCall', 'cmdCallAnswer', 'cmdCallStart', 'cmdCallEnd'],
  },
  {
    course: 'Incoming call with video, answered',
    hooks: [
      'cmdIncomingCall',
      'cmdCallRing',
      'cmdCallAnswer',
      'cmdCallAnswerVideo',
      'cmdCallStart',
      'cmdCallEnd',
    ],
    versions: ['3.21.6', '3.22.3', '3.22.16'],
  },
  { course: 'Incoming call, declined by the user', hooks: ['cmdIncomingCall', 'cmdCallRing', 'cmdCallBusy'] },
  {
    course: 'Incoming call, rejected with /hangupincoming',
    hooks: ['cmdIncomingCall', 'cmdCallRing', 'cmdCallEnd'],
    versions: ['3.21.6', '3.22.3', '3.22.16'],
  },
  { course: 'Incoming call, missed', hooks: ['cmdIncomingCall', 'cmdCallRing', 'cmdCallEnd'] },
  {
    course: 'Incoming call, refused before it rings',
    hooks: ['cmdIncomingCall'],
    versions: ['3.21.6', '3.22.16'],
  },
  {
    course: 'Incoming call, refused before it rings',
    hooks: ['cmdIncomingCall', 'cmdCallBusy'],
    versions: ['3.20.5'],
  },
  { course: 'Outgoing call, answered', hooks: ['cmdOutgoingCall', 'cmdCallStart', 'cmdCallEnd'] },
  { course: 'Outgoing call, busy or declined', hooks: ['cmdOutgoingCall', 'cmdCallBusy'] },
  { course: 'Outgoing call, not answered', hooks: ['cmdOutgoingCall', 'cmdCallEnd'] },
  {
    course: 'Outgoing call, answered, whose last status is 481',
    hooks: ['cmdOutgoingCall', 'cmdCallStart'],
  },
];

/** Where a hook's argument comes from, and what it can contain (facts C.5 and N). */
export const hookArgumentOrigins: readonly HookArgumentOrigin[] = [
  {
    origin: 'The From address, printed again by the SIP stack.',
    characters:
      "What is legal in a user part stays raw: & ; , $ ' ( ) ! ? / = + * ~ - _ . — space, quote, | < > stay %-escaped, so % may occur.",
    versions: ['3.20.5', '3.21.6'],
    basis: 'inferred',
    source: source('C.5'),
  },
  {
    origin:
      'P-Asserted-Identity, if there is one with an @, else Remote-Party-ID: the raw header text takes the place of user, domain and name (incoming INVITE only).',
    characters:
      'Also spaces, quotes, & | ^ % …: whatever a peer or a server lets through, neither unescaped nor escaped again.',
    versions: ['3.22.3', '3.22.16'],
    basis: 'verified',
    source: source('C.5', 'global.cpp: GetPAI', 'global.cpp: ParseCallSIPURI'),
  },
  {
    origin:
      'The address parser of 3.22.16 drops all from the first ; on, or, where there is none, from the first ? on, and only then looks for @.',
    characters: 'Never @ or ; .',
    versions: ['3.22.16'],
    basis: 'verified',
    source: source('C.5'),
  },
  {
    origin: 'A From user that itself contains ; such as 101;phone-context=…@host.',
    characters:
      'The user part is empty and 101 becomes the domain: ring, answer and start get no argument, end and busy get 101.',
    versions: ['3.22.16'],
    basis: 'verified',
    source: source('C.5'),
  },
  {
    origin: 'An anonymous caller, or an address without a user.',
    characters:
      'Incoming, ring, answer and start get nothing but a blank at the end of the line; end and busy get the domain.',
    basis: 'verified',
    source: source('C.5'),
  },
  {
    origin: 'The display name: `"sip:101 & calc@x" <sip:900@b>` gives `101 & calc`.',
    characters: 'Raw blanks, & and |; the stack prints such headers unchanged.',
    versions: ['3.20.5', '3.21.6'],
    basis: 'verified',
    source: source('N'),
  },
  {
    origin:
      'The display name: `"<sip:101 & calc@x>" <…>` gives `101 & calc`, without any P-Asserted-Identity.',
    characters: 'Raw blanks, & and |; the stack prints such headers unchanged.',
    versions: ['3.22.16'],
    basis: 'verified',
    source: source('N'),
  },
  {
    origin: 'A tel: address in From.',
    characters: 'The user part is empty; end and busy get `"N" <tel:+49…`.',
    versions: ['3.20.5', '3.21.6'],
    basis: 'verified',
    source: source('N'),
  },
  {
    origin: 'A tel: address in From.',
    characters: 'The user part is empty; end and busy get `tel:+49…`.',
    versions: ['3.22.16'],
    basis: 'verified',
    source: source('N'),
  },
];
