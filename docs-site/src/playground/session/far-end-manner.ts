import type { FarEndScript, FarEndStep } from 'microsip-sdk/phone-model';

import type { FarEndManner } from './playground-settings.ts';

const steps: Readonly<Record<FarEndManner, readonly FarEndStep[]>> = {
  answers: [
    { after: 200, do: 'ring' },
    { after: 2000, do: 'answer' },
  ],
  rings: [{ after: 200, do: 'ring' }],
  busy: [{ after: 200, do: 'refuse', status: 486 }],
  declines: [
    { after: 200, do: 'ring' },
    { after: 2000, do: 'refuse', status: 603 },
  ],
  unknown: [{ after: 200, do: 'refuse', status: 404 }],
};

/** What all do who are called, as a script of the phone model. */
export function farEndScript(manner: FarEndManner): FarEndScript {
  return { rules: [{ dialled: '*', steps: steps[manner], transfer: { after: 500, status: 200 } }] };
}
