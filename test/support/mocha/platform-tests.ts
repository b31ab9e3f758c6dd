/** Declares a test or a suite. */
type Declare = (title: string, body: () => void | Promise<void>) => void;

// A test that has no meaning here is not declared: a skipped one would say that something is missing.
const leaveOut: Declare = () => undefined;

const posix = process.platform !== 'win32';

/** A test of what Windows does not have, such as signals, file modes or Unix sockets. */
export const itOnPosix: Declare = posix ? (title, body) => void it(title, body) : leaveOut;

/** A suite of such tests. */
export const describeOnPosix = (title: string, body: () => void): void => {
  if (posix) describe(title, body);
};

/** A suite of what there is on Linux only, such as WSL. */
export const describeOnLinux = (title: string, body: () => void): void => {
  if (process.platform === 'linux') describe(title, body);
};

/** A test that reads what only Linux tells about processes. */
export const itOnLinux: Declare =
  process.platform === 'linux' ? (title, body) => void it(title, body) : leaveOut;

/** A test that acts as several users. */
export const itAsRoot: Declare = process.getuid?.() === 0 ? (title, body) => void it(title, body) : leaveOut;
