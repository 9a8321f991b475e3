import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createSharedSettings, SHARED_DEFAULTS, sharedSettings } from '#adapters/tesseract/shared-settings.ts';
import { packagedModels } from '#adapters/tesseract-models/packaged-models.ts';
import { tinyModel } from '../../support/tiny-model.ts';

const folder = mkdtempSync(join(tmpdir(), 'liasse-settings-test-'));
for (const { id, file } of packagedModels()) symlinkSync(file, join(folder, `${id}.traineddata.gz`));
// One that somebody added, which need not be packed.
writeFileSync(join(folder, 'xyz.traineddata.gz'), tinyModel());
afterAll(() => rmSync(folder, { recursive: true }));

describe('what Tesseract keeps for all models', () => {
  it('is set back to its defaults, but for what a configuration says itself', () => {
    expect(sharedSettings([''])).toEqual(SHARED_DEFAULTS);
    const config =
      '# For Chinese\nedges_children_fix    T\nedges_children_count_limit  1000\r\ntosp_only_small_gaps_for_kern T\n';
    expect(sharedSettings([config])).toEqual({
      ...{ ...SHARED_DEFAULTS, edges_children_fix: 'T', edges_children_count_limit: '1000' },
    });
  });

  it('is found in the models that come along: those for Chinese look for outlines otherwise', async () => {
    const settingsOf = createSharedSettings(folder);
    expect(await settingsOf(['fra'])).toEqual(SHARED_DEFAULTS);
    expect(await settingsOf(['chi_sim'])).toMatchObject({
      edges_children_fix: 'T',
      edges_children_count_limit: '1000',
    });
    expect(await settingsOf(['fra', 'chi_sim'])).toEqual(await settingsOf(['chi_sim']));
  });

  it('is the default for a model without a configuration, packed or not', async () => {
    expect(await createSharedSettings(folder)(['xyz'])).toEqual(SHARED_DEFAULTS);
  });

  it('fails for a model that is not there', async () => {
    await expect(createSharedSettings(folder)(['abc'])).rejects.toThrow('ENOENT');
  });
});
