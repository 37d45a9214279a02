import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const seeding = new URL('../support/property-seed.mjs', import.meta.url).href;
const drawing = "import * as fc from 'fast-check'; console.log(JSON.stringify(fc.sample(fc.string(), 20)));";

/** What a test file in Node draws. */
function drawn(seed) {
  const { PROPERTY_SEED, ...env } = process.env;
  return execFileSync(process.execPath, ['--import', seeding, '--input-type=module', '--eval', drawing], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: seed === undefined ? env : { ...env, PROPERTY_SEED: seed },
    encoding: 'utf8',
  });
}

describe('property tests', () => {
  it('draw the same in every run, and something else from another seed', () => {
    const daytime = drawn();
    assert.equal(drawn(), daytime);
    assert.notEqual(drawn('2'), daytime);
    assert.equal(drawn('2'), drawn('2'));
  });
});
