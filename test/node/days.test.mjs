import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { source } from '../support/source.mjs';

const own = process.env.TZ;
let rules;
let DayNames;

before(async () => {
  rules = await source('core/rules/days.ts');
  ({ DayNames } = await source('localize/day-names.ts'));
});
after(() => {
  if (own === undefined) delete process.env.TZ;
  else process.env.TZ = own;
});

/** Where, one moment, another one, and so many midnights between them. */
const NIGHTS = [
  ['UTC', '2026-03-10T00:00Z', '2026-03-10T23:59:59.999Z', 0],
  ['UTC', '2026-03-10T23:59:59.999Z', '2026-03-11T00:00Z', 1],
  // The day is an hour shorter, and an hour longer.
  ['Europe/Berlin', '2026-03-28T22:59Z', '2026-03-28T23:00Z', 1],
  ['Europe/Berlin', '2026-03-28T23:00Z', '2026-03-29T21:59Z', 0],
  ['Europe/Berlin', '2026-03-28T23:00Z', '2026-03-29T22:00Z', 1],
  ['Europe/Berlin', '2026-10-24T22:00Z', '2026-10-25T22:59Z', 0],
  ['Europe/Berlin', '2026-10-24T22:00Z', '2026-10-25T23:00Z', 1],
  // Where clocks go on at midnight itself: that day has no beginning.
  ['America/Santiago', '2026-09-06T03:59Z', '2026-09-06T04:00Z', 1],
  ['Pacific/Kiritimati', '2026-01-01T09:59Z', '2026-01-01T10:00Z', 1],
  ['America/Los_Angeles', '2026-01-01T07:59Z', '2026-01-01T08:00Z', 1],
  ['Asia/Kathmandu', '2026-01-01T18:14Z', '2026-01-01T18:15Z', 1],
  // Six months lie between them, and a change of clocks.
  ['Europe/Berlin', '2026-01-31T23:30Z', '2026-07-31T22:30Z', 181],
];

describe('days', () => {
  for (const [zone, one, other, nights] of NIGHTS)
    it(`${one} and ${other} in ${zone} lie ${nights} midnights apart`, () => {
      process.env.TZ = zone;
      assert.equal(rules.dayOf(Date.parse(other)) - rules.dayOf(Date.parse(one)), nights);
    });

  it('cut what is in order, and begin again where it comes back', () => {
    process.env.TZ = 'UTC';
    const at = (day) => Date.parse(`2026-03-${day}T12:00Z`);
    const days = rules.byDay(['12', '12', '11', '09', '11'], at);
    assert.deepEqual(
      days.map(({ items }) => items),
      [['12', '12'], ['11'], ['09'], ['11']],
    );
    assert.deepEqual(rules.byDay([], at), []);
    // What has no moment makes a day of its own, and one only.
    assert.equal(rules.byDay([NaN, NaN], (own) => own).length, 1);
  });

  for (const [ago, locale, name] of [
    [0, 'en', 'Today'],
    [1, 'en', 'Yesterday'],
    [2, 'en', 'Tuesday'],
    [6, 'en', 'Friday'],
    [7, 'en', 'Mar 5, 2026'],
    [400, 'en', 'Feb 5, 2025'],
    [-1, 'en', 'Mar 13, 2026'],
    [0, 'de', 'Heute'],
    [1, 'fr', 'Hier'],
    [2, 'de', 'Dienstag'],
    [7, 'de', '05.03.2026'],
    [NaN, 'en', ''],
  ])
    it(`${ago} ago are called ${name || 'nothing'} in ${locale}, wherever the page is`, () => {
      for (const zone of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
        process.env.TZ = zone;
        const today = Date.UTC(2026, 2, 12) / 86_400_000;
        assert.equal(new DayNames(locale).of(today - ago, today), name, zone);
      }
    });
});
