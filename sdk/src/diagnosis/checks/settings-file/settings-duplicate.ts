import type { IniDocument } from '../../../settings/ini-document.ts';
import { settingsCheck } from '../../check.ts';

export const settingsDuplicate = settingsCheck({
  code: 'settings-duplicate',
  severity: 'warning',
  title: 'Something stands in the ini twice',
  remedy:
    'End MicroSIP, and take the later ones out of <ini> with an editor; MicroSIP and the kit only ever change the first.',
  facts: 'D.4',
  examine: ({ ini, path }) => {
    const twice = [...doubledSections(ini).map((name) => `\`[${name}]\``), ...doubledKeys(ini)];
    if (twice.length === 0) return undefined;
    return {
      detail: `${twice.join(', ')}: Windows reads the first one and ignores the others, whatever they say.`,
      named: { ini: path },
    };
  },
});

/** Sections whose settings are lost on MicroSIP; it writes `[Calls]` and the like anew by itself. */
const settingsSection = /^(?:settings|global|account\d+)$/iu;

function doubledSections(ini: IniDocument): readonly string[] {
  const headings = [...ini.toString().matchAll(/^[\t ]*\[([^\]\r\n]*)\]/gmu)].map(([, name = '']) =>
    name.trim(),
  );
  return doubled(headings.filter((name) => settingsSection.test(name)));
}

function doubledKeys(ini: IniDocument): readonly string[] {
  return ini.sections
    .filter((name) => settingsSection.test(name))
    .flatMap((name) =>
      doubled(ini.entries(name).map(({ key }) => key)).map((key) => `\`${key}\` in \`[${name}]\``),
    );
}

/** What occurs again, each once; case does not matter. */
function doubled(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return names.filter((name) => {
    const count = (counts.get(name.toLowerCase()) ?? 0) + 1;
    counts.set(name.toLowerCase(), count);
    return count === 2;
  });
}
