import { authorisationCases } from './cases/authorisation.mjs';
import { commandCases } from './cases/commands.mjs';
import { eventCases } from './cases/events.mjs';
import { fileCases } from './cases/files.mjs';
import { historyCases } from './cases/history.mjs';
import { positionCases } from './cases/positions.mjs';
import { sessionCases } from './cases/session.mjs';
import { snapshotCases } from './cases/snapshot.mjs';
import { workItemCases } from './cases/work-items.mjs';
import { typingCases } from './cases/typing.mjs';
import { Finding } from './finding.mjs';
import { Target } from './target.mjs';

/** Every case, in the order in which it is best to mend a backend. */
export const cases = [
  ...snapshotCases,
  ...eventCases,
  ...positionCases,
  ...commandCases,
  ...historyCases,
  ...sessionCases,
  ...workItemCases,
  ...typingCases,
  ...fileCases,
  ...authorisationCases,
];

const REFERENCE = 'docs/contract/my-sessions-1.md';

/** What to give for a case that needs more than the URL. */
const HOW_TO_GIVE = {
  token: '--token, since the credentials are a cookie',
  otherToken: '--other-token with the token of a second agent',
  trigger: '--trigger with a URL or shell command that makes a fact happen, or --command with a wish that leads to one',
  wish: '--command with a wish the agent may carry out at any time and that leads to a fact',
  wipe: '--wipe with a URL or shell command that makes the event log lose everything',
};

const given = {
  token: ({ token }) => token,
  otherToken: ({ otherToken }) => otherToken,
  trigger: ({ trigger, wishes }) => trigger ?? wishes?.length,
  wish: ({ wishes }) => wishes?.length,
  wipe: ({ wipe }) => wipe,
};

/**
 * Runs all cases against a backend, one after another, and reports each as it ends.
 *
 * A result is `{ id, title, reference, verdict }` with the verdict `passed`, `failed` (with `expected`, `found` and
 * `fix`) or `not run` (with `give`).
 */
export async function runSuite(options, report = () => undefined) {
  const target = new Target(options);
  const patience = options.patience ?? 35;
  const ms = { event: 2000, first: 1000, silence: 500, heartbeat: patience * 1000 };
  const results = [];
  for (const one of cases) {
    const result = { ...about(one), ...(await outcomeOf(one, { target, ms })) };
    results.push(result);
    report(result);
  }
  return results;
}

const about = ({ id, title, section }) => ({ id, title, reference: `${REFERENCE}#${section}` });

async function outcomeOf({ needs = [], run }, context) {
  const missing = needs.filter((need) => !given[need](context.target.options));
  if (missing.length > 0) return { verdict: 'not run', give: missing.map((need) => HOW_TO_GIVE[need]) };
  try {
    await run(context);
    return { verdict: 'passed' };
  } catch (error) {
    if (error instanceof Finding) {
      const { expected, found, fix } = error;
      return { verdict: 'failed', expected, found: String(found), fix };
    }
    return {
      verdict: 'failed',
      expected: 'answers that can be read',
      found: String(error),
      fix: 'Mend the cases before this one first; if it stays, report it as a bug of the suite.',
    };
  } finally {
    context.target.closeStreams();
  }
}
