import { expect } from '@open-wc/testing';
import { listenToPage } from '../../../src/gateways/http/page-signals.js';
import { FakeInterval } from '../../support/fake-interval.js';

describe('what the browser tells of page and machine', () => {
  let heard: string[];
  let end: () => void;
  const isVisible = Object.getOwnPropertyDescriptor(Document.prototype, 'visibilityState')!;

  beforeEach(() => {
    heard = [];
    end = listenToPage((signal) => heard.push(signal));
  });
  afterEach(() => {
    end();
    Reflect.deleteProperty(document, 'visibilityState');
  });

  const table: readonly [string, EventTarget, Event, string][] = [
    ['the window is looked at', window, new Event('focus'), 'look'],
    ['there is a network', window, new Event('online'), 'network'],
    ['there is none', window, new Event('offline'), 'network'],
    ['the page was kept aside', window, new PageTransitionEvent('pageshow', { persisted: true }), 'back'],
    ['the page has just been loaded', window, new PageTransitionEvent('pageshow', { persisted: false }), ''],
    ['the page was frozen', document, new Event('resume'), 'back'],
    ['the page is left', window, new PageTransitionEvent('pagehide'), 'away'],
    ['the page is about to be frozen', document, new Event('freeze'), 'away'],
  ];
  for (const [what, target, event, signal] of table)
    it(`${what}: ${signal || 'nothing'}`, () => {
      target.dispatchEvent(event);
      expect(heard.join()).to.equal(signal);
      end();
      target.dispatchEvent(event);
      expect(heard.join(), 'nothing more after its end').to.equal(signal);
    });

  it('the page is seen again: look; hidden: nothing', () => {
    for (const state of ['hidden', 'visible']) {
      Object.defineProperty(document, 'visibilityState', { ...isVisible, get: () => state });
      document.dispatchEvent(new Event('visibilitychange'));
    }
    expect(heard).to.deep.equal(['look']);
  });

  it('its machine was asleep: back, once, and only for a sleep', () => {
    const interval = new FakeInterval();
    const real = Date.now;
    let asleepMs = 0;
    Date.now = () => real.call(Date) + asleepMs;
    try {
      const slept: string[] = [];
      const stop = listenToPage((signal) => slept.push(signal));
      for (const ms of [0, 4000, 8000, 60_000, 60_000]) {
        asleepMs = ms;
        interval.tick();
      }
      expect(slept).to.deep.equal(['back']);
      stop();
      expect(interval.running).to.equal(0);
    } finally {
      Date.now = real;
      interval.restore();
    }
  });
});
