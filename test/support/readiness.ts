import { allWithin, findAll, frame, settled } from './mounting.js';

/** What follows from a measured width comes with a later frame: nothing more comes once a frame has changed nothing. */
export async function still(root: ParentNode): Promise<void> {
  await settled(root);
  for (let before = -1, now = 0; before !== now; now = allWithin(root).length) {
    before = allWithin(root).length;
    await frame();
    await frame();
  }
}

/** What is on its way: parts that are being loaded, and frames without their page. */
export const unready = (root: ParentNode): Element[] =>
  findAll(root, 'iframe, [part="loading"], .place:empty, .bar > span[role="status"]').filter(
    (element) => !(element instanceof HTMLIFrameElement && isLoaded(element)),
  );

/** A framed page of another origin does not let itself be looked into: what shows it says that it is loading. */
const isLoaded = ({ src, contentDocument }: HTMLIFrameElement): boolean =>
  src !== '' || contentDocument?.querySelector('main') !== null;
