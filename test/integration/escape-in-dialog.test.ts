import { expect, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/components/agent-presence/agent-presence.define.js';
import '../../src/components/codes-tags/codes-tags.define.js';
import '../../src/components/sessions-list/sessions-list.define.js';
import { aSession, anEndedSession } from '../../stories/scenarios/builders.js';
import type { Situation } from '../../stories/scenarios/builders.js';
import { withCodes } from '../../stories/scenarios/long-lists.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { press } from '../support/hands.js';
import { find, findAll, focused, frame, mount, settled } from '../support/mounting.js';

/** What an agent has open in a part of the kit. */
interface Open {
  readonly content: TemplateResult;
  readonly situation: Situation;
  readonly open: (root: ParentNode) => Promise<void> | void;
  /** Whether it is still there. */
  readonly isOpen: (root: ParentNode) => boolean;
}

const click = (root: ParentNode, selector: string): void => {
  find(root, selector).focus();
  find(root, selector).click();
};
const past = [anEndedSession()];
const isThere =
  (selector: string) =>
  (root: ParentNode): boolean =>
    findAll(root, selector).some((own) => own.checkVisibility());

const OPEN: Readonly<Record<string, Open>> = {
  'why no tasks come': {
    content: html`<div style="container-type: inline-size; inline-size: 300px"><agent-presence></agent-presence></div>`,
    situation: {
      facts: [{ type: 'presence.changed', at: NOW, userId: 'ana', presence: 'not-available', cause: 'rona' }],
    },
    open: (root) => {
      click(root, '.tell');
    },
    isOpen: isThere('.why'),
  },
  'the field that searches the history': {
    content: html`<sessions-list></sessions-list>`,
    situation: { sessions: past },
    open: (root) => {
      click(root, '.find');
    },
    isOpen: isThere('input'),
  },
  'what was found in the history': {
    content: html`<sessions-list></sessions-list>`,
    situation: { sessions: past },
    open: async (root) => {
      click(root, '.find');
      await settled();
      await press('ArrowDown');
      expect(focused().matches('.card')).to.equal(true);
    },
    isOpen: isThere('input'),
  },
  'the history over the page': {
    content: html`<sessions-list mode="bar"></sessions-list>`,
    situation: { sessions: [aSession(), ...past] },
    open: (root) => {
      click(root, '.toggle');
    },
    isOpen: isThere('.history'),
  },
  'a list of codes': {
    content: html`<codes-tags></codes-tags>`,
    situation: {
      document: withCodes(Array.from({ length: 40 }, (_, at) => `code-${String(at)}`)),
      sessions: [aSession({ isSelected: true })],
    },
    open: (root) => {
      click(root, 'input[role="combobox"]');
    },
    isOpen: isThere('[role="option"]'),
  },
};

describe('Escape in a dialog of the host’s', () => {
  for (const [what, { content, situation, open, isOpen }] of Object.entries(OPEN))
    it(`puts away ${what}, and leaves the dialog open; the next one is the dialog’s`, async () => {
      const { provider } = await mount(html`<dialog>${content}</dialog>`, situation);
      const dialog = find<HTMLDialogElement>(provider, 'dialog');
      dialog.showModal();
      await frame();
      await open(provider);
      await frame();
      expect(isOpen(provider), 'before').to.equal(true);
      await press('Escape');
      expect(isOpen(provider)).to.equal(false);
      expect(dialog.open).to.equal(true);
      await press('Escape');
      expect(dialog.open).to.equal(false);
    });
});
