/** For which processors a program is made. MicroSIP is for `x86`. */
export type ProgramArchitecture = 'x86' | 'x64' | 'arm64';

/** What a Windows program's file says about itself. */
export interface ProgramFile {
  readonly architecture: ProgramArchitecture;
  /** The file version of its resources, as MicroSIP counts: `3.22.16` for 3.22.16.0. */
  readonly version?: string;
  /** The product name of its resources. */
  readonly productName?: string;
}
