import * as vscode from 'vscode';

import { regionOf } from './numbers/region.ts';

/** Where numbers are looked for, and whose. */
export interface NumberSettings {
  /** Whose numbers are written without a country code; `undefined`: only international ones are known. */
  readonly region: string | undefined;
  /** The languages in whose documents numbers are looked for; `*` is every language. */
  readonly languages: ReadonlySet<string>;
}

/**
 * What the user's settings say about numbers in a document. Settings of the wrong type count as empty: nobody asked
 * for anything yet that could fail.
 */
export function readNumberSettings(uri?: vscode.Uri): NumberSettings {
  const settings = vscode.workspace.getConfiguration('microsip.numbers', uri);
  const region = settings.get<unknown>('region');
  const languages = settings.get<unknown>('languages');
  return {
    region: regionOf(typeof region === 'string' ? region : '', vscode.env.language),
    languages: new Set(
      Array.isArray(languages) ? languages.filter((language) => typeof language === 'string') : [],
    ),
  };
}

/** Whether numbers may be found elsewhere after a change of settings. */
export function affectsNumbers(change: vscode.ConfigurationChangeEvent): boolean {
  return change.affectsConfiguration('microsip.numbers');
}
