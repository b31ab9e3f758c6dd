import path from 'node:path';

/** What a page of code-server is to open. */
export interface CodeServerPage {
  readonly folder: string | undefined;
  /** Folders of extensions under development. */
  readonly extensions: readonly string[];
  /** The test runner to load into the extension host. */
  readonly tests?: string;
}

/** The address of a page that opens a folder with extensions under development. */
export function codeServerAddress(origin: string, { folder, extensions, tests }: CodeServerPage): string {
  const address = new URL(origin);
  const remote = (file: string): string => `vscode-remote://${address.host}${path.resolve(file)}`;
  const payload = [
    ...extensions.map((extension) => ['extensionDevelopmentPath', remote(extension)]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
  ];
  if (folder === undefined) address.searchParams.set('ew', 'true');
  else address.searchParams.set('folder', path.resolve(folder));
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}
