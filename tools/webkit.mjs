import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { WebdriverLauncher } from '@web/test-runner-webdriver';
import { webkitPlace } from './engines.mjs';

/** The keys that tests name, as the protocol writes them. Any other is the character itself. */
const KEYS = {
  Control: '\uE009',
  Shift: '\uE008',
  Alt: '\uE00A',
  Meta: '\uE03D',
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  F8: '\uE038',
  Space: ' ',
};

function keyOf(name) {
  const key = KEYS[name] ?? name;
  if ([...key].length !== 1) throw new Error(`There is no key ${name}.`);
  return key;
}

const BUTTONS = ['left', 'middle', 'right'];

/**
 * A page as the runner's commands know it from Puppeteer. Each key is one action for going down and one for coming up:
 * the driver keeps the state between them, and takes two equal keys in one action for one.
 */
class WebkitPage {
  keyboard = {
    down: (name) => this.#act('key', 'keyboard', { type: 'keyDown', value: keyOf(name) }),
    up: (name) => this.#act('key', 'keyboard', { type: 'keyUp', value: keyOf(name) }),
    press: async (name) => {
      await this.keyboard.down(name);
      await this.keyboard.up(name);
    },
    type: async (text) => {
      for (const character of text) await this.keyboard.press(character === '\n' ? 'Enter' : character);
    },
  };
  mouse = {
    move: (x, y) => this.#point({ type: 'pointerMove', duration: 0, x, y }),
    down: ({ button = 'left' } = {}) => this.#point({ type: 'pointerDown', button: BUTTONS.indexOf(button) }),
    up: ({ button = 'left' } = {}) => this.#point({ type: 'pointerUp', button: BUTTONS.indexOf(button) }),
    click: async (x, y, options) => {
      await this.mouse.move(x, y);
      await this.mouse.down(options);
      await this.mouse.up(options);
    },
    reset: () => this.#driver.releaseActions(),
  };
  #driver;

  constructor(driver) {
    this.#driver = driver;
  }

  /** The window is as much larger than its page as it is now. */
  async setViewport({ width, height }) {
    const [wider, higher] = await this.#driver.execute('return [outerWidth - innerWidth, outerHeight - innerHeight]');
    await this.#driver.setWindowSize(width + wider, height + higher);
  }

  #point(action) {
    return this.#act('pointer', 'mouse', action);
  }

  #act(type, id, action) {
    return this.#driver.performActions([{ type, id, actions: [action] }]);
  }
}

/** The window has a toolbar, and a driver that can resize nothing but the window. */
class WebkitLauncher extends WebdriverLauncher {
  concurrency = 1;

  async initialize(config) {
    await super.initialize({ ...config, concurrency: 1 });
    this.name = 'WebKit';
    this.type = 'puppeteer';
  }

  getPage() {
    return new WebkitPage(this.driver);
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** A display for a browser that has no headless mode; the server writes the number it took to file 3. */
async function startDisplay() {
  const screen = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = await once(server.stdio[3], 'data');
  return { server, display: `:${String(number).trim()}` };
}

/** WebKitGTK as Debian has it: `apt-get install webkit2gtk-driver xvfb`. */
export async function webkitLauncher() {
  const { server, display } = await startDisplay();
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    // Its own language is the one that the elements fall back to, whatever the machine speaks.
    env: { ...process.env, DISPLAY: display, LANG: process.env.WEBKIT_LANG ?? 'C' },
    stdio: 'ignore',
  });
  process.once('exit', () => {
    driver.kill();
    server.kill();
  });
  return new WebkitLauncher({
    automationProtocol: 'webdriver',
    hostname: '127.0.0.1',
    port,
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true, // the driver refuses the capabilities of the newer protocol
      'webkitgtk:browserOptions': { binary: webkitPlace(), args: ['--automation'] },
    },
  });
}
