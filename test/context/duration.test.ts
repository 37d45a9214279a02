import { expect } from '@open-wc/testing';
import { html, nothing, render } from 'lit';
import { elapsed, remaining } from '../../src/context/duration-directive.js';
import { createTicker } from '../../src/context/ticker.js';
import type { WorkspaceHandle } from '../../src/index.js';
import { createLocalization } from '../../src/localize/localization.js';
import { FakeInterval } from '../support/fake-interval.js';

describe('a duration on screen', () => {
  let interval: FakeInterval;
  let now: number;
  let place: HTMLElement;
  let workspace: WorkspaceHandle;

  beforeEach(() => {
    interval = new FakeInterval();
    now = 100_000;
    place = document.createElement('div');
    const clock = { now: () => now };
    workspace = {
      store: { clockOf: () => clock },
      ticker: createTicker(clock),
      localization: createLocalization('en'),
    } as unknown as WorkspaceHandle;
  });
  afterEach(() => {
    interval.restore();
  });
  const passes = (ms: number): void => {
    now += ms;
    interval.tick();
  };

  it('goes on with every second, up or down, and never below zero', () => {
    render(html`${elapsed(workspace, 's', now - 5000)} ${remaining(workspace, 's', now + 2000)}`, place);
    expect(place.textContent).to.equal('0:05 0:02');
    passes(1000);
    expect(place.textContent).to.equal('0:06 0:01');
    passes(3000);
    expect(place.textContent).to.equal('0:09 0:00');
  });

  it('is counted from another moment when that has changed', () => {
    const show = (since: number): unknown => render(html`${elapsed(workspace, 's', since)}`, place);
    show(now - 5000);
    show(now - 60_000);
    expect(place.textContent).to.equal('1:00');
    passes(1000);
    expect(place.textContent).to.equal('1:01');
  });

  it('stops when it is taken away, the last of them with the timer', () => {
    const show = (isShown: boolean): unknown =>
      render(html`${isShown ? html`<b>${elapsed(workspace, 's', now)}</b>` : nothing}`, place);
    show(true);
    expect(interval.running).to.equal(1);
    show(false);
    expect(interval.running).to.equal(0);
  });

  it('goes on as long as there is one other, each to its own end', () => {
    const show = (count: number): unknown =>
      render(
        html`${Array.from({ length: count }, () => html`<b>${elapsed(workspace, 'call-1', 100_000)}</b>`)}`,
        place,
      );
    show(3);
    show(1);
    passes(1000);
    expect([place.textContent, interval.running]).to.deep.equal(['0:01', 1]);
    show(0);
    expect(interval.running).to.equal(0);
  });

  it('leaves no second count behind when it counts something else', () => {
    render(html`${elapsed(workspace, 's', now)}`, place);
    const part = render(html`${elapsed(workspace, 's', now - 1000)}`, place);
    part.setConnected(false);
    expect(interval.running).to.equal(0);
    part.setConnected(true);
    expect(interval.running).to.equal(1);
    passes(1000);
    expect(place.textContent).to.equal('0:02');
  });
});
