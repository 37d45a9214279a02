// The kit's own reader, so that the suite refuses what the kit would refuse. Loaded when a case needs it: everything
// else here runs without a build.
import { shown } from './finding.mjs';

const wire = (name) => import(new URL(`../dist/core/wire/${name}.js`, import.meta.url).href);

/** What the kit would leave out of a snapshot. */
export async function readingOfSnapshot(body) {
  const { readSnapshot } = await wire('read-snapshot');
  const { snapshotSchema } = await wire('snapshot-schemas');
  const reading = readSnapshot(body);
  return told(reading.ok ? reading.value.rejected : [reading.reason], await expectationsIn(snapshotSchema, body));
}

/** Whether the kit would pass over the fact in an envelope, or over a part of it. */
export async function readingOfFact(body) {
  const { readEnvelope, readFact } = await wire('read-envelope');
  const { factSchemas } = await wire('envelope-schemas');
  const envelope = readEnvelope(body);
  const fact = envelope.ok ? readFact(envelope.value) : envelope;
  const known = factSchemas.find(({ entries }) => entries.type.options.includes(body?.type));
  const expectations = known ? await expectationsIn(known, body) : new Map();
  // The kit names the parts of a fact by its type.
  const named = new Map([...expectations].map(([path, said]) => [path.replace(/^data\./, `${body.type}: `), said]));
  return told(fact.ok ? fact.leftOut : [fact.reason], named);
}

const told = (reasons, expectations) => ({
  refused: reasons.length > 0,
  reason: reasons
    .map((reason) => {
      const [place] = reason.split(/: (?=Unreadable)/);
      return expectations.has(place) ? `${place}: ${expectations.get(place)}` : reason;
    })
    .join('; '),
});

/** What a schema says of a document, by the places of what is wrong. */
async function expectationsIn(schema, body) {
  const { safeParse } = await import('valibot');
  const { issues = [] } = safeParse(schema, body);
  return new Map(
    issues.map(({ path = [], expected, input }) => [
      path.reduce((at, { key }) => (typeof key === 'number' ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`), ''),
      `expected ${expected}, found ${shown(input)}`,
    ]),
  );
}
