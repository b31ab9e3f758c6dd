/** Whether a side sends and receives sound. */
export type MediaDirection = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** The address that stands for hold in old phones (RFC 2543). */
const nowhere = '0.0.0.0';

/**
 * What a session description says about sound: the direction of its first audio stream in use, which is that of the
 * whole session where the stream has none.
 *
 * @returns nothing where there is no sound
 */
export function audioDirection(description: string): MediaDirection | undefined {
  const [session = '', ...streams] = description.split(/^(?=m=)/mu);
  const audio = streams.find((stream) => /^m=audio (?!0[ /])/u.test(stream));
  if (audio === undefined) return undefined;
  const direction = directionIn(audio) ?? directionIn(session) ?? 'sendrecv';
  const held = (connectionIn(audio) ?? connectionIn(session)) === nowhere;
  return held && direction !== 'inactive' ? 'sendonly' : direction;
}

function directionIn(part: string): MediaDirection | undefined {
  switch (/^a=(sendrecv|sendonly|recvonly|inactive)\s*$/mu.exec(part)?.[1]) {
    case 'sendrecv':
      return 'sendrecv';
    case 'sendonly':
      return 'sendonly';
    case 'recvonly':
      return 'recvonly';
    case 'inactive':
      return 'inactive';
    default:
      return undefined;
  }
}

function connectionIn(part: string): string | undefined {
  return /^c=IN IP[46] (\S+)\s*$/mu.exec(part)?.[1];
}
