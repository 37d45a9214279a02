import { expect } from '@open-wc/testing';
import {
  answersElsewhere,
  claimedAddress,
  hasOthers,
  recipientsOf,
} from '../../src/components/email-conversation/addresses.js';
import { aMail } from '../../stories/scenarios/mails.js';

const addressesOf = (toAll: boolean, about = {}): readonly string[] =>
  recipientsOf(aMail(about), toAll).map(({ address }) => address);

describe('recipients of an answer', () => {
  const cc = [{ address: 'ivo@feld.example' }, { address: 'NORA@feld-interiors.example' }];

  it('are the sender alone', () => {
    expect(addressesOf(false, { cc })).to.deep.equal(['nora@feld-interiors.example']);
  });

  it('are all but the service itself, nobody twice whatever the case', () => {
    expect(addressesOf(true, { cc })).to.deep.equal(['nora@feld-interiors.example', 'ivo@feld.example']);
  });

  it('are whom the sender names for answers, and with all of them not the address of the mail', () => {
    const replyTo = [{ address: 'desk@feld.example' }, { address: 'DESK@feld.example\u200B' }, { address: '\u200B ' }];
    expect(addressesOf(false, { cc, replyTo })).to.deep.equal(['desk@feld.example']);
    expect(addressesOf(true, { cc, replyTo })).to.deep.equal([
      'desk@feld.example',
      'ivo@feld.example',
      'NORA@feld-interiors.example',
    ]);
    expect(addressesOf(false, { replyTo: [] })).to.deep.equal(['nora@feld-interiors.example']);
    expect(answersElsewhere(aMail({ replyTo }))).to.have.length(2);
    expect(answersElsewhere(aMail({ replyTo: [{ address: 'Nora@feld-interiors.example' }] }))).to.equal(undefined);
  });

  it('are everybody where nobody says which address is the service’s', () => {
    const { mailbox: _, ...mail } = aMail({ cc });
    expect(recipientsOf(mail, true)).to.have.length(3);
  });

  const cases: readonly (readonly [string, Parameters<typeof aMail>[0], boolean])[] = [
    ['nobody else', {}, false],
    ['a copy to somebody', { cc: [{ address: 'ivo@feld.example' }] }, true],
    ['a copy to the sender', { cc: [{ address: 'nora@feld-interiors.example' }] }, false],
    ['a second recipient', { to: [{ address: 'cards@lakeside-bank.example' }, { address: 'b@x.example' }] }, true],
    ['another address for answers', { replyTo: [{ address: 'desk@feld.example' }] }, false],
    [
      'an address for answers and a copy',
      { replyTo: [{ address: 'd@x.example' }], cc: [{ address: 'b@x.example' }] },
      true,
    ],
    ['a hidden mailbox', { to: [] }, false],
  ];
  for (const [name, about, expected] of cases)
    it(`${expected ? 'have' : 'have no'} others with ${name}`, () => {
      expect(hasOthers(aMail(about))).to.equal(expected);
      const { mailbox: _, ...unknown } = aMail(about);
      expect(hasOthers(unknown)).to.equal(expected);
    });
});

describe('a display name', () => {
  const address = 'x17@mailer.example';
  const cases: readonly (readonly [string | undefined, string | undefined])[] = [
    ['Lakeside Bank <service@lakeside-bank.example>', 'service@lakeside-bank.example'],
    ['service＠lakeside-bank.example', 'service@lakeside-bank.example'],
    ['X17@MAILER.example', undefined],
    ['Nora @ Feld', undefined],
    ['Nora Feld', undefined],
    [undefined, undefined],
    [`${'a'.repeat(100_000)}@`, undefined],
  ];
  for (const [name, claimed] of cases)
    it(`${String(name).slice(0, 40)} claims ${String(claimed)}`, () => {
      expect(claimedAddress({ address, ...(name === undefined ? {} : { name }) })).to.equal(claimed);
    });
});
