// What an agent has on paper of a conversation: all of it, not what was in view of it.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { openHost, openPage } from '../support/host-pages.mjs';

const LINES = 200;
const recordingOf = (modality) => ({
  id: `long-${modality}`,
  modality,
  language: 'en',
  participants: [
    { id: 'ana', role: 'agent', name: 'Ana Sommer' },
    { id: 'nora', role: 'customer', name: 'Nora Feld' },
  ],
  messages: Array.from({ length: LINES }, (_, at) => ({
    participant: at % 2 === 0 ? 'ana' : 'nora',
    role: at % 2 === 0 ? 'agent' : 'customer',
    offsetMs: at * 10,
    text: `Line ${at + 1}. Have you looked at both bookings?`,
  })),
});

/** What shows the lines of each modality. */
const VIEWS = { 'audio-video': '.segment', chat: '.message' };

describe('a conversation on paper', { timeout: 120_000 }, () => {
  let folder;
  let host;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'print-'));
  });
  afterEach(() => host.close());
  after(() => rm(folder, { recursive: true }));

  for (const [modality, line] of Object.entries(VIEWS))
    it(`goes over as many pages as it needs, and the screen is afterwards as it was: ${modality}`, async () => {
      const path = join(folder, `${modality}.json`);
      await writeFile(path, JSON.stringify(recordingOf(modality)));
      host = await openHost('--replay', path);
      const { page, complaints } = await openPage(host, '');
      const accept = page.locator('task-offers [data-verb="session.accept"]').first();
      const last = page.locator(`session-pane:visible ${line}`, { hasText: `Line ${LINES}.` });
      await accept.or(last).first().waitFor();
      if (await accept.isVisible()) await accept.click();
      await last.waitFor({ timeout: 60_000 });
      const where = () =>
        page
          .locator('session-pane:visible .scroller')
          .evaluate((own) => own.scrollHeight - own.scrollTop - own.clientHeight);
      assert.ok((await where()) < 2);
      const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
      const pages = paper.match(/\/Type\s*\/Page\b/g).length;
      assert.ok(pages >= (modality === 'chat' ? 3 : 5), `${pages} pages`);
      assert.ok((await where()) < 2, 'the end is still followed');
      assert.deepEqual(complaints, []);
    });
});
