/**
 * The address of a backend, absolute and the same for every way of writing it. Throws where it is none.
 *
 * As `fetch` resolves addresses: by `<base>` where a page has one. Workers have no document.
 */
export function baseOf(url: string | URL): string {
  const { document, location } = globalThis as Partial<typeof globalThis>;
  return new URL(url, document?.baseURI ?? location?.href).href.replace(/\/*$/, '/');
}
