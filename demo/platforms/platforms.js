import { parseConfiguration } from 'my-sessions';
import { combineGateways } from 'my-sessions/gateways/combined';
import { openAmazonConnect } from './amazon-connect.js';
import { openGenesys } from './genesys.js';
import { openTwilio } from './twilio.js';

const OPENERS = { 'amazon-connect': openAmazonConnect, twilio: openTwilio, genesys: openGenesys };

/** Neither has a status of that name. */
const PRESENCES = { busy: 'away', 'do-not-disturb': 'away' };

const read = async (path) => (await fetch(path)).json();

/**
 * The house and the platforms as one gateway for one agent.
 *
 * @param path where the server of this page tells of the platforms
 */
export async function openPlatforms(path, house) {
  const [platforms, configuration] = await Promise.all([read(path), read(`${path}/configuration.json`)]);
  const opened = await Promise.all(platforms.map((platform) => OPENERS[platform.id](platform, configuration)));
  showSwitches(path, platforms);
  const parsed = parseConfiguration(configuration);
  return combineGateways(
    { 'Harbour & Hill': house, ...Object.fromEntries(platforms.map(({ name }, index) => [name, opened[index]])) },
    {
      configuration: parsed.ok ? parsed.configuration : undefined,
      agentId: 'maren',
      presences: { 'Amazon Connect': PRESENCES, Twilio: PRESENCES },
    },
  );
}

/** A button for each platform that stops it, or starts it again. */
function showSwitches(path, platforms) {
  const place = document.querySelector('.platforms');
  if (!place) return;
  place.hidden = false;
  place.replaceChildren(...platforms.map((platform) => switchOf(path, platform)));
}

function switchOf(path, { id, name, isRunning }) {
  const button = document.createElement('button');
  button.type = 'button';
  const show = (isOn) => {
    button.textContent = isOn ? `Stop ${name}` : `Start ${name}`;
    button.dataset.act = isOn ? 'stop' : 'start';
  };
  button.addEventListener('click', async () => {
    const response = await fetch(`${path}/${id}/${button.dataset.act}`, { method: 'POST' });
    const told = await response.json();
    show(told.find((one) => one.id === id).isRunning);
  });
  show(isRunning);
  return button;
}
