// The kit's own reader, so that the suite refuses what the kit would refuse. Loaded when a case needs it: everything
// else here runs without a build.
const reader = (name) => import(new URL(`../dist/core/wire/${name}.js`, import.meta.url).href);

/** What the kit would leave out of a snapshot. */
export async function readingOfSnapshot(body) {
  const { readSnapshot } = await reader('read-snapshot');
  const reading = readSnapshot(body);
  const reasons = reading.ok ? reading.value.rejected : [reading.reason];
  return { refused: reasons.length > 0, reason: reasons.join('; ') };
}

/** Whether the kit would pass over the fact in an envelope, or over a part of it. */
export async function readingOfFact(body) {
  const { readEnvelope, readFact } = await reader('read-envelope');
  const envelope = readEnvelope(body);
  const fact = envelope.ok ? readFact(envelope.value) : envelope;
  const reasons = fact.ok ? fact.leftOut : [fact.reason];
  return { refused: reasons.length > 0, reason: reasons.join('; ') };
}
