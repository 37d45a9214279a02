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
    suggested: { primaryCode: 'card-blocked', secondaryCode: 'solved', tags: ['travel', 'identity confirmed'] },
    summary: {
      title: 'Inbound call, Card Service Line, Maren Falk',
      issue:
        'A cash machine in Lisbon has kept the card of Hanne Riis. She stays two more days and has little cash left.',
      resolution:
        'The card was stopped. A card on the phone was set up during the call; a new plastic card is on its way.',
      recap:
        'Mrs Riis lost her card to a faulty machine at the start of a trip. It was stopped, and she now pays with her phone.',
      narrative:
        'The customer called from Lisbon: the machine outside the station had shown a message that the service was not available and kept her card.\n\nAfter the date of birth was confirmed, the card was stopped. As she had two days and forty euros left, the agent led her through adding a card to her phone and stayed on the line until it worked.\n\nA plastic card will be in her letter box when she is back.',
    },
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
    suggested: {
      primaryCode: 'charge-disputed',
      secondaryCode: 'call-back',
      tags: ['fraud check', 'replacement card'],
    },
    summary: {
      title: 'Inbound call, Card Service Line, Maren Falk',
      issue: 'A studio in Hamburg takes 319 euros a month from the card of Daniel Okonkwo, who has never been there.',
      resolution:
        'All payments are objected to, the money is back for the time being by Thursday, and a new card is sent.',
      recap:
        'Mr Okonkwo disputes monthly payments since June. The bank objects for him and replaces the card, because its number is known to others.',
      narrative:
        'The customer had waited for twelve minutes and was upset at first.\n\nHe lives in Berlin and does not know the studio. The agent found payments since June, objects to all of them in his name, and promised the money back by Thursday unless the studio shows a contract.\n\nNothing else on the statement looked strange to him.',
    },
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
    summary: { failure: 'The service that writes summaries did not answer in time.' },
  },
  {
    id: 'replacement-card-call-back',
    offer: {
      serviceId: SERVICES.cards,
      modality: 'audio-video',
      direction: 'outbound',
      customer: { id: 'C-33502', name: 'Lorenzo Bianchi', phone: '+390255512080', company: 'Bianchi Ceramiche' },
      parameters: [value('CustomerNumber', 'C-33502'), value('CardEnding', '•••• 7730')],
      isTranscribable: false,
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
  {
    id: 'limit-before-a-long-trip',
    offer: {
      serviceId: SERVICES.cards,
      modality: 'audio-video',
      direction: 'outbound',
      customer: { id: 'C-57719', name: 'Ingrid Vang', phone: '+4722555014' },
      parameters: [value('CustomerNumber', 'C-57719'), value('CardEnding', '•••• 3315')],
    },
    isTranscribable: true,
    lines: [
      agent('Good afternoon, Mrs Vang, Maren Falk of the card service. You wrote that you are going away for a while.'),
      customer('Oh, that was quick. Yes, five months on a boat, from Bergen to the Azores and back.', {
        sentiment: 'positive',
      }),
      agent('That sounds wonderful. Your limit is for a month on land. Shall I raise it for the ports?'),
      customer('Please do. Four thousand would be enough, harbours are not cheap.'),
      agent('Four thousand from May to September, then it goes back by itself.'),
      customer('Perfect. And if the card falls into the water?'),
      agent('Then you call us by satellite, and there is one in your phone already.'),
      customer('You have thought of everything.', { sentiment: 'very-positive' }),
    ],
    ending: 'agent',
    summary: {
      title: 'Outbound call, Card Service Line, Maren Falk',
      issue: 'Ingrid Vang sails for five months and needs a higher limit on her way.',
      resolution: 'The limit is four thousand from May to September and goes back by itself.',
      recap: 'Mrs Vang asked for a call before a long trip. Her limit was raised for its time.',
    },
  },
];
