import type { Metafile } from 'esbuild';

/** How much of the bundle is loaded. */
export interface BundleSize {
  readonly files: number;
  readonly bytes: number;
}

/** What is loaded once a module has been imported dynamically, or begins the bundle, and all that it needs. */
export function sizeLoadedBy(module: string, { outputs }: Metafile): BundleSize {
  const [first] = Object.keys(outputs).filter((file) => outputs[file]?.entryPoint?.endsWith(module) === true);
  if (first === undefined) throw new Error(`${module} begins no file of the bundle`);
  const loaded = new Set([first]);
  for (const file of loaded) {
    for (const { path, kind, external } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && external !== true) loaded.add(path);
    }
  }
  const bytes = [...loaded].reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0);
  return { files: loaded.size, bytes };
}
