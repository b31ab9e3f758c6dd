const endings = ['SIGINT', 'SIGTERM'] as const;

/** Lets something clean up when this process is told to end, and then ends it as the signal would have. */
export async function endingInOrder<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const interruption = new AbortController();
  const interrupt = (name: NodeJS.Signals): void => interruption.abort(name);
  for (const name of endings) process.on(name, interrupt);
  try {
    return await run(interruption.signal);
  } finally {
    for (const name of endings) process.off(name, interrupt);
    const received = endings.find((name) => name === interruption.signal.reason);
    if (received !== undefined) process.kill(process.pid, received);
  }
}
