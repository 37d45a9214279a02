// Who may import whom. `path` is a regular expression, and $1 in `to` is what its group matched in `from`.
const allow = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: to },
});
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const npm = (...names) => names.map((name) => `^node_modules/${name}/`);
const lit = npm('lit', 'lit-html', 'lit-element', '@lit/[^/]+');

export default {
  forbidden: [
    forbid('no-circle', 'A circle cannot be understood, tested or loaded in parts.', {}, { circular: true }),
    forbid('resolvable', 'The module does not exist.', { path: '^src/' }, { couldNotResolve: true }),
    forbid(
      'source-on-its-own',
      'src knows nothing of what is built around it.',
      { path: '^src/' },
      { path: '^(test|stories|demo|bench|tools|dist|\\.storybook)/' },
    ),
    forbid(
      'browser-only',
      'src runs in a browser, but for the server.',
      { path: '^src/(?!server/)' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'run-time-dependencies',
      'What src imports has to come along when the package is installed.',
      { path: '^src/' },
      // Optional peers, which hosts that want JetStream or React bring along; and what is built in (ARCHITECTURE.md says why).
      {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        pathNot: npm('@nats-io/jetstream', 'leaflet', 'rxjs', 'prosemirror-markdown', '@lit/react', '(@types/)?react'),
      },
    ),
    forbid('no-inside-barrel', 'Inside, import the module itself.', { path: '^src/' }, { path: '^src/index\\.ts$' }),

    allow('model', 'The model stands on nothing.', '^src/core/model/', '^src/core/model/'),
    allow('rules', 'A rule is a pure function of records and settings.', '^src/core/rules/', [
      '^src/core/(model|configuration|commands|text|rules)/',
    ]),
    allow('core-configuration', 'Valibot is for the border of configuration.', '^src/core/configuration/', [
      '^src/core/',
      ...npm('valibot'),
    ]),
    allow('core-wire', 'Valibot is for the border of the wire, too.', '^src/core/wire/', [
      '^src/core/',
      ...npm('valibot'),
    ]),
    allow('core-streams', 'RxJS is for the loop and for the selectors.', '^src/core/(store|selectors)/', [
      '^src/core/',
      ...npm('rxjs'),
    ]),
    forbid(
      'selectors-apart',
      'A selector knows the state; of the store only what a selector is.',
      { path: '^src/core/selectors/' },
      { path: '^src/core/store/', pathNot: '^src/core/store/selector\\.ts$' },
    ),
    allow(
      'core',
      'The core stands on nothing else.',
      '^src/core/(?!configuration/|wire/|store/|selectors/)',
      '^src/core/',
    ),
    allow(
      'gateways',
      'A gateway speaks to one backend, and to the core; never to another gateway. What gateways do alike is in platform.',
      '^src/gateways/(?!replay/|http/)([^/]+)/',
      ['^src/core/', '^src/gateways/($1|in-memory|platform)/'],
    ),
    allow(
      'gateway-replay',
      'Replay also reads caption files, with the character references of HTML.',
      '^src/gateways/replay/',
      ['^src/core/', '^src/gateways/(replay|in-memory|platform)/', ...npm('entities')],
    ),
    allow(
      'gateway-http',
      'HTTP also reads streams of events and keeps commands on the device.',
      '^src/gateways/http/',
      ['^src/(core|device|gateways/http)/', ...npm('eventsource-parser', 'idb')],
    ),
    allow('device', 'What outlives the page on this device knows the core, and no gateway.', '^src/device/', [
      '^src/(core|device)/',
      ...npm('idb'),
    ]),
    forbid(
      'device-apart',
      'What is kept on the device is given to a store, or is for effects; no element asks for it but the provider.',
      { path: '^src/(?!device/|effects/|gateways/http/|components/session-provider/|index\\.ts$)' },
      { path: '^src/device/(?!new-id\\.ts$)' },
    ),
    allow('server', 'The server knows the core, and NATS where it is asked for.', '^src/server/(?!jetstream/)', [
      '^src/(core|server/(?!jetstream))/?',
      '^node:|^(http|node_modules/@types/node/)',
    ]),
    allow('jetstream', 'Only this folder needs the client of NATS.', '^src/server/jetstream/', [
      '^src/(core|server)/',
      ...npm('@nats-io/jetstream'),
    ]),
    allow('context', 'The context is the only bridge from core to Lit.', '^src/context/', [
      '^src/(core|context|localize|views)/',
      '^src/device/new-id\\.ts$',
      ...lit,
      ...npm('rxjs'),
    ]),
    allow('styles', 'Styles are Lit styles.', '^src/styles/', ['^src/styles/', ...lit]),
    allow('icons', 'An icon is a drawing.', '^src/icons/', ['^src/(icons|core/model)/', ...lit]),
    allow('registration', 'Tags, and elements by their tags.', '^src/registration/', [
      '^src/(registration|context|localize)/',
      ...lit,
    ]),
    allow('react', 'A component of React is an element and the names of its events.', '^src/react/', [
      '^src/(react|context/acts/act-events\\.ts)',
      ...npm('@lit/react', '(@types/)?react'),
    ]),
    allow('rich-text', 'Markdown on the wire, a tree on the page.', '^src/rich-text/', [
      '^src/(core|context|rich-text|styles)/',
      ...lit,
      ...npm('markdown-it', '@types/markdown-it', 'prosemirror-[^/]+'),
    ]),
    allow('controllers', 'What elements do alike, one concern a file.', '^src/controllers/', [
      '^src/(core|context|controllers)/',
      ...lit,
      ...npm('rxjs'),
    ]),
    allow('effects', 'What is done once outside of the page, in one tab.', '^src/effects/', [
      '^src/(core|context|device|effects|localize)/',
      ...npm('rxjs'),
    ]),
    allow(
      'views',
      'A view has properties and events, and no idea of a store.',
      '^src/views/(?!failed-commands|guarded-element)',
      ['^src/(icons|localize|styles|views)/', '^src/core/(model|text|rules|configuration|fields|transcript)/', ...lit],
    ),
    allow('views-failed-commands', 'A command that failed is a record as well.', '^src/views/failed-commands', [
      '^src/core/(state|text)/',
      '^src/localize/',
      ...lit,
    ]),
    allow('views-guarded-element', 'Every element tells its host when it cannot be shown.', '^src/views/guarded-', [
      '^src/context/(acts/public-event|leave-focus|taken-root)\\.ts$',
      '^src/views/(first-picture|own-writes|withstand)\\.ts$',
      ...lit,
    ]),
    forbid(
      'composer-apart',
      'The composer is a view that is an element: it knows no workspace.',
      { path: '^src/components/message-composer/' },
      { path: '^src/(context|core/(store|selectors|state))/' },
    ),
    forbid(
      'handle-of-the-store',
      'Only the context, elements and effects hold a store or ask it for something; all others are given what they show.',
      { path: '^src/(controllers|icons|localize|registration|rich-text|styles|views)/' },
      { path: '^src/core/store/' },
    ),
    forbid(
      'selectors-where-a-store-is',
      'Who holds no store has nothing to select from; what a selector shows may be named.',
      { path: '^src/(controllers|icons|localize|registration|rich-text|styles|views)/' },
      { path: '^src/core/selectors/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'no-store-of-their-own',
      'An element is given a store. Only the provider, which gives it, makes one.',
      { path: '^src/(components|effects)/', pathNot: '^src/components/session-provider/' },
      { path: '^src/core/store/session-store\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    allow('localize', 'Strings know the core at most.', '^src/localize/', ['^src/(core|localize)/', ...lit]),
    allow('components', 'A component gets its data from the context, never from a gateway.', '^src/components/', [
      '^src/(?!gateways|server)[^/]+/',
      '^node_modules/',
    ]),
    forbid(
      'components-apart',
      'Of another component only types: its define file registers it.',
      { path: '^src/components/([^/]+)/', pathNot: '\\.(define|tag)\\.ts$' },
      {
        path: '^src/components/',
        pathNot: '^src/components/$1/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'acts-through-the-door',
      'Elements act through src/context/acts, which asks the host; none dispatches a public event by itself.',
      { path: '^src/', pathNot: '^src/(context/acts/|views/guarded-element\\.ts$)' },
      { path: '^src/context/acts/public-event\\.ts$' },
    ),
    forbid(
      'define-apart',
      'A class can be imported without registering anything: only define and tag files import define and tag files.',
      { path: '^src/', pathNot: '(\\.define|\\.tag|^src/define)\\.ts$' },
      { path: '(\\.define|\\.tag|^src/define)\\.ts$' },
    ),
    forbid(
      'define-only-registers',
      'A tag file registers its own class and brings in the tag files of its children; a define file brings in a provider, too.',
      { path: '^src/components/([^/]+)/[^/]+\\.(define|tag)\\.ts$' },
      { path: '^src/components/', pathNot: ['^src/components/$1/', '\\.(define|tag)\\.ts$'] },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true, // types count, too
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
    doNotFollow: { path: '^(node_modules|dist)/' },
  },
};
