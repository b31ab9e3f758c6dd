import { parseTarget } from '../../sdk/dist/target/index.js';
import { type Benchmark, inTurns } from './measurement.ts';

const aim = 500_000;
const targets = [
  '+1 (415) 555-2671',
  '030/123 456',
  '100',
  '*97',
  'tel:+49-30-123456',
  'sip:ada@example.com',
  '+442079460123',
  'callto:+33142685300',
];

/** Dial strings as people write them, parsed one after the other. */
export const targetParsing: Benchmark = {
  name: 'target parsing',
  async run() {
    const repeats = 20_000;
    const { parse } = await inTurns(11, {
      parse() {
        const start = performance.now();
        for (let repeat = 0; repeat < repeats; repeat++) {
          for (const target of targets) parseTarget(target);
        }
        return performance.now() - start;
      },
    });
    const perSecond = (repeats * targets.length * 1000) / parse;
    const inThousands = (value: number): string => `${Math.round(value / 1000).toLocaleString('en')},000`;
    return [
      {
        subject: 'targets parsed',
        figure: `${inThousands(perSecond)} per second`,
        aim: `≥ ${inThousands(aim)} per second`,
        reached: perSecond >= aim,
      },
    ];
  },
};
