import { expect, fixture, html } from '@open-wc/testing';

/** What of axe is used here. */
interface Axe {
  run(context: unknown, options: object, ...rest: unknown[]): unknown;
  getRules(): readonly { readonly ruleId: string }[];
}

/**
 * Loads axe for `expect(…).to.be.accessible()`, and lets it look at this page only. It waits half a second in each check
 * for an answer of itself out of every framed page, and is in none of them, so what it finds is the same.
 */
export async function loadAxe(): Promise<Axe> {
  await expect(await fixture(html`<p>text</p>`)).to.be.accessible();
  const { axe } = globalThis as unknown as { axe: Axe };
  const run = axe.run.bind(axe);
  axe.run = (context, options, ...rest) => run(context, { ...options, iframes: false }, ...rest);
  return axe;
}
