// An app of examples/, copied, built and used: what `npm run examples` does with all of them, and a test with some.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from '../files.mjs';
import { findBrowser } from '../setup.mjs';
import { drive, lookAtFirstPictures } from './drive.mjs';
import { HOSTS } from './hosts.mjs';
import { serve } from './serve.mjs';

/** A copy of the app of a host in `place`, without the files of these names. */
export function copyApp(host, place, without = []) {
  const folder = join(place, host);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, 'examples', host), folder, {
    recursive: true,
    filter: (path) => !without.some((name) => path.endsWith(name)),
  });
  return folder;
}

export const openBrowser = () =>
  chromium.launch({ executablePath: findBrowser(), args: ['--disable-gpu', '--disable-quic'] });

/** Fails when the app that is built in `folder` does not work; answers what `drive` does. `node` runs its server, if it has one. */
export async function tryOut(host, folder, browser, node) {
  const about = HOSTS[host];
  const app = await serve(folder, about, node);
  try {
    const { bytes, violations, errors } = await drive(browser, app.address);
    if (about.firstPictures) errors.push(...(await lookAtFirstPictures(browser, app.address, about.firstPictures)));
    return { bytes, violations, errors };
  } finally {
    await app.close();
  }
}
