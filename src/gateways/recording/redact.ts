/** What holds no words of anybody: ids, types, and the words of vocabularies. What is not named here is taken for a text. */
const KEPT: ReadonlySet<string> = new Set([
  ...['type', 'id', 'agentId', 'by', 'causedBy', 'commandId', 'itemId', 'participantId', 'segmentId', 'serviceId'],
  ...['sessionId', 'source', 'targetServiceId', 'targetUserId', 'typing', 'userId', 'primary', 'secondary'],
  ...[
    'primaryCode',
    'secondaryCode',
    'action',
    'cause',
    'chosen',
    'command',
    'delivery',
    'direction',
    'failure',
    'format',
  ],
  ...['language', 'mediaType', 'modality', 'next', 'offerOutcome', 'presence', 'result', 'role', 'sentiment', 'state'],
  ...['status', 'types', 'path', 'expected', 'version'],
]);

/** People, of whom nothing stays but an id: `state` is a part of their address. */
const PEOPLE: ReadonlySet<string> = new Set(['customer', 'caller']);

/**
 * The same with every text made unreadable: what a customer or an agent wrote, names, addresses, the values of parameters.
 * Structure, ids, times and how long a text is stay. Names of parameters stay, too: they are the organisation's.
 */
export const redacted = <T>(value: T): T => redactedIn(value, '', '') as T;

function redactedIn(value: unknown, key: string, within: string): unknown {
  if (typeof value === 'string') {
    const isKept = PEOPLE.has(within) ? key === 'id' : KEPT.has(key) || (within === 'parameters' && key === 'name');
    return isKept ? value : unreadable(value);
  }
  // Items of a list are what the list is.
  if (Array.isArray(value))
    return value.map((item: unknown) =>
      typeof item === 'string' ? redactedIn(item, key, within) : redactedIn(item, '', key),
    );
  if (typeof value !== 'object' || value === null) return value;
  const inside = key || within;
  return Object.fromEntries(Object.entries(value).map(([own, item]) => [own, redactedIn(item, own, inside)]));
}

/** So long, with its spaces and lines: what is wrong may be how a text is broken. */
const unreadable = (text: string): string => text.replace(/\S/gu, 'x');

/** A configuration document without names of people and addresses; labels of the organisation stay. */
export function redactedDocument(document: object): object {
  return JSON.parse(JSON.stringify(document), function (this: unknown, key: string, value: unknown) {
    if (typeof value !== 'string') return value;
    if (URLS.has(key)) return 'https://redacted.example/';
    return key === 'text' || key === 'title' || isUser(this) ? (key === 'id' ? value : unreadable(value)) : value;
  }) as object;
}

const URLS: ReadonlySet<string> = new Set(['url', 'tiles', 'geocoder', 'link']);

const isUser = (holder: unknown): boolean =>
  typeof holder === 'object' && holder !== null && 'taskParallelization' in holder;
