import type { RegistryEdit, RegistryValue } from '../../installation/registry/windows-registry.ts';

/** A change of the registry, as one would ask `reg.exe` for it. To be read: it is not quoted for any shell. */
export function registryEditText(edit: RegistryEdit): string {
  const key = `"${edit.key.root}\\${edit.key.path}"`;
  switch (edit.edit) {
    case 'set':
      return `reg add ${key} ${nameText(edit.name)} ${valueText(edit.value)} /f`;
    case 'remove-value':
      return `reg delete ${key} ${nameText(edit.name)} /f`;
    case 'remove-key':
      return `reg delete ${key} /f`;
    case 'remove-empty-key':
      return `remove ${key} if nothing is in it`;
  }
}

function nameText(name: string): string {
  return name === '' ? '/ve' : `/v ${quoted(name)}`;
}

function valueText(value: RegistryValue): string {
  switch (value.type) {
    case 'string':
      return `/d ${quoted(value.text)}`;
    case 'expandable-string':
      return `/t REG_EXPAND_SZ /d ${quoted(value.text)}`;
    case 'number':
      return `/t REG_DWORD /d ${value.number}`;
    case 'binary':
      return `/t ${value.kind === 3 ? 'REG_BINARY' : value.kind} /d ${Buffer.from(value.bytes).toString('hex')}`;
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
