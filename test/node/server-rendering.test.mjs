// Every element as a server renders it: Node alone, with nothing that stands in for a page.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { elementTags } from '../../tools/files.mjs';
import { renderedOnServer } from '../support/on-server.mjs';

for (const tag of elementTags()) await import(`my-sessions/define/${tag}`);

/** They have nothing to say before there is a workspace, and take no room until then. */
const SILENT = [
  'connection-status',
  'session-leave',
  'session-shortcuts',
  'sessions-badge',
  'task-offers',
  'transfer-dialog',
];

/** What a server sends for an element: its style sheet, and what is in its shadow root without marks of Lit's. */
async function rendered(tag) {
  const text = await renderedOnServer(`<${tag}></${tag}>`);
  const found = /<template[^>]* shadowrootmode="open"[^>]*>(.*)<\/template>/s.exec(text);
  assert.ok(found, `no declarative shadow root: ${text}`);
  const [, sheet] = /^<style>(.*?)<\/style>/s.exec(found[1]) ?? [];
  const content = found[1].replace(/<style>.*?<\/style>|<!--.*?-->/gs, '');
  return { sheet, content, words: content.replace(/<[^>]*>/g, '') };
}

describe('elements that a server renders', () => {
  for (const tag of elementTags()) {
    if (tag === 'session-provider')
      it('<session-provider> shows what stands in it', async () => {
        assert.equal((await rendered(tag)).content, '<slot></slot>');
      });
    else if (SILENT.includes(tag))
      it(`<${tag}> shows nothing before there is something to say`, async () => {
        assert.equal((await rendered(tag)).content, '');
      });
    else
      it(`<${tag}> says what it is, and nothing that could be wrong`, async () => {
        const { content, words, sheet } = await rendered(tag);
        assert.match(content, /^<p class="empty" part="loading">[^<]+<\/p>$/);
        // A word or three: no sentence, no failure, nothing of a tag.
        assert.match(words, /^[A-Z][a-z]+( [A-Za-z]+){0,2}$/);
        assert.match(sheet, /:host/, 'it has its size');
      });
  }

  it('takes attributes and sets those that style it, without a page', async () => {
    const modeOf = async (markup) =>
      /^(?:<!--.*?-->)?<session-panel +mode="(.*?)">/.exec(await renderedOnServer(markup))?.[1];
    assert.equal(await modeOf('<session-panel></session-panel>'), 'list');
    assert.equal(await modeOf('<session-panel mode="bar"></session-panel>'), 'bar');
  });
});
