import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { listening, type ServedFolder } from './serve-folder.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

/** Serves a built site to a browser as good web hosts do: compressed by Brotli, and what has a hash in its name for ever. */
export async function serveCompressed(folder: string): Promise<ServedFolder> {
  const compressed = new Map<string, Buffer>();
  return listening(
    createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const file = fileAt(folder, decodeURIComponent(pathname));
      const found = file ?? path.join(folder, '404.html');
      const extension = path.extname(found);
      const isText = extension !== '.png';
      const body =
        compressed.get(found) ?? (isText ? brotliCompressSync(readFileSync(found)) : readFileSync(found));
      compressed.set(found, body);
      response.writeHead(file === undefined ? 404 : 200, {
        'content-type': types[extension] ?? 'application/octet-stream',
        'content-length': body.length,
        etag: `"${createHash('sha1').update(body).digest('hex')}"`,
        'cache-control': pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        ...(isText ? { 'content-encoding': 'br' } : {}),
      });
      response.end(body);
    }),
  );
}

/** The file of an address in a folder and nowhere else: itself, a page, or a folder's first page. */
function fileAt(folder: string, address: string): string | undefined {
  const place = path.join(folder, path.posix.normalize(address));
  return [place, `${place}.html`, path.join(place, 'index.html')].find(
    (file) => existsSync(file) && statSync(file).isFile(),
  );
}
