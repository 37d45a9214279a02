import { runSuite } from '../../conformance/suite.mjs';

const presences = ['busy', 'away', 'do-not-disturb', 'available'];

/** Runs the suite as the two agents of the server in `broken-server.mjs`, with everything a case may need. */
export async function conformanceOf(url, options = {}) {
  const results = await runSuite({
    url,
    token: 'token-of-ada',
    otherToken: 'token-of-ben',
    wishes: presences.map((presence) => ({ type: 'presence.change', presence })),
    wipe: `${url}/wipe`,
    patience: 1.5,
    ...options,
  });
  const ids = (verdict) => results.filter((result) => result.verdict === verdict).map(({ id }) => id);
  return { results, passed: ids('passed'), failed: ids('failed'), notRun: ids('not run') };
}
