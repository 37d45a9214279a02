// A day at the stub of Twilio: calls about savings, chats about claims, and claims that come by fax.
import { attend, chat, runShift } from './shift.mjs';
import { Conversations } from './twilio-conversations.mjs';
import { ConversationsServer } from './twilio-conversations-server.mjs';
import { TwilioPlatform } from './twilio.mjs';

const CALLS = [
  {
    name: 'Ruth Amsel',
    from: '+4940885190',
    product: 'savings',
    CustomerNumber: 'C-52003',
    RelationshipManager: 'Jonas Weiss',
  },
  {
    name: 'Matteo Galli',
    from: '+390655512',
    product: 'savings',
    CustomerNumber: 'C-52217',
    RelationshipManager: 'Sofia Lindqvist',
  },
];

const CHATS = [
  {
    attributes: { name: 'Noor Haddad', product: 'claims', ClaimNumber: 'CL-8990', PolicyNumber: 'P-330-118' },
    lines: [
      'Hello, the storm has taken some tiles off our roof. What do you need from me?',
      'I can send photos tonight.',
      'Good to know. Thank you!',
    ],
  },
  {
    attributes: { name: 'Piet Brouwer', product: 'claims', ClaimNumber: 'CL-8961', PolicyNumber: 'P-330-072' },
    lines: ['Has the bill of the garage reached you?', 'I sent it on Monday.', 'That is quick, thanks!'],
  },
];

const FAXES = [
  {
    name: 'Workshop Delling',
    title: 'Claim form',
    product: 'claims',
    ClaimNumber: 'CL-9021',
    PolicyNumber: 'P-118-204',
  },
  { name: 'Dr Selim Aydin', title: 'Bill', product: 'claims', ClaimNumber: 'CL-9044', PolicyNumber: 'P-118-377' },
];

const PHASES = { pending: 'offered', accepted: 'open' };

/** Opens it. Answers with the platform and the server of its conversations. */
export async function openTwilio(pace, name) {
  const platform = new TwilioPlatform({ name });
  const conversations = new ConversationsServer(new Conversations(() => Date.now()));
  await Promise.all([platform.open(), conversations.open()]);
  let count = 0;

  function offered(channel, attributes) {
    const sid = platform.offer(channel, attributes, { timeout: 75 });
    const phase = () => {
      const reservation = platform.reservations.get(sid);
      return reservation ? (PHASES[reservation.reservation_status] ?? 'ending') : 'over';
    };
    const giveUp = () => platform.move(sid, 'canceled');
    const leave = () => platform.move(sid, 'wrapping');
    return { sid, about: { pace, phase, giveUp, leave } };
  }

  void runShift({
    pace,
    isRouting: () => platform.isRouting,
    kinds: [
      {
        customers: CHATS,
        serve({ attributes, lines }) {
          const conversationSid = `CH${String((count += 1)).padStart(32, '0')}`;
          const conversation = conversations.begin(conversationSid, attributes.name);
          const customer = conversation.participants.get(attributes.name);
          const { about } = offered('chat', { ...attributes, conversationSid });
          return attend({
            ...about,
            talk: () =>
              chat({
                ...{ ...about, lines },
                isAnswered: () => conversation.messages.at(-1)?.author !== attributes.name,
                type: () => conversation.emit('typingStarted', customer),
                write(line) {
                  conversation.emit('typingEnded', customer);
                  conversation.write(line);
                },
              }),
          });
        },
      },
      {
        customers: CALLS,
        serve(caller) {
          const { about } = offered('voice', caller);
          return attend({
            ...about,
            talk: async () => {
              await pace.between(40, 90);
              if (about.phase() === 'open') about.leave();
            },
          });
        },
      },
      { customers: FAXES, serve: (fax) => attend(offered('fax', fax).about) },
    ],
  });
  return { platform, conversations };
}
