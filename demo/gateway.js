import { createHttpGateway } from 'my-sessions/gateways/http';

const query = new URLSearchParams(location.search);

/** A number from the address of the page, such as `?speed=4`; anything that is not above zero counts as not given. */
function numberFrom(name) {
  const number = Number(query.get(name));
  return Number.isFinite(number) && number > 0 ? number : undefined;
}

/** What is played instead of a simulated shift, and what of it could not be read. */
async function fetchPlayed() {
  const response = await fetch('./recordings.json');
  return response.json();
}

/** This browser's own shift: every page and tab of it works the same one, and a reload finds it as it was. */
function shiftToken(seed, speed) {
  const id = window.localStorage.getItem('shift') ?? String(crypto.randomUUID());
  window.localStorage.setItem('shift', id);
  return `shift-${id}-seed-${seed}-speed-${speed}`;
}

/** The gateway of this page, to the backend that serves it. */
async function openGateway() {
  const { recordings, problems = [], speed: served = 1, platforms } = await fetchPlayed();
  const speed = numberFrom('speed') ?? served;
  const token = shiftToken(numberFrom('seed') ?? 1, speed);
  const house = createHttpGateway({ url: new URL('./api/my-sessions', location.href), token: () => token });
  if (platforms) {
    const { openPlatforms } = await import('./platforms/platforms.js');
    const gateway = await openPlatforms(`.${platforms}`, house);
    return {
      gateway,
      problems,
      speed,
      isSimulated: false,
      hasPlatforms: true,
      source: 'Maren Falk at four contact centres',
    };
  }
  const count = recordings?.length ?? 0;
  const source = recordings
    ? `Replaying ${count} recorded ${count === 1 ? 'session' : 'sessions'}`
    : 'A simulated shift of Maren Falk';
  return { gateway: house, problems, speed, isSimulated: !recordings, source };
}

/**
 * Connects the page's provider, follows the direction that its address asks for, and shows what could not be read.
 * Answers with what is played, and how fast.
 */
export async function openPage() {
  const lang = query.get('lang') ?? 'en';
  document.documentElement.lang = lang;
  document.documentElement.dir =
    (query.get('dir') ?? (lang.startsWith('ar') ? 'rtl' : 'ltr')) === 'rtl' ? 'rtl' : 'ltr';
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
