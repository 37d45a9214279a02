import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { defineMySessions } from '../../src/index.js';
import type { SessionProvider } from '../../src/index.js';
import { aGateway } from '../../stories/scenarios/builders.js';
import { theCall, workingDay } from '../../stories/scenarios/working-day.js';
import { allWithin, find, findAll, frame, settled, textOf, until } from '../support/mounting.js';

type ProviderElement = HTMLElement & Pick<SessionProvider, 'gateway'>;

describe('defining elements', () => {
  it('under a prefix reaches every element inside elements', async () => {
    defineMySessions({ prefix: 'acme-' });
    const provider = document.createElement('acme-session-provider') as ProviderElement;
    provider.lang = 'en';
    provider.gateway = aGateway({ sessions: workingDay });
    provider.append(document.createElement('acme-my-sessions'));
    const page = await fixture(html`<div style="inline-size: 1000px; block-size: 600px">${provider}</div>`);
    await settled(page);
    // Most widgets are loaded when they are first shown.
    await waitUntil(() => findAll(provider, '[part="loading"]').length === 0, 'everything is loaded');
    await frame();
    const tags = new Set(
      allWithin(page)
        .map(({ localName }) => localName)
        .filter((tag) => tag.includes('-')),
    );
    expect([...tags].filter((tag) => !tag.startsWith('acme-'))).to.deep.equal([]);
    expect(tags).to.include.keys(
      'acme-my-sessions',
      'acme-agent-presence',
      'acme-task-capacity',
      'acme-sessions-list',
      'acme-session-pane',
      'acme-session-controls',
      'acme-session-details',
      'acme-codes-tags',
      'acme-transcript-view',
    );
    expect([...tags].filter((tag) => !customElements.get(tag))).to.deep.equal([]);
    expect(textOf(find(page, 'acme-session-pane'))).to.contain('Nora Feld');
  });

  it('twice changes nothing', () => {
    defineMySessions({ prefix: 'twice-' });
    const first = customElements.get('twice-task-capacity');
    defineMySessions({ prefix: 'twice-' });
    expect(customElements.get('twice-task-capacity') === first).to.equal(true);
  });

  it('leaves a tag alone that the host has taken, and defines the rest', async () => {
    class HostsOwn extends HTMLElement {}
    customElements.define('task-capacity', HostsOwn);
    const { warn } = console;
    const lines: string[] = [];
    console.warn = (line: unknown) => lines.push(String(line));
    await import('../../src/define.js');
    await until(() => lines.length > 0);
    console.warn = warn;
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(/^my-sessions: Defined already, .*: <task-capacity>\. Where that is not meant/);
    expect(customElements.get('task-capacity') === HostsOwn).to.equal(true);
    const provider = await fixture<SessionProvider>(
      html`<session-provider lang="en" .gateway=${aGateway({ sessions: [theCall] })}>
        <my-sessions></my-sessions>
      </session-provider>`,
    );
    await settled(provider);
    expect(textOf(find(provider, 'session-pane'))).to.contain('Nora Feld');
    expect(findAll(provider, '[part="error"]')).to.have.length(0);
  });

  it('has what a host writes elsewhere in its page loaded, under its own tags and under a prefix', async () => {
    await import('../../src/define.js');
    defineMySessions({ prefix: 'elsewhere-' });
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const tags = ['session-map', 'session-controls', 'sessions-badge', 'elsewhere-transfer-dialog'];
    for (const tag of tags) page.append(document.createElement(tag));
    await until(() => tags.every((tag) => customElements.get(tag)));
    expect(tags.filter((tag) => !customElements.get(tag))).to.deep.equal([]);
  });

  it('knows every element there is: none that a host writes stays undefined', async () => {
    await import('../../src/define.js');
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const tags = Object.keys(import.meta.glob('../../src/components/*/*.define.ts'))
      .map((path) => path.split('/').at(-2) ?? '')
      .filter((tag, at, all) => all.indexOf(tag) === at);
    expect(tags.length).to.be.greaterThan(25);
    for (const prefix of ['', 'elsewhere-'])
      for (const tag of tags) page.append(document.createElement(`${prefix}${tag}`));
    await until(() => page.querySelector(':not(:defined)') === null);
    expect([...page.querySelectorAll(':not(:defined)')].map(({ localName }) => localName)).to.deep.equal([]);
  });
});
