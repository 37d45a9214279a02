// A day at the stub of Genesys Cloud: messages that can be parked, calls that are transcribed, and mails.
import { GenesysPlatform } from './genesys.mjs';
import { attend, chat, converse, runShift } from './shift.mjs';

/** Queues, as the demonstration maps them to services. */
const [ORDERS, RECEPTION, CLAIMS] = ['queue-orders', 'queue-reception', 'queue-claims'];

const MESSAGES = [
  {
    customer: {
      name: 'Ines Carvalho',
      attributes: { OrderNumber: 'HH-80211', Basket: 'Desk lamp', DeliveryTown: 'Lyon' },
    },
    lines: [
      'Good afternoon, the lamp I ordered has a crack in its glass.',
      'I have a photo, if that helps.',
      'A new one would be best, it is a present.',
      'Very kind, thank you.',
    ],
  },
  {
    customer: {
      name: 'Aleksander Nowak',
      attributes: { OrderNumber: 'HH-80233', Basket: 'Wool hat', DeliveryTown: 'Bath' },
    },
    lines: ['Is the blue jacket coming back in medium?', 'Please let me know when it does', 'Great, thanks!'],
  },
];

const CALLS = [
  {
    customer: { name: 'Bridget Farley', address: 'tel:+441225550163' },
    lines: [
      'Hello, I was told to ring this number about my appointment.',
      'Hello. With whom is it?',
      'With your advisor in Bath, on Friday. I would need to move it.',
      'Monday at ten is free. Would that suit you?',
      'Monday at ten is fine.',
      'Then I have moved it. You will get a message.',
    ],
  },
  {
    customer: { name: 'Karel Dvorak', address: 'tel:+420224550178' },
    lines: [
      'Good day, am I right here for the branch in Prague?',
      'We can help you from here. What is it about?',
      'I have left my umbrella there this morning.',
      'I will ask them to keep it for you.',
    ],
  },
];

const MAILS = [
  {
    customer: {
      name: 'Sven Maurer',
      address: 'sven.maurer@mail.example',
      attributes: { ClaimNumber: 'CL-8807', PolicyNumber: 'P-207-551' },
    },
    media: { subject: 'Photos of the damage to my bicycle' },
  },
  {
    customer: {
      name: 'Amelie Roux',
      address: 'a.roux@mail.example',
      attributes: { ClaimNumber: 'CL-8815', PolicyNumber: 'P-207-608' },
    },
    media: { subject: 'When will my claim be decided?' },
  },
];

/** Opens it. Answers with the platform. */
export async function openGenesys(pace, name) {
  const platform = await new GenesysPlatform({ name }).start();

  function offered(kind, queueId, { customer, media }) {
    const agent = { alertingTimeoutMs: 75_000 };
    const id = platform.offer(kind, { queueId, customer, media, agent });
    const phase = () => {
      const { state, afterCallWork } = platform.mediaOf(id);
      if (state === 'alerting') return 'offered';
      if (state === 'connected') return 'open';
      return afterCallWork?.state === 'pending' ? 'ending' : 'over';
    };
    const leave = () => platform.customerLeaves(id);
    return { id, about: { pace, phase, leave, giveUp: leave } };
  }

  void runShift({
    pace,
    isRouting: () => platform.isRouting,
    kinds: [
      {
        customers: MESSAGES,
        serve({ lines, ...fields }) {
          const { id, about } = offered('messages', ORDERS, fields);
          let written = 0;
          const answers = () => platform.mediaOf(id).messages.length;
          return attend({
            ...about,
            talk: () =>
              chat({
                ...{ ...about, lines },
                isAnswered: () => answers() > written,
                write(line) {
                  platform.write(id, line);
                  written = answers();
                },
              }),
          });
        },
      },
      {
        customers: CALLS,
        serve({ lines, ...fields }) {
          const { id, about } = offered('calls', RECEPTION, fields);
          const begun = Date.now();
          const say = ({ index, line, isCustomer }) => {
            const utterance = (transcript, isFinal) => ({
              utteranceId: `${id}/${String(index)}`,
              isFinal,
              channel: isCustomer ? 'EXTERNAL' : 'INTERNAL',
              dialect: 'en-GB',
              alternatives: [{ transcript, offsetMs: Date.now() - begun }],
            });
            platform.speak(id, [utterance(line.slice(0, line.indexOf(' ', line.length / 2)), false)]);
            void pace.wait(1).then(() => platform.speak(id, [utterance(line, true)]));
          };
          return attend({ ...about, talk: () => converse({ ...about, lines, say }) });
        },
      },
      { customers: MAILS, serve: (mail) => attend(offered('emails', CLAIMS, mail).about) },
    ],
  });
  return { platform };
}
