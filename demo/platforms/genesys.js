import { createGenesysGateway } from 'my-sessions/gateways/genesys';

/** The client for browsers is a script that defines a global `require`; a bundler makes an empty object of it. */
async function loadClient(path) {
  const policy = window.trustedTypes?.createPolicy('platforms', { createScriptURL: (url) => url });
  const script = document.createElement('script');
  await new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${path} could not be loaded.`));
    script.src = policy ? policy.createScriptURL(path) : path;
    document.head.append(script);
  });
  return window.require('platformClient');
}

/** Signs in at the stub; any other region is a line of `setEnvironment` and a login. */
export async function openGenesys({ origin, client }, configuration) {
  const platformClient = await loadClient(client);
  const { hostname: host, port } = new URL(origin);
  const api = platformClient.ApiClient.instance;
  api.setGateway({ host, protocol: 'http', port, path_params_login: 'login', path_params_api: 'api' });
  api.setAccessToken('valid');
  return createGenesysGateway({
    platformClient,
    configuration,
    services: { 'queue-orders': 'orders', 'queue-reception': 'reception', 'queue-claims': 'claims' },
    defaultService: 'reception',
  });
}
