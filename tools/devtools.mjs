import { UnsupportedOperation } from 'puppeteer-core';

/**
 * What a test's page can be told and asked over the DevTools protocol, or undefined where its browser does not speak it:
 * WebKit's page has no such door, and Firefox's only says so when it is opened.
 */
export async function devtoolsOf({ browser, id }) {
  try {
    return await browser.getPage?.(id)?.createCDPSession?.();
  } catch (error) {
    if (error instanceof UnsupportedOperation) return undefined;
    throw error;
  }
}
