import * as v from 'valibot';
import { object } from '../wire/own-object.js';
import { conversationContext, embeddedContext, sessionDetails } from './panels-schema.js';
import { flag, ids, text } from './schema-parts.js';
import { WIDGETS } from './widgets.js';

/** What the owner of a service switches on for its sessions. */
export const extensions = object({
  widgets: v.pipe(
    v.optional(v.array(v.picklist(WIDGETS)), []),
    v.description('The widgets that sessions of this service show, in this order.'),
  ),
  sessionDetails,
  primaryCodes: ids('Codes offered as primary code, in this order.'),
  secondaryCodes: ids('Codes offered as secondary code, in this order. Independent of the primary code.'),
  tagSuggestions: ids('Tags suggested while the agent types; free tags are always allowed.'),
  conversationContext,
  contextOnAccept: ids('Context items that open by themselves when the agent accepts a task of this service.'),
  embeddedContext,
  endedContextUrl: v.pipe(
    v.optional(v.picklist(['current', 'as-it-was']), 'current'),
    v.description('For ended sessions with stored data: the URL configured now, or the one of then.'),
  ),
  mapParameter: v.pipe(
    v.optional(text),
    v.description('Name of the parameter that holds the location: an address, or latitude and longitude.'),
  ),
  mapRequests: flag(
    false,
    'Whether the map may ask the tile source and the geocoder. A location is personal data: off until allowed.',
  ),
  storeContextData: flag(false, 'Whether context data of ended sessions is kept (up to 30 days; not retroactive).'),
});
