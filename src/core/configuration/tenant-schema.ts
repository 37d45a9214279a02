import * as v from 'valibot';
import { DEFAULT_LINK } from '../location/map-urls.js';
import { object } from '../wire/own-object.js';
import { count, flag, id, label, text } from './schema-parts.js';

/** What is said once for all services. */
export const tenant = object({
  name: label,
  sessionLimit: v.pipe(
    v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    v.description(
      'Most sessions that an agent has on the list; none without it. It is said before it is reached, and then keeps agents from opening more by hand. What comes from the queue comes all the same.',
    ),
  ),
  companionLicences: flag(false, 'Whether the organisation holds licences for transcription, captions and summaries.'),
  codes: v.pipe(v.optional(v.array(object({ id, label })), []), v.description('All codes; services choose from them.')),
  contextItems: v.pipe(
    v.optional(
      v.array(
        object({
          id,
          label,
          url: v.pipe(
            text,
            v.description('URL template, such as https://crm.example/customers/$(Customer.Id) or …/{caseId}.'),
          ),
          whenMissing: v.pipe(
            v.optional(v.picklist(['disable', 'blank']), 'disable'),
            v.description(
              'What happens while a parameter of the URL has no value: the item is disabled, or it is left blank.',
            ),
          ),
          allowSameOrigin: flag(
            false,
            'Inline only: the framed page keeps its own cookies and storage. For a site of another origin than the portal.',
          ),
          messages: flag(
            false,
            'Inline only: the framed page may tell that it is ready, and whether it holds input that is not saved.',
          ),
        }),
      ),
      [],
    ),
    v.description('All conversation-context items; services choose from them.'),
  ),
  map: v.pipe(
    v.optional(
      object({
        tiles: v.pipe(
          v.optional(text),
          v.description('Tile URL with {z}, {x} and {y}. Without it a map shows address, coordinates and a link.'),
        ),
        attribution: v.pipe(v.optional(v.string(), ''), v.description('Whom the map names as its source.')),
        maxZoom: v.pipe(v.optional(count, 18), v.description('Closest zoom that the tile source has.')),
        anonymousTiles: flag(
          false,
          'Whether tiles are asked for without cookies. The tile source then has to allow other origins (CORS).',
        ),
        geocoder: v.pipe(
          v.optional(text),
          v.description(
            'URL with {address} that answers with a JSON list of places with lat and lon. Addresses of customers end up in its logs: choose one of your own.',
          ),
        ),
        link: v.pipe(
          v.optional(text, DEFAULT_LINK),
          v.description('External map, opened by the agent, with {address}, or with {latitude} and {longitude}.'),
        ),
      }),
    ),
    v.description('Where maps come from.'),
  ),
});
