export type { Ring, UserAct } from './control/control-protocol.ts';
export { provideExampleAccount } from './example-account.ts';
export { parseProgramArguments, programUsage } from './program-arguments.ts';
export type { ProgramArguments } from './program-arguments.ts';
export { SimulatorClient } from './simulator-client.ts';
export type { RequestOptions } from './simulator-client.ts';
