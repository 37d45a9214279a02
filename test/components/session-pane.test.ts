import { expect, html } from '@open-wc/testing';
import '../../src/components/session-details/session-details.define.js';
import '../../src/components/session-pane/session-pane.define.js';
import '../../src/components/transcript-view/transcript-view.define.js';
import type { Session } from '../../src/index.js';
import { aSession, anEndedSession, withAgent, withCardLine } from '../../stories/scenarios/builders.js';
import type { Situation } from '../../stories/scenarios/builders.js';
import { aboutACard } from '../../stories/scenarios/conversations.js';
import { pseudo } from '../../stories/scenarios/pseudo.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aChat, aParkedMail, aParkedTask, theCall } from '../../stories/scenarios/working-day.js';
import { press, pressUntil } from '../support/hands.js';
import { find, findAll, focused, frame, happens, mount, textOf, until } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const pane = (session: Session, situation: Situation = {}): Promise<Mounted> =>
  mount(html`<session-pane session-id=${session.id}></session-pane>`, { sessions: [session], ...situation });

/** The widgets on screen, in order, by their headings. */
const widgets = (root: ParentNode): string[] => findAll(root, 'h3').map(textOf);
/** Why others are not. */
const reasons = (root: ParentNode): string[] => findAll(root, 'details li').map(textOf);

describe('session-pane', () => {
  it('is named after the person, and says kind, service, state and for how long', async () => {
    const { provider } = await pane(theCall);
    expect(textOf(find(provider, 'h2'))).to.equal('Nora Feld');
    expect(find(provider, 'article').getAttribute('aria-label')).to.equal('Nora Feld');
    expect(textOf(find(provider, '.facts'))).to.match(/^Call.*Card Line.*Active.*3:00$/);
  });

  for (const width of ['300px', '320px', '400px', '700px', '1000px'])
    it(`says it within its head, ${width} wide`, async () => {
      const session = aSession({ customer: { name: 'Bartholomew Featherstonehaugh' } });
      const { provider } = await mount(
        html`<div style="inline-size: ${width}; block-size: 600px">
          <session-pane session-id=${session.id}></session-pane>
        </div>`,
        { sessions: [session] },
      );
      await until(() => findAll(provider, '.state').length > 0);
      const facts = find(provider, '.facts');
      expect(facts.scrollWidth).to.be.at.most(facts.clientWidth);
      expect(find(provider, '.state').getBoundingClientRect().right).to.be.at.most(
        find(provider, '.leave').getBoundingClientRect().left,
      );
    });

  it("shows the widgets that the service's owner switched on, in that order", async () => {
    const { provider } = await pane(theCall);
    expect(widgets(provider)).to.deep.equal(['Session details', 'Codes and tags']);
    const turned = withCardLine({
      licence: 'contact-center',
      extensions: { widgets: ['codes-tags', 'session-details'] },
    });
    expect(widgets((await pane(theCall, { document: turned })).provider)).to.deep.equal([
      'Codes and tags',
      'Session details',
    ]);
  });

  it('has widgets that can only be read within reach of the keyboard, by their name', async () => {
    const only = withCardLine({ extensions: { widgets: ['session-details'] } });
    const { provider } = await pane(theCall, { document: only });
    find(provider, '[role="tab"][tabindex="0"]').focus();
    await pressUntil('Tab', () => focused() === find(provider, '.panel.widgets'));
    expect(find(provider, '.panel.widgets').getAttribute('aria-labelledby')).to.equal(
      find(provider, '[data-tab="customer"]').id,
    );
  });

  it('calls the widgets of a record, which has no tabs, its details', async () => {
    const { provider } = await pane(aSession({ state: 'opened' }));
    expect(findAll(provider, '[role="tab"]')).to.deep.equal([]);
    expect(find(provider, '.panel.widgets')).to.have.attribute('role', 'group');
    expect(find(provider, '.panel.widgets')).to.have.attribute('aria-label', 'Details');
  });

  it('shows what is not shown, and why, where that is opened at the lower edge', async () => {
    const { provider } = await mount(
      html`<div style="block-size: 420px"><session-pane session-id=${theCall.id}></session-pane></div>`,
      { sessions: [theCall] },
    );
    const panel = find(provider, '.panel.widgets');
    find(panel, 'summary').focus();
    await press('Enter');
    await frame();
    const edge = panel.getBoundingClientRect().bottom;
    expect(find(panel, 'details.absent').getBoundingClientRect().bottom).to.be.at.most(edge + 1);
    expect(panel.scrollTop).to.be.greaterThan(0);
  });

  it('turns to a new configuration while the session goes on, and keeps the widgets that stay', async () => {
    const { provider, gateway } = await pane(theCall);
    const details = find(provider, 'session-details');
    const { configuration } = await pane(theCall, {
      document: withCardLine({ extensions: { widgets: ['session-details'] } }),
    }).then(({ store }) => store.read({ topics: [], read: ({ workspace }) => workspace }));
    await happens(gateway, { type: 'configuration.loaded', at: NOW, configuration: configuration! });
    expect(widgets(provider)).to.deep.equal(['Session details']);
    expect(find(provider, 'session-details') === details).to.equal(true);
  });

  it('says of every other widget why it is not there', async () => {
    const { provider } = await pane(theCall);
    expect(textOf(find(provider, 'summary'))).to.match(/^\d+ widgets not shown$/);
    expect(reasons(provider)).to.include('Map: The service owner has not switched it on.');
    expect(reasons(provider)).to.include('Summary: The feature is switched off for this service.');
  });

  it('says of a service without licence that it is not licensed', async () => {
    const { provider } = await pane(aParkedMail);
    expect(widgets(provider)).to.deep.equal([]);
    expect(reasons(provider)).to.include('Session details: The service is not licensed for it.');
  });

  it('shows what is said in a call', async () => {
    const { provider } = await pane(theCall, { transcript: { sessionId: theCall.id, segments: aboutACard } });
    expect(textOf(find(provider, 'transcript-view'))).to.contain('I think I left my card in a taxi');
  });

  it('shows what is written in a chat, whether transcription is licensed or not', async () => {
    const { provider } = await pane(aChat, { document: withAgent({ companionLicence: false }) });
    expect(findAll(provider, 'transcript-view')).to.have.length(1);
  });

  it('says in place of the transcript that the agent is not licensed for it', async () => {
    const { provider } = await pane(theCall, { document: withAgent({ companionLicence: false }) });
    expect(findAll(provider, 'transcript-view')).to.have.length(0);
    expect(textOf(find(provider, '.conversation'))).to.contain('You are not licensed for it.');
  });

  it('says of an external task that it has no conversation', async () => {
    const { provider } = await pane(aParkedTask);
    expect(textOf(find(provider, '.conversation'))).to.equal('This task has no conversation.');
  });

  it('shows the result of a session that is over, with its details', async () => {
    const { provider } = await pane(anEndedSession());
    expect(textOf(find(provider, '.facts'))).to.contain('Accepted by user');
    expect(widgets(provider)).to.include('Session details');
  });

  it('has a name and all controls in its head, however long their words are', async () => {
    const { provider } = await mount(
      html`<div style="inline-size: 620px; block-size: 400px"><session-pane session-id=${theCall.id}></session-pane></div>`,
      { sessions: [theCall] },
    );
    provider.localization = pseudo;
    await until(() => textOf(find(provider, '[data-verb="session.park"]')).includes('·one two'));
    const { right } = find(provider, '.leave').getBoundingClientRect();
    for (const button of findAll(provider, '[data-verb]'))
      expect(button.getBoundingClientRect().right, textOf(button)).to.be.at.most(right);
    expect(find(provider, 'h2').getBoundingClientRect().width).to.be.greaterThan(40);
  });

  const narrow = async (result: string, inlineSize: number) => {
    const session = anEndedSession({ result });
    const { provider } = await mount(
      html`<div style="inline-size: ${inlineSize}px; block-size: 400px"><session-pane session-id=${session.id}></session-pane></div>`,
      { sessions: [session] },
    );
    return { header: find(provider, 'header'), result: find(provider, '.result') };
  };

  for (const inlineSize of [300, 394, 500])
    it(`has the whole word for how a session ended where its buttons were, in ${String(inlineSize)} px`, async () => {
      const { header, result } = await narrow('hangup-in-ivr-after-queue', inlineSize);
      const word = find(result, 'bdi');
      expect(word.scrollWidth).to.be.at.most(word.clientWidth);
      const [line, all] = [result.getBoundingClientRect(), header.getBoundingClientRect()];
      expect(line.top).to.be.at.least(find(header, '.who').getBoundingClientRect().bottom);
      expect(line.bottom).to.be.at.most(all.bottom);
      expect(header.scrollHeight).to.be.at.most(header.clientHeight);
    });

  it('has all of a result in a tooltip, and marks that it is cut, where there is no room for it', async () => {
    const { header, result } = await narrow('ended by a rule of the backend whose name takes more than a line', 300);
    expect(result.title).to.equal(textOf(result));
    expect(result.getBoundingClientRect().right).to.be.at.most(header.getBoundingClientRect().right);
    const word = find(result, 'bdi');
    expect(word.getBoundingClientRect().right).to.be.at.most(header.getBoundingClientRect().right);
    expect(word.scrollWidth).to.be.greaterThan(word.clientWidth);
    expect(getComputedStyle(word).textOverflow).to.equal('ellipsis');
  });

  it('shows a session of an unknown service, modality and state as well as it can', async () => {
    const strange = aSession({ serviceId: 'new-line', modality: 'hologram', state: 'dreaming' as Session['state'] });
    const { provider } = await pane(strange);
    expect(textOf(find(provider, '.facts'))).to.contain('hologram');
    expect(textOf(find(provider, '.facts'))).to.contain('new-line');
    expect(textOf(find(provider, '.facts'))).to.contain('dreaming');
  });

  it('says that no session is selected, or that it does not know the one it was given', async () => {
    const { provider } = await mount(html`<session-pane></session-pane>`);
    expect(textOf(find(provider, 'session-pane'))).to.equal('No session is selected.');
    const other = await mount(html`<session-pane session-id="elsewhere"></session-pane>`);
    expect(textOf(find(other.provider, 'session-pane'))).to.equal('This session is not known here.');
  });
});
