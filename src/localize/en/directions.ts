import type { Direction } from '../../core/model/session.js';

/** Who began it. */
export const directionWords = { inbound: 'Inbound', outbound: 'Outbound', none: '' } satisfies Record<
  Direction,
  string
>;
