import type { SessionSummary } from '../../core/model/session-summary.js';
import type { Engine } from './engine.js';

/** What a machine makes of a dialogue, or why it fails to. */
export type SummaryScript = SessionSummary['parts'] | { readonly failure: string };

const FIRST_MS = 600;
const STEP_MS = 1600;

/** The versions of a summary, in the order in which they are told. */
function versionsOf(script: SummaryScript): readonly SessionSummary[] {
  const pending: SessionSummary = { status: 'pending', version: 1, parts: {} };
  if ('failure' in script) return [pending, { status: 'failed', version: 2, parts: {}, reason: script.failure }];
  const { title, issue, resolution, recap, narrative } = script;
  const begun = { ...part('title', title), ...part('issue', half(issue)) };
  const grown = { ...part('title', title), ...part('issue', issue), ...part('resolution', resolution) };
  const nearlyDone = { ...grown, ...part('recap', recap), ...part('narrative', half(narrative)) };
  return [
    pending,
    { status: 'streaming', version: 2, parts: begun },
    { status: 'streaming', version: 3, parts: grown },
    { status: 'streaming', version: 4, parts: nearlyDone },
    { status: 'ready', version: 5, parts: script },
  ];
}

const part = (name: keyof SessionSummary['parts'], text: string | undefined): SessionSummary['parts'] =>
  text === undefined ? {} : { [name]: text };

const half = (text: string | undefined): string | undefined => text?.slice(0, text.indexOf(' ', text.length / 2));

/** Tells the summary of a session piece by piece, as it is written. It goes on after the session has ended. */
export function tellSummary(engine: Engine, sessionId: string, script: SummaryScript): void {
  versionsOf(script).forEach((summary, index) => {
    engine.agenda.after(FIRST_MS + index * STEP_MS, () => {
      engine.tell([{ type: 'summary.changed', sessionId, summary }]);
    });
  });
}

/** Tells that there will be no summary, and why. */
export function tellNoSummary(engine: Engine, sessionId: string, reason: string): void {
  engine.agenda.after(FIRST_MS, () => {
    engine.tell([
      { type: 'summary.changed', sessionId, summary: { status: 'not-available', version: 1, parts: {}, reason } },
    ]);
  });
}
