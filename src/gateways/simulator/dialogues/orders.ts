import type { Dialogue } from '../../in-memory/dialogue.js';
import { SERVICES } from '../../in-memory/built-in-configuration.js';
import { agent, bot, customer, pending, value } from './lines.js';

/** Chats of the order desk. */
export const orderChats: readonly Dialogue[] = [
  {
    id: 'parcel-at-the-neighbours',
    isVisitor: true,
    offer: {
      serviceId: SERVICES.orders,
      modality: 'im',
      direction: 'inbound',
      parameters: [pending('OrderNumber'), pending('Basket'), pending('DeliveryTown')],
      messaging: { maxLength: 320, isFormatted: true, takesTyping: true },
    },
    lateParameters: [{ afterMs: 12_000, parameters: [value('DeliveryTown', 'Utrecht'), value('Basket', '1 item')] }],
    lines: [
      bot('Hello! Tell me in a few words what it is about, then I will find somebody for you.'),
      customer('My parcel is "delivered" since yesterday but there is no parcel'),
      agent('Hello, this is Maren from the order desk. Let me look for it. Do you have the order number at hand?'),
      customer('HH-204418', { reveals: { parameters: [value('OrderNumber', 'HH-204418')] } }),
      agent('Thank you. The driver has noted “left with neighbour, no. 14”. Does that tell you anything?'),
      customer('number 14 is my own house 🙄', { sentiment: 'slightly-negative' }),
      agent('Then either the driver or the note is wrong. I am asking the depot where the scanner was at that moment.'),
      customer('ok'),
      agent('The scan was in front of number 41. It looks as if two digits changed places.'),
      customer('haha. I know them, they have the big dog. I will go over', { sentiment: 'positive' }),
      agent('If it is not there, write to us again with **HH-204418**, then we send a new one *today*.', {
        format: 'markdown',
      }),
      customer('Got it!! They had put it in the hallway for me. Thank you', { sentiment: 'very-positive' }),
    ],
    whileParked: ['Hello?', 'Are you still looking?'],
    ending: 'other-side',
  },
  {
    id: 'boots-for-a-birthday',
    isVisitor: true,
    offer: {
      serviceId: SERVICES.orders,
      modality: 'im',
      direction: 'inbound',
      parameters: [pending('Basket')],
      messaging: {
        isFormatted: true,
        takesTyping: true,
        files: { types: ['image/*', 'application/pdf', '.pdf'], maxBytes: 10_000_000, maxCount: 5 },
      },
    },
    lateParameters: [{ afterMs: 5000, parameters: [value('Basket', '2 items, 179.80 €')] }],
    lines: [
      customer('Hi, do the walking boots run small? They are a birthday present and I cannot let her try them on'),
      agent('Hi! They do, by about half a size. What does she usually wear?'),
      customer('38, sometimes 38.5'),
      agent('Then I would take the 39. With thick socks nobody has complained about it yet.'),
      customer('And if it is wrong?'),
      agent('She has 60 days to change them, also without the receipt. I can add a gift note with a code for that.'),
      customer('That would be great. Please no price on it'),
      agent('Of course not. What should the note say?'),
      customer('"For the next mountain. Love, P."', { sentiment: 'positive' }),
      agent('Lovely. It is in the parcel, and the parcel will be there on Thursday.'),
    ],
    whileParked: [
      'Sorry to push, I would like to order before noon',
      'Still there?',
      'I can also call if that is easier',
    ],
    ending: 'agent',
    troubles: ['unpark'],
  },
  {
    id: 'broken-lamp',
    offer: {
      serviceId: SERVICES.orders,
      modality: 'im',
      direction: 'inbound',
      caller: { upn: 'mireille.caron@mail.example' },
      customer: { id: 'K-7712', name: 'Mireille Caron', email: 'mireille.caron@mail.example' },
      parameters: [value('OrderNumber', 'HH-203877'), value('DeliveryTown', 'Lyon'), pending('Basket')],
      messaging: { maxLength: 1024, files: { types: ['image/*', 'application/pdf'], maxBytes: 5_000_000 } },
    },
    closesInMs: 50 * 60_000,
    lines: [
      customer('Good evening. The lamp came today, and the glass shade is in pieces. For the second time.', {
        sentiment: 'slightly-negative',
        attachments: [{ id: 'lamp', name: 'the shade.jpg', size: 1_840_200, mediaType: 'image/jpeg' }],
      }),
      agent('Good evening, Mrs Caron. For the second time, I am really sorry. May I ask how it was packed?'),
      customer('As the first one. One layer of paper. I wrote that to you the last time.', { sentiment: 'negative' }),
      agent('You did, I can read it here, and nobody passed it on. That was our mistake.'),
      customer('I do not want a third box of broken glass, you understand?', { sentiment: 'very-negative' }),
      agent(
        'I understand. I see two ways: our shop in Lyon gives you the lamp from the display, tested, or you get the money back today.',
      ),
      customer('The shop in rue Mercière?', { sentiment: 'slightly-negative' }),
      agent(
        'Yes. It is put aside in your name until Saturday. And the delivery costs of both parcels come back to you.',
      ),
      customer('Then I will take the one from the shop. Thank you for not sending me a form.', {
        sentiment: 'slightly-positive',
      }),
    ],
    whileParked: ['I am waiting.', 'Is anybody reading this?'],
    ending: 'agent',
    troubles: ['park'],
  },
];
