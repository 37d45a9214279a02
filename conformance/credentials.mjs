import { readFileSync } from 'node:fs';

/**
 * The credentials of the test agents: from an option, from the file that one names, or else from the environment. What
 * was said for one agent by an option is not mixed with what the environment says for it.
 */
export function credentialsFrom(options, environment) {
  const given = (name) => options[name] ?? contentOf(options[`${name}-file`], `--${name}-file`);
  const [token, cookie, otherToken] = ['token', 'cookie', 'other-token'].map(given);
  const isGiven = token !== undefined || cookie !== undefined;
  return {
    token: isGiven ? token : setIn(environment, 'MY_SESSIONS_TOKEN'),
    cookie: isGiven ? cookie : setIn(environment, 'MY_SESSIONS_COOKIE'),
    otherToken: otherToken ?? setIn(environment, 'MY_SESSIONS_OTHER_TOKEN'),
  };
}

/** Empty counts as not set. */
const setIn = (environment, name) => environment[name]?.trim() || undefined;

function contentOf(file, option) {
  if (file === undefined) return undefined;
  let text;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new Error(`${option} cannot be read: ${error.code}`, { cause: error });
  }
  if (text === '') throw new Error(`${option} names a file that is empty`);
  return text;
}
