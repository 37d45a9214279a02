import type { Dialogue } from '../../in-memory/dialogue.js';
import { SERVICES } from '../../in-memory/built-in-configuration.js';
import { agent, customer, pending, value } from './lines.js';

/** Calls of services without a transcript: one is not licensed for it, the other has it switched off. */
export const otherCalls: readonly Dialogue[] = [
  {
    id: 'delivery-at-the-gate',
    offer: {
      serviceId: SERVICES.reception,
      modality: 'audio-video',
      direction: 'inbound',
      caller: { phone: '+447700900461' },
    },
    lines: [
      agent('Harbour and Hill, reception, Maren Falk speaking.'),
      customer('I am at the south gate with eleven pallets, and the barrier does not open.'),
      agent('I let you in. Please keep to the right, dock number four is free.'),
      customer('Cheers.'),
    ],
    ending: 'other-side',
  },
  {
    id: 'visitor-for-the-board',
    offer: {
      serviceId: SERVICES.reception,
      modality: 'audio-video',
      direction: 'inbound',
      caller: { name: 'Nadia Haddad', phone: '+33155501820' },
    },
    lines: [
      agent('Reception, good morning.'),
      customer('Good morning, Nadia Haddad. I am expected at ten, but my train is forty minutes late.'),
      agent('Thank you for letting us know. Whom are you visiting?'),
      customer('Mr Sørensen, on the fifth floor.'),
      agent('I will tell him, and your badge will be waiting here.'),
    ],
    ending: 'agent',
  },
  {
    id: 'savings-for-a-first-home',
    offer: {
      serviceId: SERVICES.savings,
      modality: 'audio-video',
      direction: 'inbound',
      caller: { name: 'Yusuf Demir', phone: '+4917655501299' },
      customer: { id: 'C-51270', name: 'Yusuf Demir', phone: '+4917655501299' },
      parameters: [value('CustomerNumber', 'C-51270'), pending('RelationshipManager')],
    },
    lateParameters: [{ afterMs: 7000, parameters: [value('RelationshipManager', 'Ingrid Solberg')] }],
    lines: [
      agent('Savings advice, Maren Falk, good afternoon.'),
      customer(
        'Good afternoon. My wife and I want to buy a flat in five years and would like to know where to begin.',
        {
          sentiment: 'positive',
        },
      ),
      agent('What a good time to ask. Do you already put something aside every month?'),
      customer('Four hundred, but it just lies there.'),
      agent('Then let us find a place for it. Would an appointment with Mrs Solberg on Tuesday suit you?'),
      customer('After five o’clock, yes.'),
    ],
    ending: 'agent',
  },
  {
    id: 'savings-call-not-answered',
    offer: {
      serviceId: SERVICES.savings,
      modality: 'audio-video',
      direction: 'outbound',
      customer: { id: 'C-18833', name: 'Elif Aydın', phone: '+905325550147' },
      parameters: [value('CustomerNumber', 'C-18833')],
    },
    lines: [],
    ending: 'agent',
    answer: 'does-not-answer',
  },
];
