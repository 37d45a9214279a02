import type { Customer } from '../model/participant.js';
import { shown } from '../text/blank.js';

/** What a customer is called: the name to be shown, or first and last name. */
export const customerName = (customer: Customer | undefined): string | undefined =>
  shown(customer?.name) ??
  shown([customer?.firstName, customer?.lastName].flatMap((part) => shown(part) ?? []).join(' '));
