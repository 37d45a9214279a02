import { expect, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import '../../src/components/agent-presence/agent-presence.define.js';
import '../../src/components/email-conversation/email-conversation.define.js';
import '../../src/components/live-caption/live-caption.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import '../../src/components/session-pane/session-pane.define.js';
import '../../src/components/session-panel/session-panel.define.js';
import '../../src/components/work-items/work-items.define.js';
import { HOME } from '../../src/core/model/selection.js';
import type { MessageComposer } from '../../src/index.js';
import { everythingOn } from '../../stories/scenarios/builders.js';
import { aFormattedMail, aMailSession } from '../../stories/scenarios/mails.js';
import { aChat, theCall } from '../../stories/scenarios/working-day.js';
import { ready } from '../support/composing.js';
import { coming, find, findAll, mount, settled } from '../support/mounting.js';

/** What can be on or off, and what puts it on. */
const SWITCHES: Readonly<Record<string, readonly [element: TemplateResult, selector: string]>> = {
  'a list of work items': [html`<work-items></work-items>`, '[data-list="closed"]'],
  'the size of captions': [html`<live-caption session-id="call-1"></live-caption>`, '[aria-label="Large type"]'],
  'a mail as text': [html`<email-conversation session-id="mail-1"></email-conversation>`, '[data-act="plain-text"]'],
  'a kind of writing': [
    html`<work-items></work-items><message-composer formatted></message-composer>`,
    '.toolbar [aria-pressed]',
  ],
  'a tab of a session': [
    html`<div style="inline-size: 400px"><session-pane session-id=${aChat.id}></session-pane></div>`,
    '[role="tab"][aria-selected="false"]',
  ],
};

const looks = (element: Element): { readonly outline: string; readonly colours: string } => {
  const { outlineStyle, color, backgroundColor, borderBlockEndColor } = getComputedStyle(element);
  return { outline: outlineStyle, colours: [color, backgroundColor, borderBlockEndColor].join() };
};

function systemColour(name: string): string {
  const own = document.createElement('p');
  own.style.color = name;
  document.body.append(own);
  const { color } = getComputedStyle(own);
  own.remove();
  return color;
}

describe('in forced colours', () => {
  let isEmulated = false;
  before(async () => {
    ({ isEmulated } = await executeServerCommand<{ isEmulated: boolean }, { isActive: boolean }>('forced-colours', {
      isActive: true,
    }));
  });
  after(() => executeServerCommand('forced-colours', { isActive: false }));

  for (const [what, [element, selector]] of Object.entries(SWITCHES))
    it(`${what} that is on looks otherwise than one that is off, and not as if it had the focus`, async () => {
      const sessions = [theCall, aChat, aMailSession(aFormattedMail())];
      const { provider } = await mount(element, { sessions, document: everythingOn }, true);
      for (const composer of findAll<MessageComposer>(provider, 'message-composer[formatted]')) await ready(composer);
      const own = find(provider, selector);
      const off = looks(own);
      own.click();
      await settled();
      (document.activeElement as HTMLElement | null)?.blur();
      expect([own.ariaPressed, own.ariaSelected]).to.include('true');
      const on = looks(own);
      expect([off.outline, on.outline]).to.deep.equal(['none', 'none']);
      if (isEmulated) expect(on.colours).to.not.equal(off.colours);
    });

  for (const [mode, edge] of [
    ['list', 'borderInlineStartColor'],
    ['bar', 'borderBlockEndColor'],
  ] as const)
    it(`what is looked at has another edge than all else, Home and sessions in a ${mode} alike`, async () => {
      const { provider, store } = await mount(
        html`<session-panel mode=${mode}></session-panel>`,
        { sessions: [theCall, aChat] },
        true,
      );
      const edges = (): string[] => findAll(provider, '.home, .row .card').map((own) => getComputedStyle(own)[edge]);
      for (const [at, id] of [HOME, theCall.id, aChat.id].entries()) {
        store.look(id);
        await settled();
        const all = edges();
        const [current, ...others] = [all[at], ...all.filter((_, other) => other !== at)];
        expect(all).to.have.length(3);
        expect(new Set(others).size, `all but ${String(at)}`).to.equal(1);
        expect(others).to.not.include(current);
        // Nobody sees what has the colour of the page.
        if (isEmulated) expect(others[0]).to.equal(systemColour('Canvas'));
      }
    });

  it('the line between two parts of a session can be seen', async () => {
    const { provider } = await mount(
      html`<div style="inline-size: 1000px; block-size: 500px"><session-pane session-id=${theCall.id}></session-pane></div>`,
      { sessions: [theCall], document: everythingOn },
      true,
    );
    const line = await coming(provider, '[part="split"]');
    // Backgrounds become that of the page, but for those that name a colour of the system.
    if (isEmulated) expect(getComputedStyle(line).backgroundColor).to.equal(getComputedStyle(line).color);
    else expect(getComputedStyle(line).backgroundColor).to.not.equal('rgba(0, 0, 0, 0)');
  });

  it('a narrow presence still has the arrow of a list, in the colours of the system', async () => {
    const { provider } = await mount(
      html`<div style="container-type: inline-size; inline-size: 300px"><agent-presence></agent-presence></div>`,
      {},
      true,
    );
    const { backgroundImage, color, backgroundColor } = getComputedStyle(await coming(provider, 'select'));
    expect(backgroundImage).to.contain('conic-gradient');
    const system = document.createElement('p');
    system.style.cssText = 'color: FieldText; background-color: Field';
    find(provider, 'div').append(system);
    const theirs = getComputedStyle(system);
    if (isEmulated) expect([color, backgroundColor]).to.deep.equal([theirs.color, theirs.backgroundColor]);
  });
});
