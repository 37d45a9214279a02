import type { Frame } from './frame-pool.js';

/** What a framed page may tell. */
export type FrameMessage =
  { readonly type: 'my-sessions:ready' } | { readonly type: 'my-sessions:dirty'; readonly isDirty: boolean };

/** More than this in a second from one page is noise, and not read. */
const MOST_PER_SECOND = 20;
/** Not reading them does not help against so many: 40,000 a second stop the page around the frame for three seconds. */
const FLOOD_PER_SECOND = 500;

/**
 * What a frame has told, when the message is one: it comes from this very frame, from the origin that was loaded into
 * it (sandboxed pages have none, which reads `null`) and is shaped as agreed. Origin alone would let in every other
 * sandboxed frame of the page; source alone, whatever page the frame has gone on to.
 *
 * @param now the store's time
 */
export function messageFrom(
  frame: Frame,
  { source, origin, data }: Pick<MessageEvent<unknown>, 'source' | 'origin' | 'data'>,
  now: number,
): FrameMessage | undefined {
  const { contentWindow } = frame.element;
  if (contentWindow === null || source !== contentWindow) return undefined;
  // Counted whatever they are, and whether anybody listens: they cost the same.
  const isSameSecond = now - frame.heard.since < 1000;
  frame.heard = isSameSecond ? { ...frame.heard, count: frame.heard.count + 1 } : { since: now, count: 1 };
  if (!frame.hasMessages || frame.heard.count > MOST_PER_SECOND) return undefined;
  return origin === (frame.sandbox.includes('allow-same-origin') ? frame.origin : 'null') ? messageIn(data) : undefined;
}

/** Whether a frame sends so much that only its end helps. */
export const isFlooding = ({ heard }: Frame): boolean => heard.count > FLOOD_PER_SECOND;

function messageIn(data: unknown): FrameMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { type, isDirty } = data as Readonly<Record<string, unknown>>;
  if (type === 'my-sessions:ready') return { type };
  return type === 'my-sessions:dirty' && typeof isDirty === 'boolean' ? { type, isDirty } : undefined;
}
