import { expect } from '@open-wc/testing';
import { combineSources } from '../../../src/index.js';
import type { Gateway } from '../../../src/index.js';
import { Recorder } from '../../../src/gateways/contract/recorder.js';
import { aGateway } from '../../../stories/scenarios/builders.js';
import { PastGateway, aPast } from '../../support/past-gateway.js';

/** A bank and a shop, each with a session of the same id that is over, and a desk that reads none back. */
function threeCentres() {
  const bank = new PastGateway([aPast(1), aPast(2)]);
  const shop = new PastGateway([aPast(1)]);
  const desk = aGateway();
  const gateway = combineSources({ bank, shop, desk });
  const recorder = new Recorder();
  gateway.connect(recorder);
  recorder.batches.length = 0;
  return { bank, shop, desk, gateway, recorder };
}

describe('sessions that are over, of several sources', () => {
  it('are read back from their own, by the id they have there, and come under the one they have here', async () => {
    const { bank, shop, gateway, recorder } = threeCentres();
    expect(await gateway.session!('shop/s-1')).to.equal(true);
    expect([bank.asked, shop.asked]).to.deep.equal([[], ['s-1']]);
    expect(
      recorder.all.map((event) =>
        event.type === 'session.snapshot' ? event.session.id : 'sessionId' in event && event.sessionId,
      ),
    ).to.deep.equal(['shop/s-1', 'shop/s-1']);
    expect(recorder.batches.map(({ delivery }) => delivery)).to.deep.equal(['replay']);
  });

  it('are none where the source has none, reads none, or is none', async () => {
    const { bank, gateway } = threeCentres();
    expect(await gateway.session!('bank/s-9')).to.equal(false);
    expect(await gateway.session!('desk/s-1')).to.equal(false);
    expect(await gateway.session!('nowhere/s-1')).to.equal(false);
    expect(await gateway.session!('s-1')).to.equal(false);
    expect(bank.asked).to.deep.equal(['s-9']);
  });

  it('cannot be had while their source cannot be reached', async () => {
    const { bank, gateway } = threeCentres();
    bank.road = () => Promise.reject(new Error('cut off'));
    const outcome = await gateway.session!('bank/s-1').catch((error: unknown) => (error as Error).message);
    expect(outcome).to.equal('cut off');
    expect(await gateway.session!('shop/s-1')).to.equal(true);
  });

  it('go each with its own, as far as that takes them back', async () => {
    const { bank, shop, gateway } = threeCentres();
    const left = await gateway.letGo!(['shop/s-1', 'bank/s-2', 'desk/s-1', 'bank/s-1', 'nowhere/s-1']);
    expect(left).to.have.members(['shop/s-1', 'bank/s-2', 'bank/s-1']);
    expect([bank.left, shop.left]).to.deep.equal([['s-2', 's-1'], ['s-1']]);
  });

  it('stay where their source fails, and the others go', async () => {
    const { bank, gateway } = threeCentres();
    bank.letGo = () => Promise.reject(new Error('cut off'));
    expect(await gateway.letGo!(['bank/s-1', 'shop/s-1'])).to.deep.equal(['shop/s-1']);
  });

  it('are read back by no combination of sources that read none', () => {
    const gateway: Gateway = combineSources({ one: aGateway(), other: aGateway() });
    expect([gateway.session, gateway.letGo]).to.deep.equal([undefined, undefined]);
  });
});
