import { expect } from '@open-wc/testing';
import { TabLead } from '../../src/effects/tab-lead.js';
import { until } from '../support/mounting.js';

/** Two tabs are two requests for a lock: the locks are the browser's. */
describe('which tab tells', () => {
  let name: string;
  let hasFocus: boolean;
  let leads: TabLead[];
  const told: string[] = [];
  const { hasFocus: own } = document;

  beforeEach(() => {
    name = crypto.randomUUID();
    hasFocus = false;
    leads = [];
    told.length = 0;
    document.hasFocus = () => hasFocus;
    gesture(true);
  });
  afterEach(() => {
    for (const lead of leads) lead.stop();
    document.hasFocus = own;
    Reflect.deleteProperty(navigator, 'userActivation');
    Reflect.deleteProperty(navigator, 'locks');
  });

  const gesture = (hasBeenActive: boolean): void => {
    Object.defineProperty(navigator, 'userActivation', { configurable: true, value: { hasBeenActive } });
  };
  function open(tab: string, of = name): TabLead {
    const lead = new TabLead(of, () => told.push(`${tab} ${String(lead.isLeading)}`));
    leads.push(lead);
    return lead;
  }
  const leading = (): readonly boolean[] => leads.map(({ isLeading }) => isLeading);
  const isSo = async (...expected: readonly boolean[]): Promise<void> => {
    await until(() => leading().join() === expected.join());
    expect(leading()).to.deep.equal(expected);
  };

  it('is the first one, and when that closes the next one', async () => {
    const first = open('one');
    await isSo(true);
    open('two');
    open('three');
    await isSo(true, false, false);
    first.stop();
    await isSo(false, true, false);
    expect(told).to.deep.equal(['one true', 'two true']);
  });

  it('is the one to which the agent turns', async () => {
    open('one');
    await isSo(true);
    hasFocus = true;
    open('two');
    await isSo(false, true);
    expect(told).to.have.members(['one true', 'two true', 'one false']);
  });

  it('stays the one that may sound, when the agent has not clicked yet in the other one', async () => {
    open('one');
    await isSo(true);
    hasFocus = true;
    gesture(false);
    open('two');
    await isSo(true, false);
    // Both hear of the gesture here, where they are one page: the last to hear has the lead.
    leads[0]?.stop();
    await isSo(false, true);
  });

  it('is both, of different agents, and of pages that have sessions of their own', async () => {
    open('one');
    open('two', `${name} of another agent`);
    leads.push(new TabLead(undefined, () => undefined));
    await isSo(true, true, true);
  });

  for (const [what, locks] of [
    ['there are no locks', undefined],
    ['locks are refused', { request: () => Promise.reject(new Error('')), query: () => Promise.reject(new Error('')) }],
    [
      'locks throw',
      {
        request: () => {
          throw new Error('');
        },
        query: () => Promise.reject(new Error('')),
      },
    ],
    ['locks never answer', { request: () => new Promise(() => {}), query: () => new Promise(() => {}) }],
  ] as const)
    it(`is every one where ${what}`, async () => {
      Object.defineProperty(navigator, 'locks', { configurable: true, value: locks });
      open('one');
      open('two');
      await isSo(true, true);
    });
});
