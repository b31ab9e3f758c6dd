import type { WindowsSurroundings } from '../../discovery/windows-surroundings.ts';

/** What handlers need of the Windows they are registered in. */
export interface HandlersWindows extends Pick<WindowsSurroundings, 'registry' | 'environment' | 'localPath'> {
  /** Has the shell look again who opens what, where that is possible. */
  readonly tellOfChange?: () => Promise<void>;
}
