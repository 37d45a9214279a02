import { GatewayShell } from './gateway-shell.js';
import type { LoadConnection } from './gateway-shell.js';
import type { HttpConnection } from './http-connection.js';
import type { HttpGateway, HttpGatewayOptions } from './http-gateway.js';

export type { CommandStorage, KeptCommand } from './command-storage.js';
export type { HttpGateway, HttpGatewayOptions } from './http-gateway.js';
export type { HttpTimings } from './timings.js';

/**
 * Connects to a contact centre over HTTP, for as long as somebody listens; see the contract for what it promises. Throws
 * where `url` is none. Most of it is loaded beside the page, from here on; what is asked before waits for it.
 */
export const createHttpGateway = (options: HttpGatewayOptions): HttpGateway =>
  new GatewayShell(options, loadConnection);

/** Set once it is loaded, for all gateways of the page. */
let Loaded: typeof HttpConnection | undefined;

/** What was loaded for another gateway is there at once. */
const loadConnection: LoadConnection = (options) => {
  if (Loaded) return new Loaded(options);
  return import('./http-connection.js').then((module) => {
    Loaded = module.HttpConnection;
    return new Loaded(options);
  });
};
