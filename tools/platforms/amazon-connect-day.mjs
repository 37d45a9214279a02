// A day at the stub of Amazon Connect: calls of the card line, chats of the order desk, and tasks that can be set aside.
import { ConnectPlatform, queuesOf } from './amazon-connect.mjs';
import { ConnectServer } from './amazon-connect-server.mjs';
import { attend, chat, converse, runShift } from './shift.mjs';

const QUEUES = queuesOf({ reception: 'Reception', cards: 'Cards', orders: 'Orders', dispatch: 'Dispatch' });

const CALLS = [
  {
    name: 'Leona Fabel',
    phoneNumber: '+493022184601',
    queue: QUEUES.cards,
    attributes: { CustomerNumber: 'C-30412', CardEnding: '•••• 8820', LastLogin: 'Today, 07:52' },
    lines: [
      'Good morning, my card was declined twice today, and I have no idea why.',
      'Good morning, I am sorry to hear that. Was it in a shop or online?',
      'In a shop, with the terminal. It said to ask my bank.',
      'I see it here: the card was asked for abroad last night, so it was stopped to be safe.',
      'Abroad? I have not been anywhere. That was not me.',
      'Then we did well to stop it. A new one is with you in three days.',
      'Thank you, that puts my mind at rest.',
    ],
    sentiments: ['NEGATIVE', 'NEUTRAL', 'POSITIVE'],
  },
  {
    name: 'Oskar Lindgren',
    phoneNumber: '+46850512077',
    queue: QUEUES.cards,
    attributes: { CustomerNumber: 'C-11876', CardEnding: '•••• 0331', LastLogin: 'Friday, 18:20' },
    lines: [
      'Hello, I would like a higher limit on my card for two weeks.',
      'Gladly. May I ask what for?',
      'We are moving, and there is a lot of furniture to pay for.',
      'How much do you need each day?',
      'Three thousand would do.',
      'That is set now, until the end of the month.',
    ],
    sentiments: ['NEUTRAL'],
  },
];

const CHATS = [
  {
    name: 'Grace Oduya',
    queue: QUEUES.orders,
    attributes: { OrderNumber: 'HH-77120', Basket: 'Tea set', DeliveryTown: 'Ghent' },
    lines: [
      'Hi! My parcel says delivered, but nothing is here.',
      'The neighbours have nothing either, I asked.',
      'Could it be at the shop around the corner?',
      'Found it, thanks a lot!',
    ],
  },
  {
    name: 'Tom Verhaegen',
    queue: QUEUES.orders,
    attributes: { OrderNumber: 'HH-77098', Basket: 'Hiking boots', DeliveryTown: 'Utrecht' },
    lines: ['Can I still change the size of the boots I ordered?', '43 instead of 42 please', 'Perfect 👍'],
  },
];

const TASKS = [
  {
    name: 'Call the site about the lift',
    description: 'The caretaker waits for a date. He is there until four.',
    queue: QUEUES.dispatch,
    attributes: { JobNumber: 'J-5512', SiteAddress: 'Canal Row 22, Bristol', Technician: 'Ada Quinn' },
  },
  {
    name: 'Confirm the visit on Thursday',
    description: 'The technician is free from nine to twelve.',
    queue: QUEUES.dispatch,
    attributes: { JobNumber: 'J-5530', SiteAddress: 'Mill Lane 3, Bath', Technician: 'Rory Blake' },
  },
];

const attributesOf = (values) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { name, value }]));

const PHASES = { connecting: 'offered', incoming: 'offered', connected: 'open', paused: 'open' };

/** Opens it. Answers with the platform and its server. */
export async function openAmazonConnect(pace, name) {
  const platform = new ConnectPlatform({ name, queues: QUEUES });
  const server = new ConnectServer(platform);
  await server.open();
  const phaseOf = (id) => (platform.ids.includes(id) ? (PHASES[platform.contact(id).state.type] ?? 'ending') : 'over');
  let count = 0;

  /** A contact that rings until it is answered, or the customer gives up. */
  function offered(type, { attributes, ...fields }) {
    const id = platform.offer(`contact-${String((count += 1))}`, type, {
      ...fields,
      attributes: attributesOf(attributes),
    });
    const phase = () => phaseOf(id);
    const leave = () => platform.leave(id);
    return { id, about: { pace, phase, leave, giveUp: leave } };
  }

  const endpointOf = (name) => ({ customerEndpoint: { type: 'phone_number', displayName: name } });

  void runShift({
    pace,
    isRouting: () => platform.isRouting,
    kinds: [
      {
        customers: CALLS,
        serve({ name, lines, sentiments, ...fields }) {
          const { id, about } = offered('voice', { ...fields, ...endpointOf(name) });
          const begun = Date.now();
          const say = ({ index, line, isCustomer }) =>
            server.hear(id, [
              {
                Transcript: {
                  Id: `${id}/${String(index)}`,
                  ParticipantId: isCustomer ? 'CUSTOMER' : 'AGENT',
                  ParticipantRole: isCustomer ? 'CUSTOMER' : 'AGENT',
                  Content: line,
                  BeginOffsetMillis: Date.now() - begun,
                  Sentiment: isCustomer ? sentiments[Math.min(index / 2, sentiments.length - 1)] : 'NEUTRAL',
                },
              },
            ]);
          return attend({ ...about, talk: () => converse({ ...about, lines, say }) });
        },
      },
      {
        customers: CHATS,
        serve({ name, lines, ...fields }) {
          const { id, about } = offered('chat', { ...fields, ...endpointOf(name) });
          const own = { DisplayName: name };
          return attend({
            ...about,
            talk: () =>
              chat({
                ...{ ...about, lines },
                isAnswered: () => platform.transcriptOf(id).at(-1)?.ParticipantRole === 'AGENT',
                type: () =>
                  platform.write(id, {
                    ...own,
                    Type: 'EVENT',
                    ContentType: 'application/vnd.amazonaws.connect.event.typing',
                  }),
                write: (Content) => platform.write(id, { ...own, Content }),
              }),
          });
        },
      },
      { customers: TASKS, serve: (task) => attend(offered('task', task).about) },
    ],
  });
  return { platform, server };
}
