import { expect, fixture, html } from '@open-wc/testing';
import { noGatewayWords } from '../../src/localize/en/not-connected.js';
import { SessionProvider } from '../../src/components/session-provider/session-provider.js';
import '../../src/components/session-details/session-details.define.js';
import { defineElement } from '../../src/registration/define-element.js';
import type { Gateway } from '../../src/index.js';
import { aGateway } from '../../stories/scenarios/builders.js';
import { theCall } from '../../stories/scenarios/working-day.js';
import { coming, find, settled, textOf, until } from '../support/mounting.js';

const details = html`<session-details session-id="call-1"></session-details>`;
const saidIn = async (page: HTMLElement): Promise<string> => {
  const sentence = await coming(page, 'session-details');
  await until(() => textOf(sentence) !== '');
  return textOf(sentence);
};

/** What the console is warned of while something is done, without what comes beside a line. */
async function warnings(act: () => Promise<unknown>): Promise<readonly string[]> {
  const { warn } = console;
  const lines: string[] = [];
  console.warn = (line: unknown) => lines.push(String(line));
  try {
    await act();
    await until(() => lines.length > 0);
    // Others that are to be told are through by then, too.
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  } finally {
    console.warn = warn;
  }
  return lines;
}

/** A gateway that cannot be connected, or not even be made a store of. */
const failing = (at: 'connect' | 'sources'): Gateway => {
  const gateway = aGateway({ sessions: [theCall] });
  const fail = (): never => {
    throw new Error('no such contact centre');
  };
  if (at === 'connect') return Object.assign(gateway, { connect: fail });
  return Object.defineProperty(gateway, 'clock', { get: fail });
};

/** What is thrown into the page by a provider that cannot be opened is the page's to see. */
async function withoutRejections(act: () => Promise<void>): Promise<void> {
  const onRejection = (event: PromiseRejectionEvent): void => {
    if ((event.reason as Error).message === 'no such contact centre') event.preventDefault();
  };
  addEventListener('unhandledrejection', onRejection);
  const { error } = console;
  console.error = () => undefined;
  try {
    await act();
  } finally {
    console.error = error;
    removeEventListener('unhandledrejection', onRejection);
  }
}

describe('an element that is not connected says why, and the console the way out, once', () => {
  it('but is silent where a page brings its gateway in the same turn', async () => {
    const { warn } = console;
    const lines: unknown[] = [];
    console.warn = (line: unknown) => lines.push(line);
    try {
      const page = await fixture<HTMLElement>(html`<div></div>`);
      const provider = document.createElement('session-provider');
      provider.lang = 'en';
      const widget = document.createElement('session-details');
      widget.sessionId = theCall.id;
      provider.append(widget);
      page.append(provider);
      provider.gateway = aGateway({ sessions: [theCall] });
      await settled(page);
      await until(() => textOf(page).includes('Nora Feld'));
      expect(lines).to.deep.equal([]);
    } finally {
      console.warn = warn;
    }
  });

  it('in one without a gateway, through shadow roots and slots, until there is one', async () => {
    const page = await fixture<HTMLElement>(html`<div><section></section></div>`);
    const shadow = page.attachShadow({ mode: 'open' });
    const provider = shadow.appendChild(document.createElement('session-provider'));
    provider.lang = 'en';
    provider.append(document.createElement('slot'));
    const inside = find(page, 'section').attachShadow({ mode: 'open' });
    const lines = await warnings(async () => {
      const widget = document.createElement('session-details');
      widget.sessionId = theCall.id;
      inside.append(widget);
      expect(await saidIn(page)).to.equal('Not connected: the <session-provider> around this has no gateway yet.');
    });
    expect(lines).to.have.length(1);
    expect(lines[0]).to.contain('The <session-provider> around <session-details> has no gateway.');
    provider.gateway = aGateway({ sessions: [theCall] });
    await settled(page);
    expect(await saidIn(page)).to.contain('Nora Feld');
  });

  it('outside of a provider', async () => {
    const lines = await warnings(async () => {
      const page = await fixture<HTMLElement>(html`<div>${details}${details}</div>`);
      expect(await saidIn(page)).to.equal('Not connected: this must stand inside a <session-provider>.');
    });
    expect(lines).to.deep.equal([
      'my-sessions: <session-details> stands outside of a <session-provider>. Put one around it, anywhere above, and give that a gateway.',
    ]);
  });

  it('in one that is not defined, until it is', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const lines = await warnings(async () => {
      const provider = page.appendChild(document.createElement('undefined-session-provider'));
      provider.append(document.createElement('session-details'));
      expect(await saidIn(page)).to.equal(
        'Not connected: the <undefined-session-provider> around this is not defined.',
      );
    });
    expect(lines).to.have.length(1);
    expect(lines[0]).to.contain("Import 'my-sessions/define', or call defineMySessions() with the prefix of its tag.");
    defineElement('undefined-session-provider', class extends SessionProvider {});
    await settled(page);
    expect(await saidIn(page)).to.equal(
      'Not connected: the <undefined-session-provider> around this has no gateway yet.',
    );
  });

  for (const at of ['sources', 'connect'] as const)
    it(`in one that failed (${at}), until it has another gateway`, async () => {
      await withoutRejections(async () => {
        const page = await fixture<HTMLElement>(
          html`<div><session-provider lang="en">${details}</session-provider></div>`,
        );
        const provider = find<SessionProvider>(page, 'session-provider');
        provider.gateway = failing(at);
        await until(() => textOf(provider).includes('could not'));
        expect(await saidIn(page)).to.equal(
          'Not connected: the <session-provider> around this could not open its gateway.',
        );
        expect((provider.failure as Error).message).to.equal('no such contact centre');
        provider.gateway = aGateway({ sessions: [theCall] });
        await settled(page);
        expect(provider.failure).to.equal(undefined);
        expect(await saidIn(page)).to.contain('Nora Feld');
      });
    });

  it('in one that was given no gateway but what has to become one', async () => {
    await withoutRejections(async () => {
      const lines = await warnings(async () => {
        const page = await fixture<HTMLElement>(
          html`<div><session-provider lang="en">${details}</session-provider></div>`,
        );
        Reflect.set(find(page, 'session-provider'), 'gateway', Promise.resolve(aGateway({})));
        await until(() => textOf(page).includes('could not'));
      });
      expect(lines).to.deep.equal([
        'my-sessions: What the <session-provider> around <session-details> was given as gateway is a promise; wait for it: .gateway = await …',
      ]);
    });
    const way = (given: unknown): string => noGatewayWords('session-provider', 'session-details', given);
    expect(way(aGateway)).to.contain('is a function; call it');
    expect(way('https://centre.example')).to.contain('is no gateway, which has connect() and execute(); set');
  });

  it('in what is no provider of this version', async () => {
    if (!customElements.get('foreign-session-provider'))
      customElements.define('foreign-session-provider', class extends HTMLElement {});
    const lines = await warnings(async () => {
      const page = await fixture<HTMLElement>(html`<div></div>`);
      page
        .appendChild(document.createElement('foreign-session-provider'))
        .append(document.createElement('session-details'));
      expect(await saidIn(page)).to.equal(
        'Not connected: the <foreign-session-provider> around this is of another version, or no provider.',
      );
    });
    expect(lines).to.have.length(1);
  });

  it('in the language of the page, in every element', async () => {
    const { lang } = document.documentElement;
    document.documentElement.lang = 'de';
    try {
      const page = await fixture<HTMLElement>(html`<div>${details}${details}</div>`);
      const german = 'Nicht verbunden: Dies muss in einem <session-provider> stehen.';
      // What is told stands apart from the direction of the text around it, by marks that nobody sees.
      const shown = (): string => textOf(page).replaceAll(/[\u2068\u2069]/g, '');
      await until(() => shown() === `${german}${german}`);
      expect(shown()).to.equal(`${german}${german}`);
    } finally {
      document.documentElement.lang = lang;
    }
  });

  it('and names the provider that its own prefix asks for', async () => {
    defineElement('prefixed-session-provider', class extends SessionProvider {});
    const details = customElements.get('session-details')!;
    defineElement('prefixed-session-details', class extends details {});
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const widget = page.appendChild(document.createElement('prefixed-session-details'));
    await until(() => textOf(widget) !== '');
    expect(textOf(widget)).to.equal('Not connected: this must stand inside a <prefixed-session-provider>.');
  });
});
