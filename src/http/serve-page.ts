import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import { LiasseFailure } from '#domain/failure.ts';
import type { WebServer } from './web-server.ts';

const NOT_BUILT = `La page de Liasse n’a pas été construite : « npm run build:web », puis relancez « liasse serve ». L’API répond sous /api.
Liasse’s page was not built: “npm run build:web”, then start “liasse serve” again. The API answers below /api.
`;
const YEAR_MS = 31_536_000_000;

/** The page: its files, and its index for every address that is neither a file nor of the API. Files below `assets` have their hash in their name. */
export async function servePage(server: WebServer, folder: string): Promise<void> {
  const files = await filesBelow(folder);
  await server.register(fastifyStatic, { root: folder, serve: false, index: false, dotfiles: 'ignore' });
  server.route({
    method: 'GET',
    url: '/*',
    config: { access: 'everybody' },
    schema: { hide: true },
    handler: (request, reply) => {
      const [path = ''] = request.url.slice(1).split('?', 1);
      if (path === 'api' || path.startsWith('api/')) throw new LiasseFailure('not-found');
      // A part of another build: the index in its place would be taken for a broken script.
      if (!files.has(path) && path.startsWith('assets/')) throw new LiasseFailure('not-found');
      if (path.startsWith('assets/')) return reply.sendFile(path, { maxAge: YEAR_MS, immutable: true });
      reply.header('cache-control', 'no-cache');
      if (files.has(path)) return reply.sendFile(path, { cacheControl: false });
      if (files.has('index.html')) return reply.sendFile('index.html', { cacheControl: false });
      return reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
    },
  });
}

/** What the folder holds, as addresses; nothing else is ever opened. */
async function filesBelow(folder: string): Promise<ReadonlySet<string>> {
  if (!existsSync(folder)) return new Set();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Set(files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/')));
}
