import { expect } from '@open-wc/testing';
import { within } from '../../src/device/waits.js';

/** An answer of the device: an event that waits its turn. */
function answer(): { readonly told: Promise<string>; readonly give: () => void } {
  const { port1, port2 } = new MessageChannel();
  const told = new Promise<string>((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve('kept');
    };
  });
  return {
    told,
    give: () => {
      port2.postMessage('');
    },
  };
}

const busyFor = (ms: number): void => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

describe('a device that is waited for', () => {
  it('has answered in time when the page was too busy to hear it', async () => {
    const { told, give } = answer();
    const heard = within(20, told);
    setTimeout(give, 25);
    busyFor(60);
    expect(await heard).to.equal('kept');
  });

  it('is given up, and says so, when there is no answer', async () => {
    const heard = await within(20, new Promise<string>(() => undefined)).catch((error: unknown) => error);
    expect(String(heard)).to.contain('does not answer');
  });

  it('passes on what it refuses', async () => {
    const refusal = new Error('full');
    expect(await within(20, Promise.reject(refusal)).catch((error: unknown) => error)).to.equal(refusal);
  });
});
