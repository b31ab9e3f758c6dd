/** What a change of settings has to know and do about the phone whose settings they are. */
export interface PhoneControl {
  /** Whether the phone runs; `unknown` where that cannot be found out. */
  presence(signal: AbortSignal): Promise<'running' | 'not-running' | 'unknown'>;
  /** Resolves when no call is up; with `assumeIdle` also when nothing tells whether one is. */
  untilIdle(signal: AbortSignal, options?: { readonly assumeIdle?: boolean | undefined }): Promise<void>;
  /** Ends the phone; resolves when its process is gone. */
  exit(signal: AbortSignal): Promise<void>;
  /** Starts it again. */
  start(options: { readonly minimized: boolean }, signal: AbortSignal): Promise<void>;
}
