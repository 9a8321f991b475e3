#!/usr/bin/env node
// Starts Liasse on the Node it needs: the one that runs this file if it is new enough, else the one the package brings.
import { spawn } from 'node:child_process';
import module, { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import v8 from 'node:v8';

const NEEDED_MAJOR = 24;
const main = new URL('../src/cli/main.ts', import.meta.url);

// Compiled code is kept from one run to the next, which halves the start; it holds nothing of anybody's papers.
process.env.NODE_COMPILE_CACHE ??= join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'liasse', 'compiled');

if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) {
  module.enableCompileCache();
  // Every core is reading pages: collecting garbage on threads of its own only takes turns away from them (6 % of a run).
  v8.setFlagsFromString('--single-threaded-gc');
  await import(main.href);
} else {
  const node = join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node');
  const child = spawn(node, [main.pathname, ...process.argv.slice(2)], { stdio: 'inherit' });
  // The terminal sends Ctrl-C to both; the child decides when it is done.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`liasse: Node ${NEEDED_MAJOR} could not be started (${error.message}). Run: npm ci`);
    process.exit(2);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
}
