import * as vscode from 'vscode';

import { openSettings } from '../settings.ts';
import { settingFault, type SettingSchema } from './setting-fault.ts';

/** The part of this extension's manifest that declares its settings. */
export interface SettingsManifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, SettingSchema>> };
  };
}

/** Tells the user of settings that are not what the manifest declares: at the start, and when they become so. */
export class WrongSettingNotices implements vscode.Disposable {
  readonly #properties: Readonly<Record<string, SettingSchema>>;
  readonly #tell: (message: string) => void;
  readonly #subscription: vscode.Disposable;
  #told: ReadonlySet<string> = new Set();

  constructor(
    manifest: SettingsManifest,
    tell: (message: string) => void = (message) => void notify(message),
  ) {
    this.#properties = manifest.contributes.configuration.properties;
    this.#tell = tell;
    this.#subscription = vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('microsip')) this.#look();
    });
    this.#look();
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** Nobody is told twice of what stays wrong. */
  #look(): void {
    const settings = vscode.workspace.getConfiguration();
    const faults = Object.entries(this.#properties).flatMap(
      ([name, schema]) => settingFault(name, schema, settings.get<unknown>(name), vscode.l10n) ?? [],
    );
    const news = faults.filter((fault) => !this.#told.has(fault));
    this.#told = new Set(faults);
    if (news.length > 0) this.#tell(news.join(' '));
  }
}

async function notify(message: string): Promise<void> {
  const open = vscode.l10n.t('Open Settings');
  if ((await vscode.window.showWarningMessage(message, open)) === open) await openSettings();
}
