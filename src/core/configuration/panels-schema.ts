import * as v from 'valibot';
import { object } from '../wire/own-object.js';
import { ids, text } from './schema-parts.js';

/** What services and records alike say of the panels beside a session. */
export const sessionDetails = v.optional(
  object({
    fields: v.pipe(
      v.optional(v.array(text)),
      v.description('System fields shown, such as Customer.Company, in this order. Without it: the usual ones.'),
    ),
    parameters: ids('Names of the parameters that the session details show, in this order.'),
    linkify: v.pipe(
      v.optional(v.picklist(['http', 'off']), 'http'),
      v.description('http: values that are http(s) addresses are links. Nothing else ever is.'),
    ),
    emptyValue: v.pipe(
      v.optional(v.picklist(['hide', 'blank', 'dash']), 'dash'),
      v.description('How a parameter without a value is shown.'),
    ),
  }),
  {},
);
export const conversationContext = ids('Context items offered with a session, in this order.');
export const embeddedContext = v.pipe(v.optional(text), v.description('The context item that is shown inline.'));
