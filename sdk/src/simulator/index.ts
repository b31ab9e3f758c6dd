/**
 * A phone without Windows: the phone model as a program with files, hooks and a log of its own, and the client that
 * tells its network what happens.
 *
 * @module microsip-sdk/simulator
 */
export type { Subscription } from '../emitter.ts';
export { systemClock } from './clock.ts';
export type { Clock } from './clock.ts';
export type { Contact } from './contacts/contacts-file.ts';
export type { Ring, UserAct } from './control/control-protocol.ts';
export { provideExampleAccount } from './example-account.ts';
export type { ProgramStart, StartProgram } from './hooks/hook-runner.ts';
export type { Peripheral } from './phone-driver.ts';
export { parseProgramArguments, programUsage } from './program-arguments.ts';
export type { ProgramArguments } from './program-arguments.ts';
export { parseSimulatorScript, readSimulatorScript } from './script/simulator-script.ts';
export type { RegistrarScript, SimulatorScript } from './script/simulator-script.ts';
export { SimulatorClient } from './simulator-client.ts';
export type { RequestOptions } from './simulator-client.ts';
export { Simulator } from './simulator.ts';
export type { SimulatorOptions } from './simulator.ts';
