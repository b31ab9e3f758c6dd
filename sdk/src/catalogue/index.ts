export * from './version.ts';
export type * from './provenance.ts';
export * from './command.ts';
export { commandNamed, commands } from './commands.ts';
export * from './scheme.ts';
export { schemeNamed, schemes } from './schemes.ts';
