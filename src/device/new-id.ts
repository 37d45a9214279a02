/** A unique id. Not `crypto.randomUUID`: that exists on secure pages only, and intranets still serve plain HTTP. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
