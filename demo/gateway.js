import { createReplay } from 'my-sessions/gateways/replay';
import { createSimulator } from 'my-sessions/gateways/simulator';

const query = new URLSearchParams(location.search);

/** A number from the address of the page, such as `?speed=4`; anything that is not above zero counts as not given. */
function numberFrom(name) {
  const number = Number(query.get(name));
  return Number.isFinite(number) && number > 0 ? number : undefined;
}

/** What `npm start -- --replay` serves beside the pages; undefined when the pages are served by something else. */
async function fetchRecordings() {
  try {
    const response = await fetch('./recordings.json');
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

/** The gateway of this page: a replay when recordings are served, and a simulated shift otherwise. */
async function openGateway() {
  const { recordings, problems = [], speed: served } = (await fetchRecordings()) ?? {};
  const speed = numberFrom('speed') ?? served ?? 1;
  if (recordings) {
    const source = `Replaying ${recordings.length} recorded ${recordings.length === 1 ? 'session' : 'sessions'}`;
    return { gateway: createReplay({ recordings, speed }), problems, speed, source };
  }
  const gateway = createSimulator({ seed: numberFrom('seed') ?? 1, scenario: 'at-work', speed });
  return { gateway, problems, speed, isSimulated: true, source: 'A simulated shift of Maren Falk' };
}

/**
 * Connects the page's provider, follows the direction that its address asks for, and shows what could not be read.
 * Answers with what is played, and how fast.
 */
export async function openPage() {
  document.documentElement.dir = query.get('dir') === 'rtl' ? 'rtl' : 'ltr';
  const { gateway, problems, ...about } = await openGateway();
  document.querySelector('session-provider').gateway = gateway;
  const list = document.querySelector('.problems');
  list.hidden = problems.length === 0;
  list.replaceChildren(...problems.map(({ file, line, reason }) => item(`${file}:${line}: ${reason}`)));
  return about;
}

function item(text) {
  const element = document.createElement('li');
  element.textContent = text;
  return element;
}
