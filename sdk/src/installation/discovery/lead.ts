import type { DiscoveryPlace } from './discovery-step.ts';

/** What one place says about where MicroSIP is, before anything is looked at. */
export interface Lead {
  readonly place: DiscoveryPlace;
  /** Where exactly. */
  readonly looked: string;
  readonly hints: readonly Hint[];
  /** What is odd about the place. */
  readonly remarks: readonly string[];
}

/** A path at which MicroSIP may lie. */
export interface Hint {
  /** A full path, as Windows names it. */
  readonly path: string;
  /** What it should be: MicroSIP's program, or the folder it lies in. */
  readonly kind: 'program' | 'folder';
  /** Whether it is only where programs usually lie, so that it means nothing if nothing is there. */
  readonly isGuess?: boolean;
}
