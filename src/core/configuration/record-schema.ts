import * as v from 'valibot';
import { object } from '../wire/own-object.js';
import { recordLayout } from './layout-schema.js';
import { conversationContext, embeddedContext, sessionDetails } from './panels-schema.js';
import { id, label, text } from './schema-parts.js';

/** A kind of record that agents work on without a conversation. */
export const record = object({
  id,
  name: label,
  idFrom: v.pipe(
    v.optional(text),
    v.description(
      'The field or parameter that holds the id of such a record, such as Customer.Id or caseId: every session that has it offers to open the record. Without it, it is opened by the page around the workspace alone.',
    ),
  ),
  titleFrom: v.pipe(
    v.optional(text),
    v.description('The field or parameter that holds its title. Without it: its name and its id.'),
  ),
  sessionDetails,
  conversationContext,
  embeddedContext,
  layout: v.optional(recordLayout, {}),
});
