import { expect, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../src/components/codes-tags/codes-tags.define.js';
import '../../src/components/session-controls/session-controls.define.js';
import '../../src/components/sessions-list/sessions-list.define.js';
import '../../src/components/transcript-tools/transcript-tools.define.js';
import '../../src/components/transfer-dialog/transfer-dialog.define.js';
import '../../src/components/work-items/work-items.define.js';
import { anEndedSession, withCardLine } from '../../stories/scenarios/builders.js';
import { aboutACard } from '../../stories/scenarios/conversations.js';
import { theCall } from '../../stories/scenarios/working-day.js';
import { press, write } from '../support/hands.js';
import { coming, find, mount, settled } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const sessionId = theCall.id;
const shown = (element: unknown): Promise<Mounted> =>
  mount(
    html`<div style="inline-size: 500px">${element}</div>`,
    {
      sessions: [theCall, anEndedSession()],
      document: withCardLine({ transferTo: ['service', 'agent', 'number'] }),
      transcript: { sessionId, segments: aboutACard },
    },
    true,
  );

/** Where the agent writes in a single line, in which there may be names, numbers and addresses of any writing. */
const fields: Readonly<Record<string, () => Promise<HTMLInputElement>>> = {
  async 'for whom a task goes to'() {
    const { provider } = await shown(html`<session-controls session-id=${sessionId}></session-controls>`);
    find(provider, '[data-verb="session.transfer"]').focus();
    await press('Enter');
    return find(provider, 'dialog [role="combobox"]');
  },
  async 'for tags'() {
    const { provider } = await shown(html`<codes-tags session-id=${sessionId}></codes-tags>`);
    return find(provider, '[role="combobox"]');
  },
  async 'for a search in a transcript'() {
    const { provider } = await shown(html`<transcript-tools open session-id=${sessionId}></transcript-tools>`);
    return find(provider, 'input');
  },
  async 'for a search in work items'() {
    const { provider } = await shown(html`<work-items></work-items>`);
    return find(provider, '[type="search"]');
  },
  async 'for a search in the history'() {
    const { provider } = await shown(html`<sessions-list></sessions-list>`);
    (await coming(provider, '.find')).click();
    await settled();
    return find(provider, '[type="search"]');
  },
};

/** Where in what stands in a field a click near an edge of it sets the caret. */
async function caretNear(field: HTMLInputElement, edge: 'left' | 'right'): Promise<number | null> {
  const { left, right, top, height } = field.getBoundingClientRect();
  // Within the text: beside it each engine has its own view.
  const x = edge === 'left' ? left + 14 : right - 14;
  await sendMouse({ type: 'click', position: [Math.round(x), Math.round(top + height / 2)] });
  return field.selectionStart;
}

describe('what is typed goes the way of its own writing, in the field', () => {
  afterEach(() => {
    document.documentElement.dir = 'ltr';
  });

  for (const [what, open] of Object.entries(fields)) {
    it(`${what}: a number in a page that is written right to left`, async () => {
      document.documentElement.dir = 'rtl';
      const field = await open();
      field.focus();
      await write('+47 21 55');
      expect(await caretNear(field, 'right')).to.be.at.least('+47 21 '.length);
    });

    it(`${what}: Arabic in a page that is written left to right`, async () => {
      const field = await open();
      field.focus();
      await write('مرحبا Nora Feld');
      expect(await caretNear(field, 'left')).to.be.at.least('مرحبا '.length);
    });
  }
});
