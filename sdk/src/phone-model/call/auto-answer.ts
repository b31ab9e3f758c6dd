import type { VerifiedVersion } from '../../catalogue/version.ts';
import type { IncomingCall } from '../phone-input.ts';
import type { PhoneSettings } from '../phone-settings.ts';
import { changeCall, post, type Turn } from '../turn.ts';
import { isListedCaller } from './caller-pattern.ts';
import { isAtHand, type PhoneCall } from './phone-call.ts';
import { ringingCall } from './ringing-call.ts';

/**
 * How long the beep before an automatic answer plays, in milliseconds. The facts only call it short (facts G).
 */
export const autoAnswerBeepMs = 500;

/**
 * Whether a call is to be answered by itself, and after how many seconds (facts G).
 *
 * @param user the caller's SIP user part.
 */
export function autoAnswerDelay(
  version: VerifiedVersion,
  settings: PhoneSettings,
  invite: IncomingCall,
  user: string,
): number | undefined {
  const delay = wantedDelay(settings, invite);
  return delay !== undefined && isListedCaller(version, settings.autoAnswerNumber, user) ? delay : undefined;
}

function wantedDelay(settings: PhoneSettings, invite: IncomingCall): number | undefined {
  switch (settings.autoAnswer) {
    case 'all':
      return settings.autoAnswerDelay;
    case 'button':
      return settings.AA ? settings.autoAnswerDelay : undefined;
    case 'header':
      return askedDelay(settings, invite);
    case '':
      return undefined;
  }
}

function askedDelay(settings: PhoneSettings, invite: IncomingCall): number | undefined {
  const header = invite.autoAnswerHeader?.toLowerCase();
  if (header === 'true' || header === '1') return settings.autoAnswerDelay;
  const callInfo = invite.callInfo?.toLowerCase() ?? '';
  if (callInfo.includes('auto answer')) return settings.autoAnswerDelay;
  const seconds = /answer-after=(\d{1,9})/u.exec(callInfo)?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}

/**
 * Answers a call by itself, after the beep if there is one. With another call about it does nothing, unless
 * `autoAnswerCalls` loosens that, since 3.22.3 (facts G): `hold` is read here as "if all others are on hold".
 *
 * @returns whether it will be answered.
 */
export function answerByItself(turn: Turn, callId: string): boolean {
  const call = ringingCall(turn, callId);
  if (call === undefined || !mayAnswer(turn, call)) return false;
  if (turn.state.settings.localDTMF) changeCall(turn, callId, { beepUntil: turn.at + autoAnswerBeepMs });
  else post(turn, { step: 'answer', callId, raise: false });
  return true;
}

function mayAnswer(turn: Turn, call: PhoneCall): boolean {
  const { calls, settings } = turn.state;
  const others = calls.filter((other) => other.callId !== call.callId && isAtHand(other));
  switch (settings.autoAnswerCalls) {
    case 'all':
      return true;
    case 'hold':
      return others.every((other) => other.heldByUs);
    case '':
      return others.length === 0;
  }
}
