import type { SchemeName } from '../../catalogue/scheme.ts';

/** Which schemes are looked at or changed, and limits. */
export interface HandlerOptions {
  /** Without colons. Default: those that MicroSIP's installer registers; for a status all that concern MicroSIP. */
  readonly schemes?: readonly SchemeName[] | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds; default: 30,000. */
  readonly timeoutMs?: number | undefined;
}

/** How schemes are registered. */
export interface RegisterHandlersOptions extends HandlerOptions {
  /** Takes schemes over that another program has; `unregister` gives them back. */
  readonly force?: boolean | undefined;
}
