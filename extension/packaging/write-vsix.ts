// node write-vsix.ts FOLDER FILE: a process of its own, as vsce prints at length what it does.
import { createVSIX } from '@vscode/vsce';

const [cwd, packagePath] = process.argv.slice(2);
if (cwd === undefined || packagePath === undefined) throw new Error('Usage: node write-vsix.ts FOLDER FILE');
await createVSIX({ cwd, packagePath, dependencies: false, allowMissingRepository: true });
