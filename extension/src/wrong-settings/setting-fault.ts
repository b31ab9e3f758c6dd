import type { Localization } from '../localization.ts';

/** What the manifest declares of a setting. */
export interface SettingSchema {
  readonly type: string;
  readonly enum?: readonly unknown[];
  readonly items?: { readonly type: string };
  readonly pattern?: string;
}

/**
 * What is wrong with the value of a setting, in a sentence; nothing when it is what the manifest declares. VS Code marks
 * such a value in its own editor and hands it on all the same: whatever stands in a file.
 */
export function settingFault(
  name: string,
  schema: SettingSchema,
  value: unknown,
  l10n: Localization,
): string | undefined {
  const { items, pattern } = schema;
  if (schema.enum !== undefined) {
    if (schema.enum.includes(value)) return undefined;
    return l10n.t('The setting {0} must be one of: {1}.', name, schema.enum.join(', '));
  }
  if (!isOfType(value, schema.type)) return typeFault(name, schema.type, l10n);
  if (items !== undefined && Array.isArray(value) && !value.every((item) => isOfType(item, items.type))) {
    return typeFault(name, schema.type, l10n);
  }
  if (pattern !== undefined && typeof value === 'string' && !new RegExp(pattern, 'u').test(value)) {
    return l10n.t('The setting {0} does not have the form that its description tells.', name);
  }
  return undefined;
}

function isOfType(value: unknown, type: string): boolean {
  return type === 'array' ? Array.isArray(value) : typeof value === type;
}

function typeFault(name: string, type: string, l10n: Localization): string {
  switch (type) {
    case 'string':
      return l10n.t('The setting {0} must be a text.', name);
    case 'boolean':
      return l10n.t('The setting {0} must be true or false.', name);
    case 'array':
      return l10n.t('The setting {0} must be a list of texts.', name);
    default:
      return l10n.t('The setting {0} must be of the type {1}.', name, type);
  }
}
