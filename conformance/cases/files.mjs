import { expect, shown } from '../finding.mjs';
import { NOT_FOUND, checkProblem } from '../shapes.mjs';

const section = 'files';
/** Larger files are not sent to see whether they are refused. */
const LARGEST_SENT = 64 * 1024 * 1024;
const MOST_FETCHED = 5;
const SOMETHING = new TextEncoder().encode('A file of the conformance suite.');

/** Kinds that most channels do not take, and one that they may. */
const KINDS = [
  { name: 'suite.exe', type: 'application/x-msdownload' },
  { name: 'suite.svg', type: 'image/svg+xml' },
  { name: 'suite.zip', type: 'application/zip' },
  { name: 'suite.png', type: 'image/png' },
  { name: 'suite.pdf', type: 'application/pdf' },
  { name: 'suite.txt', type: 'text/plain' },
];

const isTaken = ({ types }, { name, type }) =>
  types.some((taken) => {
    const wanted = taken.trim().toLowerCase();
    if (wanted === '*' || wanted === '*/*') return true;
    if (wanted.startsWith('.')) return name.endsWith(wanted);
    return wanted.endsWith('/*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
  });

/** Where files can be sent, where that is anywhere: what the channel says of them, and one that it takes. */
async function aPlace(target) {
  const { sessions } = (await target.snapshot()).state;
  const open = sessions.find(({ state, messaging }) => state === 'active' && messaging?.files);
  if (!open) return undefined;
  const { files: rules } = open.messaging;
  const [own = '*'] = rules.types;
  const kind =
    KINDS.find((each) => isTaken(rules, each)) ??
    (own.startsWith('.') ? { name: `suite${own}`, type: '' } : { name: 'suite', type: own.replace('*', 'x-suite') });
  return { sessionId: open.id, rules, kind };
}

/** Sends a file as a client does; `headers` that are undefined are left out. */
function sendFile(target, { sessionId, kind: { name, type } }, { body = SOMETHING, headers, ...more } = {}) {
  const all = {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    ...(type && { 'x-media-type': type }),
    ...headers,
  };
  return target.call(`/files?session=${encodeURIComponent(sessionId)}`, {
    method: 'POST',
    headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
    body,
    ...more,
  });
}

/** The route is optional: a backend without it has nothing to prove. */
const isServed = async (target, place) => (await sendFile(target, place)).body?.type !== NOT_FOUND;

/** Bytes in chunks, whose sender does not say how many there will be. */
function inChunks(bytes) {
  const chunk = new Uint8Array(64 * 1024).fill(7);
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(chunk.subarray(0, Math.min(left, chunk.length)));
      left -= chunk.length;
      if (left <= 0) controller.close();
    },
  });
}

export const fileCases = [
  {
    id: 'file-answers',
    title: 'POST /files answers with the id of a file that the channel takes, each with its own',
    section,
    async run({ target }) {
      const place = await aPlace(target);
      if (!place) return;
      const ids = [];
      for (let count = 0; count < 2; count += 1) {
        const { status, body, text } = await sendFile(target, place);
        expect(status === 200 && body?.v === 1 && body.ok === true && isText(body.attachmentId), {
          expected: '200 {"v":1,"ok":true,"attachmentId":"…"}',
          found: `${status} ${shown(text)}`,
          fix: 'Take what messaging.files says is taken, or say no files where there is no such route.',
        });
        ids.push(body.attachmentId);
      }
      expect(ids[0] !== ids[1], {
        expected: 'another id for another file',
        found: `${shown(ids[0])} twice`,
        fix: 'Give every file an id of its own, also where name and bytes are the same.',
      });
    },
  },
  {
    id: 'file-type',
    title: 'POST /files refuses a file of a kind that the channel does not take with 415',
    section,
    async run({ target }) {
      const place = await aPlace(target);
      const kind = place && KINDS.find((each) => !isTaken(place.rules, each));
      if (!kind) return;
      checkProblem(await sendFile(target, { ...place, kind }), [415], `${kind.name}, which is not taken`);
    },
  },
  {
    id: 'file-too-large',
    title: 'POST /files refuses a file above maxBytes with 413, said or in chunks',
    section,
    async run({ target }) {
      const place = await aPlace(target);
      const { maxBytes = Infinity } = place?.rules ?? {};
      if (maxBytes >= LARGEST_SENT) return;
      const said = await sendFile(target, place, { body: new Uint8Array(maxBytes + 1).fill(7) });
      checkProblem(said, [413], `a file of ${maxBytes + 1} bytes`);
      const chunks = await sendFile(target, place, { body: inChunks(maxBytes + 1), duplex: 'half' });
      checkProblem(chunks, [413], `a file of ${maxBytes + 1} bytes in chunks, without content-length`);
    },
  },
  {
    id: 'file-form',
    title: 'POST /files refuses what a form of a foreign page could send',
    section,
    async run({ target }) {
      const place = (await aPlace(target)) ?? { sessionId: 'no-such-session', kind: KINDS[0] };
      if (!(await isServed(target, place))) return;
      const headers = { 'content-type': 'text/plain', 'content-disposition': undefined };
      checkProblem(await sendFile(target, place, { headers }), [400, 415], 'a file without content-disposition');
    },
  },
  {
    id: 'file-unknown-session',
    title: 'POST /files refuses a file for a session that is not there with 404',
    section,
    async run({ target }) {
      const place = { kind: KINDS[3], sessionId: 'no-such-session' };
      checkProblem(await sendFile(target, place), [404], 'a file for an unknown session');
    },
  },
  {
    id: 'file-of-another-agent',
    title: "POST /files refuses a file for another agent's session with 404",
    section,
    needs: ['otherToken'],
    async run({ target }) {
      const place = await aPlace(target);
      const as = { authorization: `Bearer ${target.options.otherToken}` };
      const { sessions } = (await target.snapshot(as)).state;
      if (!place || sessions.some(({ id }) => id === place.sessionId)) return;
      checkProblem(await sendFile(target, place, { as }), [404], "a file for another agent's session");
    },
  },
  {
    id: 'file-served',
    title: 'the url of an attachment, where it is on this origin, leads to what can do nothing there',
    section,
    async run({ target }) {
      const { transcripts = [] } = (await target.snapshot()).state;
      const { origin } = new URL(target.base);
      const urls = transcripts
        .flatMap(({ segments }) => segments.flatMap(({ attachments = [] }) => attachments ?? []))
        .flatMap(({ url }) => (url && URL.canParse(url) && new URL(url).origin === origin ? [url] : []));
      for (const url of urls.slice(0, MOST_FETCHED)) checkServed(await target.fetch(url));
    },
  },
];

const isText = (value) => typeof value === 'string' && value !== '';

function checkServed({ status, headers }) {
  // It may be gone.
  if (status !== 200) return;
  const of = (name) => headers.get(name) ?? '';
  const found = ['x-content-type-options', 'content-disposition', 'content-security-policy']
    .map((name) => `${name}: ${of(name) || 'absent'}`)
    .join(', ');
  const isSafe =
    /^nosniff$/i.test(of('x-content-type-options')) &&
    /^attachment(;|$)/i.test(of('content-disposition')) &&
    /(^|;)\s*sandbox(\s|;|$)/i.test(of('content-security-policy')) &&
    !/allow-(scripts|same-origin)/i.test(of('content-security-policy'));
  expect(isSafe, {
    expected: 'nosniff, content-disposition: attachment, and a content-security-policy with sandbox',
    found,
    fix: 'Serve what strangers send with all three, or from an origin of its own.',
  });
}
