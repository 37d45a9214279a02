import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/session-map/session-map.define.js';
import type { Session, SessionMap } from '../src/index.js';
import { absent } from './scenarios/absences.js';
import { aSession, anEndedSession, everythingOn } from './scenarios/builders.js';
import { inPanel, inWorkspace } from './scenarios/in-workspace.js';
import { at, mapDocument, placeIs } from './scenarios/places.js';
import type { MapSetting } from './scenarios/places.js';

type Args = Pick<SessionMap, 'sessionId'>;

const meta: Meta<Args> = {
  title: 'session-map',
  component: 'session-map',
  render: ({ sessionId }) => html`<session-map .sessionId=${sessionId}></session-map>`,
};
export default meta;

type Story = StoryObj<Args>;

/** Made-up tiles that come with the stories. */
const here = new URL('map', location.href).href;
const map = {
  tiles: `${here}/tiles/{z}/{x}/{y}.svg`,
  geocoder: `${here}/places?q={address}`,
  attribution: 'A made-up map',
  maxZoom: 17,
};
/** A port that no browser speaks to: as without a network. */
const nowhere = 'http://localhost:9';
const BATH = '51.3811, -2.359';

const about = (session: Session, setting: MapSetting = { map }): Story => ({
  args: { sessionId: session.id },
  decorators: [inWorkspace({ sessions: [session], document: mapDocument(setting) })],
});

export const Default: Story = about(at(BATH));

export const Coordinates: Story = about(at(BATH));

export const Address: Story = about(at('Bath'));

export const Pending: Story = about(aSession({ parameters: [{ name: 'Place', state: 'pending' }] }));

export const Empty: Story = about(aSession({ parameters: [{ name: 'Place', state: 'empty' }] }));

export const NotAvailable: Story = about(
  aSession({ parameters: [{ name: 'Place', state: 'not-available', reason: 'The customer system did not answer' }] }),
);

export const NotStoredInHistory: Story = about(anEndedSession());

export const StoredInHistory: Story = about(anEndedSession({ parameters: placeIs(BATH) }));

export const RequestsNotAllowed: Story = about(at('Mill Lane 3, Bath'), { map, mapRequests: false });

export const WithoutMapSource: Story = about(at(BATH), {});

export const WithoutAddressSearch: Story = about(at('Mill Lane 3, Bath'), { map: { tiles: map.tiles } });

export const UnsafeMapSource: Story = about(at(BATH), { map: { tiles: 'http://tiles.example/{z}/{x}/{y}.png' } });

export const NoNetwork: Story = about(at('Mill Lane 3, Bath'), { map: { ...map, geocoder: `${nowhere}/{address}` } });

export const TilesFailing: Story = about(at(BATH), { map: { ...map, tiles: `${nowhere}/{z}/{x}/{y}.png` } });

export const NoSuchPlace: Story = about(at('95.2, 8.1'));

export const LongAddress: Story = about(
  at(`c/o ${'Residents of the Old Wharf and of all its Warehouses, '.repeat(8)}Wharf Street 9, Bristol`),
  { map, mapRequests: false },
);

export const HostileAddress: Story = about(at('<img src=x onerror=alert(1)>"; \u202Egnp.evil javascript:alert(1)'), {
  map,
  mapRequests: false,
});

export const HebrewAddress: Story = about(at('רחוב הנמל 12, חיפה'), { map, mapRequests: false });

export const InAPanel: Story = {
  args: { sessionId: 'call-1' },
  decorators: [inPanel, inWorkspace({ sessions: [at(BATH)], document: mapDocument({ map }) })],
};

export const NoParameter: Story = {
  args: { sessionId: 'call-1' },
  decorators: [inWorkspace({ sessions: [at(BATH)], document: everythingOn })],
};

export const NoSession: Story = { decorators: [inWorkspace()] };

export const SwitchedOff: Story = absent('session-map', 'widget-off');

export const ServiceNotLicensed: Story = absent('session-map', 'service-not-licensed');

export const NotConnected: Story = {};
