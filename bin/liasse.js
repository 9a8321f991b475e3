#!/usr/bin/env node
// Starts Liasse on the Node it needs: the one that runs this file if it is new enough, else the one the package brings.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';

const NEEDED_MAJOR = 24;
const source = new URL('../src/cli/main.ts', import.meta.url);
// The npm package holds what `scripts/build-package.ts` compiled; a clone runs its source.
const main = existsSync(source) ? source : new URL('../dist/cli/main.js', import.meta.url);

// Compiled code is kept from one run to the next, which halves the start; it holds nothing of anybody's papers.
process.env.NODE_COMPILE_CACHE ??= join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'liasse', 'compiled');

if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) {
  module.enableCompileCache();
  // Every core is reading pages: collecting garbage on threads of its own only takes turns away from them (6 % of a run).
  v8.setFlagsFromString('--single-threaded-gc');
  await import(main.href);
} else {
  const child = spawn(broughtNode(), [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' });
  // The terminal sends Ctrl-C to both; the child decides when it is done.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    giveUp(error.message);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
}

/** The Node that npm installed beside Liasse. */
function broughtNode() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node');
  } catch (error) {
    return giveUp(error.code);
  }
}

function giveUp(why) {
  console.error(
    `liasse : Node ${NEEDED_MAJOR} n’a pas pu être lancé / Node ${NEEDED_MAJOR} could not be started (${why}).\n` +
      `Installez Node ${NEEDED_MAJOR}, ou relancez « npm install » / Install Node ${NEEDED_MAJOR}, or run “npm install” again: https://nodejs.org`,
  );
  process.exit(2);
}
