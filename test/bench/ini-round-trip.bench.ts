import { IniDocument } from '../../sdk/src/settings/ini-document.ts';
import { decodeIni, encodeIni } from '../../sdk/src/settings/ini-encoding.ts';
import { type Benchmark, type Finding, inTurns } from './measurement.ts';

const aim = 50;

/** The ini of a phone that has been used for years, many times over, so that it takes long enough to be measured. */
function bigIni(): Uint8Array {
  const settings = Array.from({ length: 160 }, (_, index) => `someSetting${index}=some value ${index}`);
  const calls = Array.from(
    { length: 50_000 },
    (_, index) => `${index}=+49301234${index};Ada Lovelace;1;17${index};33;Call Ended`,
  );
  const text = ['[Settings]', ...settings, '', '[Calls]', ...calls, '', '[Account1]', 'label=Büro', ''];
  return encodeIni({ encoding: 'utf-16le', text: text.join('\r\n') });
}

function roundTrip(bytes: Uint8Array, edit: (ini: IniDocument) => void): number {
  const start = performance.now();
  const decoded = decodeIni(bytes);
  const ini = IniDocument.parse(decoded.text);
  edit(ini);
  encodeIni({ ...decoded, text: ini.toString() });
  return performance.now() - start;
}

/** An ini from bytes to a document and back to bytes, with one value changed, and with every value looked at as well. */
export const iniRoundTrip: Benchmark = {
  name: 'ini round trip',
  async run() {
    const bytes = bigIni();
    const change = (ini: IniDocument): void => ini.set('Account1', 'label', 'Office');
    const { changed, read } = await inTurns(11, {
      changed: () => roundTrip(bytes, change),
      read: () =>
        roundTrip(bytes, (ini) => {
          for (const { key } of ini.entries('Calls')) ini.get('Calls', key);
          change(ini);
        }),
    });
    const finding = (subject: string, milliseconds: number): Finding => {
      const perSecond = bytes.length / 1e6 / (milliseconds / 1000);
      return {
        subject,
        figure: `${perSecond.toFixed(0)} MB/s`,
        aim: `≥ ${aim} MB/s`,
        reached: perSecond >= aim,
      };
    };
    return [
      finding('ini round trip with one change', changed),
      finding('ini round trip with 50,000 look-ups and one change', read),
    ];
  },
};
