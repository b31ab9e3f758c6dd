import type { WindowsSurroundings } from '../../discovery/windows-surroundings.ts';

/** What handlers need of the Windows they are registered in. */
export type HandlersWindows = Pick<WindowsSurroundings, 'registry' | 'environment' | 'localPath'>;
