import { MicroSipError } from '../../microsip-error.ts';
import { lockSettings } from '../../settings/transaction/settings-lock.ts';
import { TimeLimit } from '../../settings/transaction/time-limit.ts';
import type { Installation } from '../installation.ts';
import { localDataDirectory, type UserEnvironment } from '../system/user-directories.ts';
import { schemesToAsk, schemesToRegister } from './chosen-schemes.ts';
import type { HandlersChange, HandlersPlan } from './handler-change.ts';
import type { HandlerOptions, RegisterHandlersOptions } from './handler-options.ts';
import type { HandlersOfSystem, RegistrationWish } from './handlers-of-system.ts';
import type { HandlersStatus } from './scheme-handler.ts';

const defaultTimeoutMs = 30_000;

/** Finds the system on which links to a phone are opened. */
export type OpenHandlers = (
  installation: Installation,
  user: UserEnvironment,
  signal: AbortSignal,
) => Promise<HandlersOfSystem>;

/** What {@link HandlerControl} does, apart from it, so that a phone costs nothing whose handlers nobody asks for. */
export class PhoneHandlers {
  readonly #installation: Installation;
  readonly #user: UserEnvironment;
  readonly #open: OpenHandlers;

  constructor(installation: Installation, user: UserEnvironment, open: OpenHandlers = openHandlers) {
    this.#installation = installation;
    this.#user = user;
    this.#open = open;
  }

  async status(options: HandlerOptions): Promise<HandlersStatus> {
    const schemes = schemesToAsk(options.schemes);
    return await this.#within('Looking who opens links', options, (handlers, signal) =>
      handlers.status(schemes, signal),
    );
  }

  async register(options: RegisterHandlersOptions): Promise<HandlersChange> {
    const wish = this.#wish(options);
    return await this.#within('Registering', options, (handlers, signal, limit) =>
      alone(handlers, limit, () => handlers.register(wish, signal)),
    );
  }

  async planRegister(options: RegisterHandlersOptions): Promise<HandlersPlan> {
    const wish = this.#wish(options);
    return await this.#within('Looking what is registered', options, async (handlers, signal) =>
      planOnly(await handlers.planRegister(wish, signal)),
    );
  }

  async unregister(options: HandlerOptions): Promise<HandlersChange> {
    return await this.#within('Unregistering', options, (handlers, signal, limit) =>
      alone(handlers, limit, () => handlers.unregister(options.schemes, signal)),
    );
  }

  async planUnregister(options: HandlerOptions): Promise<HandlersPlan> {
    return await this.#within('Looking what is registered', options, async (handlers, signal) =>
      planOnly(await handlers.planUnregister(options.schemes, signal)),
    );
  }

  #wish({ force = false, schemes }: RegisterHandlersOptions): RegistrationWish {
    return { schemes: schemesToRegister(schemes, this.#installation.version), force };
  }

  async #within<Result>(
    what: string,
    { signal, timeoutMs = defaultTimeoutMs }: HandlerOptions,
    work: (handlers: HandlersOfSystem, signal: AbortSignal, limit: TimeLimit) => Promise<Result>,
  ): Promise<Result> {
    using limit = new TimeLimit(timeoutMs, signal);
    return await limit.finish(what, async (until) =>
      work(await this.#open(this.#installation, this.#user, until), until, limit),
    );
  }
}

/** One at a time over all processes: what was there before is read, and then kept or given back. */
async function alone<Result>(
  { recordFile }: HandlersOfSystem,
  { signal, timeoutMs }: TimeLimit,
  work: () => Promise<Result>,
): Promise<Result> {
  await using _ = await lockSettings(recordFile, 2 * timeoutMs, signal);
  return await work();
}

function planOnly({ edits, remarks, schemes }: HandlersPlan): HandlersPlan {
  return { schemes, edits, remarks };
}

async function openHandlers(
  installation: Installation,
  user: UserEnvironment,
  signal: AbortSignal,
): Promise<HandlersOfSystem> {
  switch (installation.backend) {
    case 'windows':
    case 'wsl': {
      const [{ WindowsHandlers }, { openWindows }] = await Promise.all([
        import('./windows/windows-handlers.ts'),
        import('./windows/open-windows.ts'),
      ]);
      const windows = await openWindows(installation.backend, signal);
      // In WSL, too, that of Windows: what was registered here can be taken back there.
      const dataFolder = installation.localAppData ?? localDataDirectory(user);
      return new WindowsHandlers(installation.executable, windows, dataFolder);
    }
    case 'wine': {
      if (user.platform !== 'linux') throw withoutDesktopFiles();
      const { DesktopHandlers } = await import('./desktop/desktop-handlers.ts');
      return new DesktopHandlers(installation, user);
    }
    case 'simulator':
      throw new MicroSipError(
        'UNSUPPORTED',
        'A simulated phone opens no links: it would take calls that people mean to make. Name a real MicroSIP (--exe) to register one.',
      );
  }
}

function withoutDesktopFiles(): MicroSipError {
  return new MicroSipError(
    'UNSUPPORTED',
    'macOS opens links with apps only, and MicroSIP under Wine is none: make one in Script Editor (on open location) ' +
      'that runs "microsip dial", and choose it in the settings of FaceTime.',
  );
}
