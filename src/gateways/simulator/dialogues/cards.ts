import type { Dialogue } from '../../in-memory/dialogue.js';
import { SERVICES } from '../../in-memory/built-in-configuration.js';
import { agent, customer, empty, notAvailable, pending, value } from './lines.js';

/** Calls of the bank's card line: transcribed, with after-call work, codes and tags. */
export const cardCalls: readonly Dialogue[] = [
  {
    id: 'card-swallowed-in-lisbon',
    offer: {
      serviceId: SERVICES.cards,
      modality: 'audio-video',
      direction: 'inbound',
      caller: { name: 'Hanne Riis', phone: '+4520551733' },
      customer: { id: 'C-48113', name: 'Hanne Riis', phone: '+4520551733', email: 'hanne.riis@mail.example' },
      parameters: [value('CustomerNumber', 'C-48113'), pending('CardEnding'), pending('LastLogin')],
    },
    lateParameters: [
      { afterMs: 6000, parameters: [value('CardEnding', '•••• 4417')] },
      { afterMs: 15_000, parameters: [value('LastLogin', 'Yesterday, 21:14')] },
    ],
    lines: [
      agent('Card service, good morning, this is Maren Falk. How can I help you?'),
      customer(
        'Good morning, this is Hanne Riis. I am in Lisbon and the machine outside the station has just kept my card.',
        {
          sentiment: 'slightly-negative',
        },
      ),
      agent('Oh no, and that on the first day of a trip? Let us sort it out together. Did the machine show a message?'),
      customer(
        'Only that the service is not available, and then the screen went dark. There was nobody in the office.',
        {
          misheard:
            'Only that the surface is not available, and then the cream went dark. There was nobody in the office.',
        },
      ),
      agent(
        'Then it was most likely a fault of the machine and nothing about your account. May I ask for your date of birth?',
      ),
      customer('The ninth of March, nineteen seventy-eight.'),
      agent(
        'Thank you. I have stopped the card while we talk, so nobody can use it, even if the machine gives it back.',
      ),
      customer('That is a relief. But I have two more days here and forty euros in my pocket.', {
        sentiment: 'negative',
      }),
      agent(
        'We can put a card on your phone within a few minutes. It pays everywhere that takes contactless payments.',
        {
          delivery: 'twice',
        },
      ),
      customer('Really? I have never done that. Is it complicated?'),
      agent(
        'You open our app, tap on cards, and there is a button to add it to the phone. I stay on the line while you try.',
      ),
      customer('All right. Cards. Yes, there it is. It asks for a code.'),
      agent('That code has just been sent to you as a message.'),
      customer('It worked! It says ready to pay. That is wonderful, thank you so much.', {
        sentiment: 'very-positive',
      }),
      agent('Gladly. The plastic card will be in your letter box when you come home. Enjoy the city, Mrs Riis.'),
      customer('I will now. Goodbye!'),
    ],
    ending: 'other-side',
  },
  {
    id: 'charge-nobody-knows',
    offer: {
      serviceId: SERVICES.cards,
      modality: 'audio-video',
      direction: 'inbound',
      caller: { phone: '+493022184470' },
      parameters: [pending('CustomerNumber'), pending('CardEnding'), pending('RelationshipManager')],
    },
    lateParameters: [
      { afterMs: 20_000, parameters: [notAvailable('RelationshipManager', 'The directory did not answer.')] },
    ],
    lines: [
      agent('Card service, you are speaking to Maren Falk.'),
      customer('Finally. I have been waiting for twelve minutes, and I am angry already, I tell you that right away.', {
        sentiment: 'negative',
      }),
      agent('I can understand that. Thank you for staying on the line. What has happened?'),
      customer(
        'Somebody takes three hundred and nineteen euros from my card. Every month. For a gym I have never seen from inside!',
        {
          sentiment: 'very-negative',
        },
      ),
      agent('Three hundred and nineteen, every month, that I would not accept either. Who am I speaking to, please?'),
      customer('Okonkwo. Daniel Okonkwo.', {
        reveals: {
          customer: { id: 'C-20957', name: 'Daniel Okonkwo', phone: '+493022184470' },
          parameters: [value('CustomerNumber', 'C-20957'), value('CardEnding', '•••• 0862')],
        },
      }),
      agent('Thank you, Mr Okonkwo. I see the payments. The first one was in June, to a studio in Hamburg.', {
        delivery: 'late',
      }),
      customer('I live in Berlin. I have been to Hamburg twice in my life, and not to lift weights.', {
        sentiment: 'negative',
      }),
      agent('Then I will object to all of them in your name. You do not have to write anything yourself.'),
      customer('And the money?'),
      agent(
        'It is back on your account for the time being by Thursday, until the studio has shown a contract. If it cannot, it stays.',
      ),
      customer('Well. That sounds better than I expected, to be honest.', { sentiment: 'neutral' }),
      agent('I also send you a new card, because the number of the old one is obviously in the wrong hands.'),
      customer('Do that. And sorry for the tone at the beginning.', { sentiment: 'slightly-positive' }),
      agent('No need to be. Is there anything else on the statement that looks strange to you?'),
      customer('No. That was all. Thank you.'),
    ],
    ending: 'agent',
  },
  {
    id: 'higher-limit-for-a-wedding',
    offer: {
      serviceId: SERVICES.cards,
      modality: 'audio-video',
      direction: 'inbound',
      caller: { isAnonymous: true },
      parameters: [pending('CustomerNumber'), pending('CardEnding')],
    },
    lateParameters: [{ afterMs: 9000, parameters: [empty('CustomerNumber'), empty('CardEnding')] }],
    lines: [
      agent('Good afternoon, card service, Maren Falk speaking.'),
      customer('Hello! I hope you can help me, I am getting married on Saturday.', { sentiment: 'positive' }),
      agent('Congratulations! Then let us see that everything works. What can I do for you?'),
      customer('The caterer wants to be paid by card on the day, and it is more than my limit allows.'),
      agent('How much would it be?'),
      customer('Six thousand eight hundred. My limit is five.'),
      agent(
        'I can raise it for a week. Your number is withheld, so I need your name and the last four digits of the card.',
      ),
      customer('Amara Nwosu, and the card ends with two two nine one.', {
        reveals: {
          customer: { id: 'C-61844', name: 'Amara Nwosu', email: 'amara.n@mail.example' },
          parameters: [value('CustomerNumber', 'C-61844'), value('CardEnding', '•••• 2291')],
        },
      }),
      agent('Thank you, Mrs Nwosu. I have set it to eight thousand from Friday to Friday.'),
      customer('Perfect. One thing less on my list. You have no idea how long that list is.', {
        sentiment: 'very-positive',
      }),
      agent('I can imagine. I wish you both a beautiful day.'),
    ],
    ending: 'other-side',
  },
  {
    id: 'replacement-card-call-back',
    offer: {
      serviceId: SERVICES.cards,
      modality: 'audio-video',
      direction: 'outbound',
      customer: { id: 'C-33502', name: 'Lorenzo Bianchi', phone: '+390255512080', company: 'Bianchi Ceramiche' },
      parameters: [value('CustomerNumber', 'C-33502'), value('CardEnding', '•••• 7730')],
    },
    transcriptUnavailable: 'Outbound calls to this country are not transcribed.',
    lines: [
      agent('Good morning, Mr Bianchi, this is Maren Falk of the card service. You asked us to call back.'),
      customer('Yes, good morning. The new company card has not come yet, and I leave for the fair tomorrow.'),
      agent('It is at the parcel station in your street since yesterday. I send you the code for it.'),
      customer('Then I pick it up tonight. Thank you for calling.', { sentiment: 'positive' }),
    ],
    ending: 'agent',
  },
];
