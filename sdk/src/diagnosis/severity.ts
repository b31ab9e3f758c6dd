/**
 * How bad it is. `error`: something does not work, or is open to attack. `warning`: something will fail or surprise
 * sooner or later. `note`: as MicroSIP is, but worth knowing for who automates it.
 */
export type Severity = 'error' | 'warning' | 'note';
