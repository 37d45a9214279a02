import { html, waitUntil } from '@open-wc/testing';
import '../../src/components/session-map/session-map.define.js';
import type { Session, SessionMap } from '../../src/index.js';
import { mapDocument } from '../../stories/scenarios/places.js';
import type { MapSetting } from '../../stories/scenarios/places.js';
import { find, findAll, mount, textOf } from './mounting.js';
import type { Mounted } from './mounting.js';

export const mountMap = (sessions: readonly Session[], setting: MapSetting): Promise<Mounted> =>
  mount(html`<session-map session-id=${sessions[0]?.id ?? ''}></session-map>`, {
    sessions,
    document: mapDocument(setting),
  });

export const mapElement = (root: ParentNode): SessionMap => find<SessionMap>(root, 'session-map');
export const note = (root: ParentNode): string => findAll(root, '[role="status"]').map(textOf).join();
export const link = (root: ParentNode): HTMLAnchorElement => find<HTMLAnchorElement>(root, 'a.link');
export const drawnTiles = (root: ParentNode): HTMLImageElement[] => findAll(root, 'img.leaflet-tile-loaded');

/** Waits for what comes over the network. */
export const until = (what: string, isSo: () => boolean | Promise<boolean>): Promise<void> =>
  waitUntil(isSo, `never came true: ${what}`, { timeout: 8000, interval: 20 });

export const untilNote = (root: ParentNode, text: string): Promise<void> =>
  until(`it says “${text}”`, () => note(root) === text);

export const untilDrawn = (root: ParentNode): Promise<void> =>
  until('a map is drawn', () => drawnTiles(root).length > 0 && note(root) === '');
