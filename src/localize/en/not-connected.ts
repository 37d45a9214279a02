/** Why an element shows nobody's sessions; each with the tag of its provider. */
export const notConnectedWords = {
  outside: (provider: string) => `Not connected: this must stand inside a <${provider}>.`,
  undefined: (provider: string) => `Not connected: the <${provider}> around this is not defined.`,
  foreign: (provider: string) => `Not connected: the <${provider}> around this is of another version, or no provider.`,
  idle: (provider: string) => `Not connected: the <${provider}> around this has no gateway yet.`,
  failed: (provider: string) => `Not connected: the <${provider}> around this could not open its gateway.`,
};

/** The way out, for the console of whoever builds the page. */
export const wayOutWords: Readonly<Record<keyof typeof notConnectedWords, (provider: string, tag: string) => string>> =
  {
    outside: (provider, tag) =>
      `<${tag}> stands outside of a <${provider}>. Put one around it, anywhere above, and give that a gateway.`,
    undefined: (provider, tag) =>
      `The <${provider}> around <${tag}> is not defined. Import 'my-sessions/define', or call defineMySessions() with the prefix of its tag.`,
    foreign: (provider, tag) =>
      `The <${provider}> around <${tag}> is of another version of My Sessions, or an element of the page's own. Load one version; where the tag is taken, call defineMySessions() with a prefix.`,
    idle: (provider, tag) =>
      `The <${provider}> around <${tag}> has no gateway. Set one when you have it: document.querySelector('${provider}').gateway = createHttpGateway({ url }) of 'my-sessions/gateways/http', or createSimulator() of 'my-sessions/gateways/simulator'.`,
    failed: (provider, tag) =>
      `The <${provider}> around <${tag}> could not open its gateway, for the reason below. Give it another one when that is mended.`,
  };

/** What a provider was given that is no gateway, for the same console. */
export const noGatewayWords = (provider: string, tag: string, gateway: unknown): string => {
  const [what, way] =
    gateway instanceof Promise
      ? ['a promise', 'wait for it: .gateway = await …']
      : typeof gateway === 'function'
        ? ['a function', 'call it: .gateway = createHttpGateway({ url })']
        : [
            'no gateway, which has connect() and execute()',
            'set the property to what createHttpGateway({ url }) returns',
          ];
  return `What the <${provider}> around <${tag}> was given as gateway is ${what}; ${way}`;
};
