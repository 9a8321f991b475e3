// The layers of src/README.md as rules. Imports go downwards only; each line says what a folder may see.
const layer = (name, allowed, comment) => ({
  name: `layer-${name}`,
  comment,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: '^src/', pathNot: [name, ...allowed].map((folder) => `^src/${folder}/`) },
});

const PURE = '^src/(domain|text|pixels|definitions|engine|ports|cutting|learning|casework)/';

/** A library stays behind the one folder that adapts it. */
const only = (library, folders) => ({
  name: `only-${library.replaceAll(/[^a-z]/g, '')}`,
  severity: 'error',
  from: { path: '^src/', pathNot: folders.map((folder) => `^src/${folder}/`) },
  to: { path: `node_modules/${library}/` },
});

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    layer('domain', [], 'The domain is types and schemas; it knows nobody.'),
    layer('text', ['domain'], 'Pure functions about printed text.'),
    layer('ports', ['domain'], 'Interfaces of what adapters bring.'),
    layer('engine', ['ports', 'domain'], 'The engine knows no documents; of the domain it may see failures only.'),
    layer('definitions', ['domain', 'text'], 'Schemas and checks of the pipelines folder.'),
    layer('cutting', ['domain', 'text', 'definitions'], 'Pure functions that cut a scan into documents.'),
    layer('pixels', ['domain', 'ports'], 'Pure functions about rasters.'),
    layer('stages', ['domain', 'text', 'pixels', 'ports', 'definitions', 'engine', 'cutting'], 'Thinking; no effects.'),
    layer(
      'learning',
      ['domain', 'text', 'definitions', 'engine', 'stages'],
      'Learning from corrections, and what it is worth; no effects.',
    ),
    layer('casework', ['domain', 'text', 'definitions'], 'Judging a case as a whole; no effects.'),
    layer('adapters', ['domain', 'text', 'pixels', 'ports', 'definitions'], 'All side effects.'),
    layer(
      'app',
      [
        'domain',
        'text',
        'pixels',
        'ports',
        'definitions',
        'engine',
        'cutting',
        'stages',
        'learning',
        'casework',
        'adapters',
      ],
      'Composition and use cases.',
    ),
    layer('http', ['app', 'domain'], 'Parses requests, prints answers.'),
    layer('cli', ['app', 'domain', 'http'], 'Parses input, prints output; commands that stay open a port.'),
    {
      name: 'engine-knows-no-documents',
      severity: 'error',
      from: { path: '^src/engine/' },
      to: { path: '^src/domain/', pathNot: '^src/domain/failure' },
    },
    {
      name: 'stages-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/stages/([^/]+)/.+' },
      to: { path: '^src/stages/[^/]+/.+', pathNot: '^src/stages/$1/' },
    },
    {
      name: 'pure-folders-touch-no-machine',
      comment: 'Only node:crypto (hashing) is pure.',
      severity: 'error',
      from: { path: `${PURE}|^src/stages/` },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    only('tesseract.js', ['adapters/tesseract-js']),
    only('pdfjs-dist', ['adapters/pdf']),
    only('@hyzyla/pdfium', ['adapters/pdf']),
    only('sharp', ['adapters']),
    only('@cantoo/fontkit', ['adapters/dossier-pdf']),
    only('write-excel-file', ['adapters/lists']),
    only('csv-stringify', ['adapters/lists']),
    only('csv-parse', ['adapters/lists']),
    only('zxing-wasm', ['adapters/codes']),
    only('chokidar', ['adapters/watched-folder']),
    only('imapflow', ['adapters/mailbox']),
    only('any-ascii', ['text']),
    only('commander', ['cli']),
    only('bullmq', ['adapters/bullmq-queue']),
    only('ioredis', ['adapters/bullmq-queue', 'adapters/redis']),
    only('fastify', ['http']),
    only('pino', ['adapters/telemetry']),
    only('prom-client', ['adapters/telemetry']),
    only('@aws-sdk', ['adapters/blob-s3']),
    only('tar-stream', ['adapters/backup-files']),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
