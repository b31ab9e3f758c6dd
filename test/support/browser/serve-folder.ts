import { createServer, type Server } from 'node:http';

import serveHandler from 'serve-handler';

/** A folder on a web server of its own. */
export interface ServedFolder {
  /** Scheme, host and port. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves a folder as a web host would: `/page` is `page.html`. */
export async function serveFolder(folder: string): Promise<ServedFolder> {
  return listening(
    createServer((request, response) => {
      serveHandler(request, response, { public: folder, cleanUrls: true }).catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : new Error(String(error)));
      });
    }),
  );
}

/** Has a server listen on a port of its own, for this machine only. */
export async function listening(server: Server): Promise<ServedFolder> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}
