import { expect, html } from '@open-wc/testing';
import '../../src/components/session-details/session-details.define.js';
import '../../src/define.js';
import { createLocalization } from '../../src/index.js';
import { aGateway } from '../../stories/scenarios/builders.js';
import { aChat, aParkedCall, theCall, workingDay } from '../../stories/scenarios/working-day.js';
import { find, findAll, frame, mount, settled } from '../support/mounting.js';

/** Custom events that leave elements of the kit from now on. */
function listenToEverything(): () => readonly string[] {
  const heard: string[] = [];
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event instanceof CustomEvent) heard.push(event.type);
    return dispatchEvent.call(this, event);
  };
  return () => {
    EventTarget.prototype.dispatchEvent = dispatchEvent;
    return heard;
  };
}

describe('events', () => {
  it('are not fired by properties that the host sets', async () => {
    const { provider } = await mount(
      html`<my-sessions></my-sessions><session-controls></session-controls><session-details></session-details>`,
      { sessions: workingDay },
    );
    const end = listenToEverything();
    for (const element of findAll(provider, 'session-controls, session-details, session-pane'))
      for (const sessionId of [aParkedCall.id, 'nobody', theCall.id]) {
        Object.assign(element, { sessionId });
        await settled();
      }
    for (const element of findAll(provider, 'task-capacity, agent-presence'))
      for (const userId of ['ben', 'nobody', undefined]) {
        Object.assign(element, { userId, compact: userId === 'ben' });
        await settled();
      }
    for (const mode of ['bar', 'list'] as const) {
      find(provider, 'sessions-list').setAttribute('mode', mode);
      await settled();
    }
    provider.localization = createLocalization('de');
    // Otherwise the workspace turns to a session by itself, which is an act.
    provider.manualSwitch = true;
    await settled();
    provider.gateway = aGateway({ sessions: [theCall] });
    await settled();
    await frame();
    expect(end()).to.deep.equal([]);
  });

  it('are fired by a workspace that turns to its first session', async () => {
    const { provider } = await mount(html`<my-sessions></my-sessions>`);
    const end = listenToEverything();
    provider.gateway = aGateway({ sessions: [theCall] });
    await settled();
    expect(end()).to.deep.equal(['session-select', 'session-selected']);
  });

  it('of single widgets reach the page, and say which session they are about', async () => {
    const heard: string[] = [];
    const listen = (event: Event): void => {
      heard.push((event as CustomEvent<{ sessionId: string }>).detail.sessionId);
    };
    document.addEventListener('session-park', listen);
    const { provider } = await mount(html`<my-sessions></my-sessions>`, { sessions: [theCall, aChat] });
    find(find(provider, 'session-pane'), '[data-verb="session.park"]').click();
    document.removeEventListener('session-park', listen);
    expect(heard).to.deep.equal([theCall.id]);
  });

  it('of a workspace whose host refuses to park leave the session as it is', async () => {
    const { provider, gateway } = await mount(html`<my-sessions></my-sessions>`, { sessions: [theCall] });
    provider.addEventListener('session-park', (event) => event.preventDefault());
    find(provider, '[data-verb="session.park"]').click();
    await settled();
    expect(gateway.commands).to.deep.equal([]);
  });
});
