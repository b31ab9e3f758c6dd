import { execa } from 'execa';

import { findOnPath } from '../find-executable.ts';
import type { Provided } from '../provided.ts';

/** A screen for desktop programs. */
export interface Display {
  /** What a program needs in its environment to draw there. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const startLimitMs = 10_000;

/** The screen that is there, or on Linux without one a virtual screen (Xvfb). */
export async function openDisplay(): Promise<Provided<Display>> {
  const present: Display = { environment: {}, close: () => Promise.resolve() };
  const hasScreen = process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
  if (process.platform !== 'linux' || hasScreen) return { ok: true, value: present };

  const xvfb = findOnPath(['Xvfb']);
  if (xvfb === undefined) return { ok: false, reason: 'no screen, and no Xvfb to make one' };
  const server = execa(xvfb, ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdin: 'ignore',
    reject: false,
    buffer: false,
  });
  const number = await new Promise<string | undefined>((resolve) => {
    const limit = setTimeout(() => resolve(undefined), startLimitMs);
    const answer = (text: string | undefined): void => {
      clearTimeout(limit);
      resolve(text);
    };
    server.stdout.setEncoding('utf8').once('data', (text: string) => answer(text.trim()));
    void server.then(() => answer(undefined));
  });
  const close = async (): Promise<void> => {
    server.kill();
    await server;
  };
  if (number === undefined) {
    await close();
    return { ok: false, reason: 'Xvfb did not start' };
  }
  return { ok: true, value: { environment: { DISPLAY: `:${number}` }, close } };
}
