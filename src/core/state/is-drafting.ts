import type { Begun } from './begun.js';

/** Whether something is written, or about to be, that is not on its way: whoever shows it does not let go of it. */
export const isDrafting = ({ message = '', reply, tag = '' }: Begun): boolean =>
  message !== '' || tag !== '' || (reply !== undefined && (reply.isOpen || reply.text !== ''));
