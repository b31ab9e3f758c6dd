/** Something the tests need from the machine: there it is, or why it is not. */
export type Provided<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** One way of coming by something: a value, or why this way is closed. */
export interface Provider<T> {
  readonly name: string;
  provide(): Promise<Provided<T>>;
}

/** Tries ways in order until one leads somewhere; else says why each did not. */
export async function provideFrom<T>(providers: readonly Provider<T>[]): Promise<Provided<T>> {
  const reasons: string[] = [];
  for (const provider of providers) {
    const provided = await provider.provide();
    if (provided.ok) return provided;
    reasons.push(`${provider.name}: ${provided.reason}`);
  }
  return { ok: false, reason: reasons.join('; ') };
}
