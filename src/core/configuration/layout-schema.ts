import * as v from 'valibot';
import { object } from '../wire/own-object.js';
import { PLACED_TABS } from './layout.js';
import { ids } from './schema-parts.js';

const FIRST_TAB = 'The tab that an agent sees first: alone where a session is narrow, otherwise in the first place.';
const OTHER_TAB = 'The tab beside it where a session is wide enough for two; none: one tab at a time at any width.';
const WHERE_ITEMS_OPEN =
  'Where context items open that an agent clicks: in a window of their own, or framed in a tab of the session, where their address can be framed.';
const split = v.pipe(
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(25), v.maxValue(75)), 50),
  v.description('How much of the width the first of two places takes, in percent (25 to 75). Agents may drag it.'),
);
const tabs = ids('Context items that have a tab in every session, such as a knowledge search, in this order.');

export const layout = object({
  start: v.pipe(v.optional(v.picklist(PLACED_TABS), 'conversation'), v.description(FIRST_TAB)),
  end: v.pipe(v.optional(v.picklist([...PLACED_TABS, 'none']), 'customer'), v.description(OTHER_TAB)),
  split,
  contextItems: v.pipe(v.optional(v.picklist(['window', 'tab']), 'window'), v.description(WHERE_ITEMS_OPEN)),
  tabs,
});

/** Of a session without a conversation. */
const RECORD_TABS = PLACED_TABS.filter((tab) => tab !== 'conversation');

export const recordLayout = object({
  start: v.pipe(v.optional(v.picklist(RECORD_TABS), 'embedded-context'), v.description(FIRST_TAB)),
  end: v.pipe(v.optional(v.picklist([...RECORD_TABS, 'none']), 'customer'), v.description(OTHER_TAB)),
  split,
  contextItems: v.pipe(v.optional(v.picklist(['window', 'tab']), 'tab'), v.description(WHERE_ITEMS_OPEN)),
  tabs,
});
