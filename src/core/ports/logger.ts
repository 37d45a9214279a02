/** Where the kit says what went wrong. Messages hold ids and codes only, never customer data. */
export interface Logger {
  warn(message: string, detail?: unknown): void;
  error(message: string, detail?: unknown): void;
}

export const silentLogger: Logger = { warn: () => undefined, error: () => undefined };
