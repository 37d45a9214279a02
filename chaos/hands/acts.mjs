// What an agent's hands may do next, by chance. Each act does it and answers with what it was.
const TEXTS = [
  'hello ',
  'مرحبا ',
  '<img src=x onerror=alert(1)> ',
  '/',
  '😀',
  'a'.repeat(60),
  '\u202Eabc',
  '#tag ',
  '@x ',
];
const KEYS = [
  ...['Tab', 'Tab', 'Tab', 'Shift+Tab', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Enter', 'Space', 'Escape'],
  ...['Home', 'End', 'PageDown', 'Delete', 'Backspace', 'F6', 'Alt+ArrowDown', 'Control+Enter'],
];
/** What is covered cannot be clicked; so often another one is tried. */
const AIMS = 8;
const HEIGHTS = [600, 800, 900];
const NARROWEST = 300;
const WIDEST = 1500;

async function click({ page, random }) {
  const numbers = Array.from({ length: AIMS }, random.next);
  const target = await page.evaluate((given) => window.eyes.aim(given), numbers);
  if (!target) return { kind: 'nothing', name: 'nothing to click' };
  const { point, name, ...about } = target;
  await page.mouse.click(point.x, point.y);
  return { kind: 'click', name: `click ${name}`, ...about };
}

async function press({ page, random, before }, key = random.pick(KEYS)) {
  await page.keyboard.press(key);
  return { kind: key.endsWith('Tab') ? 'tab' : 'key', name: `${key} at ${before.focus}`, owner: before.owner };
}

async function type(hand) {
  const { page, random, before } = hand;
  const text = random.pick(TEXTS);
  if (!before.isEditable) return press(hand, 'Tab');
  await page.keyboard.insertText(text);
  return { kind: 'type', name: `type ${text.slice(0, 20)} at ${before.focus}`, owner: before.owner };
}

async function resize({ page, random }) {
  const width = NARROWEST + random.below(WIDEST - NARROWEST + 1);
  const height = random.pick(HEIGHTS);
  await page.setViewportSize({ width, height });
  return { kind: 'resize', name: `resize to ${width}x${height}` };
}

async function colours({ page, random }) {
  const media = {
    colorScheme: random.pick(['light', 'dark']),
    forcedColors: random.pick(['none', 'none', 'active']),
    reducedMotion: random.pick(['no-preference', 'reduce']),
  };
  await page.emulateMedia(media);
  return { kind: 'colours', name: Object.values(media).join(' ') };
}

async function speak({ page, random }) {
  const language = random.pick(['en', 'ar', 'de']);
  await page.evaluate((lang) => {
    Object.assign(document.documentElement, { lang, dir: lang === 'ar' ? 'rtl' : 'ltr' });
  }, language);
  return { kind: 'language', name: `language ${language}` };
}

async function wheel({ page, random }) {
  await page.mouse.wheel(0, random.pick([-400, 400, 1500]));
  return { kind: 'wheel', name: 'wheel' };
}

async function outage({ network }) {
  await network.turn();
  return { kind: 'network', name: network.isOff ? 'offline' : 'online' };
}

/** The same page once more, or the other one of the host. Without a network there would be none. */
const load = (isOther) => async (hand) => {
  if (hand.network.isOff) return press(hand, 'Tab');
  await hand.open(isOther);
  return { kind: 'load', name: isOther ? 'the other page' : 'reload' };
};

/** How often, of a hundred. */
const ACTS = [
  [42, click],
  [29, press],
  [15, type],
  [4, resize],
  [2, colours],
  [1, speak],
  [3, wheel],
  [2, outage],
  [1, load(false)],
  [1, load(true)],
];

export function act(hand) {
  let left = hand.random.below(100);
  const [, does] = ACTS.find(([share]) => (left -= share) < 0);
  return does(hand);
}
