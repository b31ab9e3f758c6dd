import type { Installation } from '../installation.ts';
import { currentUser, type UserEnvironment } from '../system/user-directories.ts';
import type { HandlersChange, HandlersPlan } from './handler-change.ts';
import type { HandlerOptions, RegisterHandlersOptions } from './handler-options.ts';
import type { OpenHandlers, PhoneHandlers } from './phone-handlers.ts';
import type { HandlersStatus } from './scheme-handler.ts';

export type { FileEdit, HandlerEdit, HandlersChange, HandlersPlan, SchemeChange } from './handler-change.ts';
export type { HandlerOptions, RegisterHandlersOptions } from './handler-options.ts';
export type { HandlersStatus, SchemeHandler } from './scheme-handler.ts';

/**
 * Who opens links such as `tel:101`: on Windows, and from WSL, its registry; for a MicroSIP under Wine on Linux, the
 * desktop.
 *
 * Everything here rejects with a `MicroSipError`: `UNSUPPORTED` where this system has no such handlers that the
 * kit could change, `ACCESS_DENIED` when Windows does not allow it, `TIMEOUT` and `CANCELLED`.
 *
 * @example
 * ```ts
 * const { handlers } = await phone.handlers.status({ schemes: ['tel'] });
 * if (handlers[0]?.handledBy === 'nobody') await phone.handlers.register({ schemes: ['tel'] });
 * ```
 */
export class HandlerControl {
  readonly #installation: Installation;
  readonly #user: UserEnvironment;
  readonly #open: OpenHandlers | undefined;

  /**
   * @param installation - the phone
   * @param user - whose handlers they are
   * @param open - finds where they are registered
   */
  constructor(installation: Installation, user: UserEnvironment = currentUser(), open?: OpenHandlers) {
    this.#installation = installation;
    this.#user = user;
    this.#open = open;
  }

  /**
   * Who opens the links of each scheme, whether the choice of default apps agrees, and what a click would run.
   *
   * @param options - which schemes, and limits
   */
  async status(options: HandlerOptions = {}): Promise<HandlersStatus> {
    return await (await this.#load()).status(options);
  }

  /**
   * Makes this MicroSIP a handler of schemes, for this user. What was there before is kept on disk first. A scheme that
   * another program has stays with it, unless `force` is set; the system offers MicroSIP as a choice then. Which default
   * app is chosen, only the user can change.
   *
   * @param options - which schemes, and limits
   * @returns what became of each scheme; nothing is changed where a copy that is installed has them
   * @throws MicroSipError `UNSUPPORTED` for a scheme that this version of MicroSIP would dial as it is, such as `sips`
   * @example
   * ```ts
   * const { schemes } = await phone.handlers.register({ schemes: ['tel', 'sip'] });
   * for (const { scheme, outcome } of schemes) console.log(scheme, outcome);
   * ```
   */
  async register(options: RegisterHandlersOptions = {}): Promise<HandlersChange> {
    return await (await this.#load()).register(options);
  }

  /** What {@link HandlerControl.register} would do. */
  async planRegister(options: RegisterHandlersOptions = {}): Promise<HandlersPlan> {
    return await (await this.#load()).planRegister(options);
  }

  /**
   * Puts back what was there before {@link HandlerControl.register}. What somebody else has changed since stays as it is.
   *
   * @param options - which schemes, by default all that the kit has registered for this MicroSIP, or for one that is
   * gone; and limits
   * @throws MicroSipError `SETTINGS_DAMAGED` when it cannot be read any more what was there before
   */
  async unregister(options: HandlerOptions = {}): Promise<HandlersChange> {
    return await (await this.#load()).unregister(options);
  }

  /** What {@link HandlerControl.unregister} would do. */
  async planUnregister(options: HandlerOptions = {}): Promise<HandlersPlan> {
    return await (await this.#load()).planUnregister(options);
  }

  async #load(): Promise<PhoneHandlers> {
    const { PhoneHandlers } = await import('./phone-handlers.ts');
    return new PhoneHandlers(this.#installation, this.#user, this.#open);
  }
}
