import { expect, html } from '@open-wc/testing';
import '../../src/components/agent-presence/agent-presence.define.js';
import '../../src/components/my-sessions/my-sessions.define.js';
import type { Session } from '../../src/index.js';
import { PRESENCES } from '../../src/core/model/presence.js';
import { LANGUAGES } from '../../src/localize/languages.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aParkedChat, aParkedMail, aParkedTask, theCall, unfinishedWork } from '../../stories/scenarios/working-day.js';
import { coming, find, findAll, frame, happens, mount, textOf, until } from '../support/mounting.js';

const WIDTHS = [940, 1024, 1279, 1366, 1440, 1920];

const times = (about: Session, count: number): readonly Session[] =>
  Array.from({ length: count }, (_, at) => ({ ...about, id: `${about.id}-${String(at)}` }));

/** Everything full while after-call work goes on, and more than that, as a system may give it. */
const DAYS = {
  full: [theCall, unfinishedWork, ...times(aParkedChat, 2), aParkedMail, aParkedTask],
  'over capacity': [...times(theCall, 2), unfinishedWork, ...times(aParkedChat, 3), ...times(aParkedTask, 3)],
} satisfies Record<string, readonly Session[]>;

describe('the head of a workspace that is full', () => {
  for (const language of ['en', ...Object.keys(LANGUAGES)])
    for (const [day, sessions] of Object.entries(DAYS))
      it(`has presence and the way on beside the figures, in one line at any width: ${language}, ${day}`, async () => {
        const { provider } = await mount(html`<div style="block-size: 400px"><my-sessions></my-sessions></div>`, {
          sessions,
        });
        const place = find(provider, 'div');
        provider.lang = language;
        await coming(provider, '.way');
        const title = (): string => find(provider, '.pills').ariaLabel ?? '';
        await until(() => language === 'en' || title() !== 'Task capacity');
        const found: string[] = [];
        for (const width of WIDTHS) {
          place.style.inlineSize = `${String(width)}px`;
          await frame();
          const pills = findAll(provider, '.pill').map((pill) => pill.getBoundingClientRect());
          const controls = findAll(find(provider, 'agent-presence'), 'select, button, .figures').filter((own) =>
            own.checkVisibility(),
          );
          expect(controls.length).to.be.greaterThan(2);
          for (const own of controls) {
            const { left, right } = own.getBoundingClientRect();
            if (pills.some((pill) => left < pill.right && right > pill.left))
              found.push(`${String(width)}: ${own.localName}.${own.className} ${textOf(own).slice(0, 20)}`);
          }
          const height = find(provider, '[part="header"]').offsetHeight;
          // Controls are 28 px high, but for what a browser draws by itself.
          const tallest = Math.max(28, ...controls.map(({ offsetHeight }) => offsetHeight));
          if (height > tallest + 17) found.push(`${String(width)}: ${String(height)} px high`);
        }
        expect(found).to.deep.equal([]);
      });
});

describe('the head of a workspace in a panel of 300 px', () => {
  for (const language of ['en', ...Object.keys(LANGUAGES)])
    it(`has room for the word of every presence: ${language}`, async () => {
      const { provider, gateway } = await mount(
        html`<div style="inline-size: 300px; block-size: 400px"><my-sessions></my-sessions></div>`,
        { sessions: [theCall] },
      );
      provider.lang = language;
      await coming(provider, '.header.bar');
      const presence = await coming(provider, 'agent-presence');
      const select = await coming<HTMLSelectElement>(presence, 'select');
      await until(() => language === 'en' || select.options[0]?.text !== 'Available');
      // What a system makes of an agent who did not answer is no choice, but shown.
      await happens(gateway, { type: 'presence.changed', userId: 'ana', presence: 'not-available', at: NOW });
      expect(Array.from(select.options, ({ value }) => value)).to.have.members([...PRESENCES, 'not-available']);
      const cut: string[] = [];
      for (const option of select.options) {
        const alone = document.createElement('select');
        alone.append(new Option(option.text));
        alone.className = 'alone';
        alone.style.cssText = 'position: absolute; flex: none; inline-size: max-content; min-inline-size: 0';
        select.before(alone);
        if (alone.offsetWidth > select.offsetWidth)
          cut.push(`${option.text}: ${String(alone.offsetWidth)} in ${String(select.offsetWidth)}`);
        alone.remove();
      }
      expect(cut).to.deep.equal([]);
    });
  for (const language of ['en', ...Object.keys(LANGUAGES)])
    it(`says whole that it is live: ${language}`, async () => {
      const { provider, gateway } = await mount(
        html`<div style="inline-size: 300px; block-size: 700px"><my-sessions></my-sessions></div>`,
        { sessions: [theCall] },
      );
      provider.lang = language;
      await coming(provider, '.header.bar');
      await happens(gateway, { type: 'connection.changed', status: 'live', at: NOW });
      const word = await coming(find(provider, 'connection-status'), '.word > span');
      await until(() => language === 'en' || textOf(word) !== 'Live');
      await frame();
      expect([textOf(word), word.scrollWidth]).to.deep.equal([textOf(word), word.clientWidth]);
    });
});
