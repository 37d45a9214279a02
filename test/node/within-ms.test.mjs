import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { source } from '../support/source.mjs';

const { withinMs } = await source('server/within-ms.ts');

describe('what is waited for, but not for ever', () => {
  it('is over when the time is, whatever comes of it', async () => {
    assert.equal(await withinMs(5, new Promise(() => undefined)), undefined);
  });

  it('is over as soon as it has come, and fails as it does', async () => {
    const hour = 3_600_000;
    await withinMs(hour, Promise.resolve());
    await assert.rejects(withinMs(hour, Promise.reject(new Error('No disk'))), /No disk/);
  });
});
