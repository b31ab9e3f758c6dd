/**
 * Which of several MicroSIPs is meant where nobody said it: the first, unless it does not run and exactly one other does.
 *
 * @param phones - in the order in which they count
 * @returns nothing where there is none
 */
export function choosePhone<Phone>(
  phones: readonly Phone[],
  runs: (phone: Phone) => boolean,
): Phone | undefined {
  const [first] = phones;
  const [running, ...others] = phones.filter((phone) => runs(phone));
  if (running === undefined || others.length > 0) return first;
  return running;
}
