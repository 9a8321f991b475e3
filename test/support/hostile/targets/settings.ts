import { equal, ok } from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { InvalidArgumentError } from 'commander';
import fc from 'fast-check';
import { masterKeyText, parseMasterKey } from '#adapters/master-key/parse-master-key.ts';
import { tarFiles } from '#adapters/tesseract-models/tar-files.ts';
import { checkModel, unpacked } from '#adapters/tesseract-models/traineddata.ts';
import { isWebhookUrl } from '#adapters/webhooks/create-webhook-sender.ts';
import { isPublicAddress } from '#adapters/webhooks/public-address.ts';
import { keepingPlaces, limitsOfEnvironment, logSettings, modelPlaces, s3PlaceOf, webhookHosts } from '#app/config.ts';
import { parseAsOf, parseCaseName, parseLanguages, parseSeconds, parseWorkers } from '#cli/parse-options.ts';
import { limitsWith } from '#domain/limits.ts';
import { packTar } from '../../pack-tar.ts';
import { tinyModel } from '../../tiny-model.ts';
import { type FuzzTarget, fuzzTarget } from '../fuzz-target.ts';
import { hostileText } from '../hostile-text.ts';
import { mutated, mutatedText } from '../mutated.ts';
import { onlyFailures } from '../only-failures.ts';

const values = fc.oneof(
  hostileText,
  mutatedText(
    's3://bucket/prefix',
    'postgres://liasse:secret@db/liasse',
    'pages=500,fileBytes=1000000',
    'n8n.intern,10.0.0.5',
    'info',
  ),
);
const NAMES = [
  ...[
    'LIASSE_HOME',
    'XDG_DATA_HOME',
    'DATABASE_URL',
    'DATABASE_URL_FILE',
    'REDIS_URL',
    'REDIS_URL_FILE',
    'LIASSE_BLOBS',
  ],
  ...[
    'LIASSE_S3_ENDPOINT',
    'LIASSE_S3_ACCESS_KEY',
    'LIASSE_S3_SECRET_KEY',
    'LIASSE_LIMITS',
    'LIASSE_LOG',
    'LIASSE_LOG_LEVEL',
  ],
  ...['LIASSE_MASTER_KEY', 'LIASSE_TESSDATA', 'TESSDATA_PREFIX', 'LIASSE_WEBHOOK_HOSTS'],
] as const;

/** What whoever installs Liasse writes or brings: variables, options, keys, models, addresses. */
export const settingTargets: readonly FuzzTarget[] = [
  fuzzTarget('environment', () => ({
    input: fc.dictionary(fc.constantFrom(...NAMES), values),
    take: async (environment) => {
      await onlyFailures(() => {
        const { blobs } = keepingPlaces(environment);
        if ('s3' in blobs) s3PlaceOf(blobs.s3, environment);
      });
      await onlyFailures(() => limitsWith(limitsOfEnvironment(environment)));
      await onlyFailures(() => logSettings(environment));
      modelPlaces(environment);
      webhookHosts(environment);
    },
  })),
  fuzzTarget('options of the command', () => ({
    input: fc.oneof(values, mutatedText('2026-01-31', 'fr,ar', '12', '0.5', 'Dossier 12')),
    take: (text) => {
      for (const parse of [parseAsOf, parseCaseName, parseLanguages, parseSeconds, parseWorkers]) {
        try {
          parse(text);
        } catch (error) {
          if (!(error instanceof InvalidArgumentError)) throw error;
        }
      }
    },
  })),
  fuzzTarget('master key', () => ({
    input: fc.oneof(mutatedText(masterKeyText(Buffer.alloc(32, 7))), hostileText),
    take: async (text) => {
      const secret = await onlyFailures(() => parseMasterKey(text, 'a file'));
      if (secret !== undefined) equal(secret.length, 32);
    },
  })),
  fuzzTarget('recognition model', () => ({
    input: fc.oneof(
      mutated(tinyModel()),
      mutated(gzipSync(tinyModel())),
      mutated(packTar({ 'package/a.traineddata': tinyModel(), '../../b': Buffer.from('b') })),
    ),
    take: async (bytes) => {
      const content = await onlyFailures(() => unpacked(bytes));
      if (content === undefined) return;
      await onlyFailures(() => checkModel(content));
      await onlyFailures(() => tarFiles(content));
    },
  })),
  fuzzTarget('address of a webhook', () => ({
    input: fc.oneof(
      fc.webUrl(),
      mutatedText(
        'https://user:pass@example.org:8443/a?b#c',
        'https://[::ffff:127.0.0.1]/',
        'https://0x7f.1/',
        'https://2130706433/',
        'http://localhost./',
      ),
      fc
        .tuple(
          fc.constantFrom('https://', 'http://'),
          fc.oneof(
            fc.ipV4Extended(),
            fc.ipV6().map((ip) => `[${ip}]`),
          ),
        )
        .map((parts) => parts.join('')),
      hostileText,
    ),
    take: (text) => {
      if (!isWebhookUrl(text, [])) return;
      const { protocol, username, hostname } = new URL(text);
      equal(protocol, 'https:');
      equal(username, '');
      const bare = hostname.replace(/^\[|\]$/g, '');
      ok(!/localhost/i.test(bare) && !/^(127|10|192\.168|169\.254|0)\.[\d.]+$/.test(bare), bare);
      // Of the others nobody has any.
      if (bare.includes(':')) ok(/^[23]/.test(bare), bare);
      if (/^[\d.]+$|:/.test(bare)) ok(isPublicAddress(bare), bare);
    },
  })),
];
