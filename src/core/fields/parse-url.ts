/** The parts of the platform's `URL` that are used here. */
export interface ParsedUrl {
  readonly href: string;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly hostname: string;
  readonly origin: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

/** Every browser and Node have `URL`; only the type library of the core does not know it. */
declare const URL: new (text: string) => ParsedUrl;

/** An absolute URL as the browser reads it; undefined for what it cannot read. */
export function parseUrl(text: string): ParsedUrl | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
