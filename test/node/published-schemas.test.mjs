import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../tools/files.mjs';
import { configurationSchemas, contractSchemas } from '../../tools/published-schemas.mjs';
import { source } from '../support/source.mjs';

/** What others write by, so it may not change with a slip of the pen. */
for (const [what, schemas] of [
  ['configurations', await configurationSchemas(source)],
  ['the wire contract', await contractSchemas(source)],
])
  test(`what is read of ${what} is what is published`, () => {
    for (const [file, text] of schemas)
      assert.deepEqual(JSON.parse(text), JSON.parse(readFileSync(join(root, file), 'utf8')), file);
  });
