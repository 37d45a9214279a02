import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { slice } from '../../src/context/slice-directive.js';
import { selectSession } from '../../src/index.js';
import type { Session, SessionStore } from '../../src/index.js';
import { aSession } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { aStore } from '../support/a-store.js';

const stateOf = (session: Session | undefined): string => `${session?.id ?? 'nobody'} ${session?.state ?? ''}`;
const upper = (session: Session | undefined): string => stateOf(session).toUpperCase();

describe('a slice of the state in a template', () => {
  const { store, gateway } = aStore({ sessions: [aSession(), aSession({ id: 'call-2' })] });
  const other = aStore({ sessions: [aSession({ state: 'held' })] }).store;
  const root = document.createElement('div');
  const show = (of: SessionStore, key: string, view = stateOf) =>
    render(html`<p>${slice(of, key, selectSession, view)}</p>`, root);
  const hold = (sessionId: string): void => {
    gateway.emit({ type: 'session.held', at: NOW, sessionId });
  };
  const resume = (sessionId: string): void => {
    gateway.emit({ type: 'session.resumed', at: NOW, sessionId });
  };

  it('is shown, and kept up by itself', () => {
    show(store, 'call-1');
    expect(root.textContent).to.equal('call-1 active');
    hold('call-1');
    expect(root.textContent).to.equal('call-1 held');
    resume('call-1');
  });

  it('is the one of another key, store or view as soon as that is asked for, and that of no other any more', () => {
    show(store, 'call-1');
    const before = store.subscriptions;
    show(store, 'call-2');
    expect(root.textContent).to.equal('call-2 active');
    expect(store.subscriptions).to.equal(before);
    hold('call-1');
    expect(root.textContent).to.equal('call-2 active');
    show(store, 'call-2', upper);
    expect(root.textContent).to.equal('CALL-2 ACTIVE');
    hold('call-2');
    expect(root.textContent).to.equal('CALL-2 HELD');
    show(other, 'call-1', upper);
    expect(root.textContent).to.equal('CALL-1 HELD');
    expect([store.subscriptions, other.subscriptions]).to.deep.equal([before - 1, 1]);
  });

  it('renders nothing anew that is the same', () => {
    let views = 0;
    const counting = (session: Session | undefined): string => {
      views += 1;
      return stateOf(session);
    };
    show(store, 'call-1', counting);
    show(store, 'call-1', counting);
    expect(views).to.equal(1);
  });

  it('listens to nothing while it is not on the page, and is up to date when it is there again', () => {
    resume('call-1');
    const part = show(store, 'call-1');
    const before = store.subscriptions;
    part.setConnected(false);
    expect(store.subscriptions).to.equal(before - 1);
    hold('call-1');
    expect(root.textContent).to.equal('call-1 active');
    part.setConnected(true);
    expect(root.textContent).to.equal('call-1 held');
    resume('call-1');
    expect(root.textContent).to.equal('call-1 active');
    expect(store.subscriptions).to.equal(before);
  });
});
