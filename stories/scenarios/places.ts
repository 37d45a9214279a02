import type { Parameter, Session } from '../../src/index.js';
import { aSession, withCardLine } from './builders.js';

export const placeIs = (text: string): readonly Parameter[] => [{ name: 'Place', state: 'value', value: text }];

/** A session at a place. */
export const at = (text: string, about: Partial<Session> = {}): Session =>
  aSession({ parameters: placeIs(text), ...about });

/** Where maps come from, and whether they may be asked for. */
export interface MapSetting {
  readonly map?: Readonly<Record<string, unknown>>;
  readonly mapRequests?: boolean;
}

/** A document whose Card Line has the parameter `Place` for its map. */
export function mapDocument({ map, mapRequests = true }: MapSetting): unknown {
  const document = withCardLine({ extensions: { mapParameter: 'Place', mapRequests } }) as { tenant: object };
  return { ...document, tenant: { ...document.tenant, ...(map ? { map } : {}) } };
}
