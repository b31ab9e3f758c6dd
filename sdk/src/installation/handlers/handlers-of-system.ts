import type { SchemeName } from '../../catalogue/scheme.ts';
import type { HandlersChange, HandlersPlan } from './handler-change.ts';
import type { HandlersStatus } from './scheme-handler.ts';

/** The handlers of one system for one phone: the registry of a Windows, or the files of a desktop. */
export interface HandlersOfSystem {
  status(schemes: readonly SchemeName[], signal: AbortSignal): Promise<HandlersStatus>;
  planRegister(wish: RegistrationWish, signal: AbortSignal): Promise<HandlersPlan>;
  register(wish: RegistrationWish, signal: AbortSignal): Promise<HandlersChange>;
  /** @param schemes - default: all that the kit has registered for this phone */
  planUnregister(schemes: readonly SchemeName[] | undefined, signal: AbortSignal): Promise<HandlersPlan>;
  unregister(schemes: readonly SchemeName[] | undefined, signal: AbortSignal): Promise<HandlersChange>;
  /** The file that says what was there before; who changes the handlers holds its lock. */
  readonly recordFile: string;
}

/** What is to be registered. */
export interface RegistrationWish {
  readonly schemes: readonly SchemeName[];
  /** Also where another program has the scheme. */
  readonly force: boolean;
}
