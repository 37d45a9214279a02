// Days and times of messages in the time zones of agents: Node takes another zone at any time, a browser does not.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { source } from '../support/source.mjs';

const { createChatTimes } = await source('components/chat-conversation/chat-times.ts');
const { createLocalization } = await source('localize/localization.ts');
const { chatConversation: words } = await source('localize/en/chat-conversation.ts');

const own = process.env.TZ;
afterEach(() => {
  if (own === undefined) delete process.env.TZ;
  else process.env.TZ = own;
});

/** In London it is never the same time as in the others; Kathmandu is 5:45 ahead; the last two change at midnight. */
const ZONES = [
  'UTC',
  'Europe/Zurich',
  'Europe/London',
  'America/Los_Angeles',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Asia/Beirut',
  'America/Havana',
];
/** Plain days, the turn of a year, a leap day, and the days on which clocks in these zones change in 2026. */
const DAYS = [
  [2026, 0, 1],
  [2024, 1, 29],
  [2024, 2, 1],
  [2026, 2, 8],
  [2026, 2, 9],
  [2026, 2, 29],
  [2026, 2, 30],
  [2026, 5, 15],
  [2026, 9, 25],
  [2026, 9, 26],
  [2026, 10, 1],
  [2026, 10, 2],
  [2026, 11, 31],
];

/** The first ms of a day where this process is: not midnight where clocks are put forward then. */
const startOf = (year, month, day) => new Date(year, month, day).getTime();

for (const zone of ZONES)
  test(`days begin and end at midnight in ${zone}, also when clocks change`, () => {
    process.env.TZ = zone;
    const times = createChatTimes('en');
    for (const [year, month, day] of DAYS) {
      const [dayBefore, yesterday, today, tomorrow] = [-2, -1, 0, 1].map((by) => startOf(year, month, day + by));
      // Just begun, in the middle, and nearly over.
      for (const now of [today, today + 1, Math.floor((today + tomorrow) / 2), tomorrow - 1]) {
        const dayOf = (at) => times.dayOf(at, now, words);
        const about = `${zone}, now ${new Date(now).toString()}`;
        assert.equal(dayOf(today), words.today, about);
        assert.equal(dayOf(tomorrow - 1), words.today, about);
        assert.equal(dayOf(today - 1), words.yesterday, about);
        assert.equal(dayOf(yesterday), words.yesterday, about);
        for (const at of [yesterday - 1, dayBefore, tomorrow]) {
          assert.notEqual(dayOf(at), words.today, about);
          assert.notEqual(dayOf(at), words.yesterday, about);
          assert.match(dayOf(at), new RegExp(`\\b${String(new Date(at).getFullYear())}$`), about);
        }
      }
    }
  });

for (const zone of ZONES)
  test(`a moment is a time of day as long as it is the same day in ${zone}`, () => {
    process.env.TZ = zone;
    const { formatMoment } = createLocalization('en-GB');
    for (const [year, month, day] of DAYS) {
      const [today, tomorrow] = [0, 1].map((by) => startOf(year, month, day + by));
      for (const now of [today, tomorrow - 1]) {
        for (const at of [today, tomorrow - 1]) assert.match(formatMoment(at, now), /^\d\d:\d\d$/);
        for (const at of [today - 1, tomorrow]) assert.match(formatMoment(at, now), /\d{4}/);
      }
    }
  });

test('a message has the time of day of the agent, and of nobody else', () => {
  const at = Date.UTC(2026, 2, 2, 23, 59, 59, 999);
  const timeIn = (zone) => {
    process.env.TZ = zone;
    return createChatTimes('en-GB').timeOf(at);
  };
  assert.deepEqual(['UTC', 'Europe/Zurich', 'America/Los_Angeles', 'Asia/Kathmandu'].map(timeIn), [
    '23:59',
    '00:59',
    '15:59',
    '05:44',
  ]);
});

test('the day is that of the agent: one message, one moment, three days', () => {
  const at = Date.UTC(2026, 2, 2, 12);
  const dayIn = (zone, now) => {
    process.env.TZ = zone;
    return createChatTimes('en').dayOf(at, now, words);
  };
  const now = at + 12 * 60 * 60_000;
  assert.equal(dayIn('UTC', now), words.yesterday);
  assert.equal(dayIn('Pacific/Kiritimati', now), words.today);
  assert.equal(dayIn('Pacific/Pago_Pago', now), words.today);
  assert.equal(dayIn('Pacific/Pago_Pago', now + 24 * 60 * 60_000), words.yesterday);
});

test('what is no moment has neither day nor time', () => {
  const times = createChatTimes('en');
  for (const at of [NaN, Infinity, 9e15]) {
    assert.equal(times.timeOf(at), '');
    assert.equal(times.dayOf(at, 0, words), '');
  }
});
