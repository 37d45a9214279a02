import type { Dialogue } from '../../in-memory/dialogue.js';
import { SERVICES } from '../../in-memory/built-in-configuration.js';
import { agent, customer, pending, system, value } from './lines.js';

/** What nobody is asked to take: it waits until somebody picks it. */
export const waitingTasks: readonly Dialogue[] = [
  {
    id: 'skylight-in-the-hail',
    offer: {
      serviceId: SERVICES.claims,
      modality: 'email',
      direction: 'inbound',
      subject: 'Hail has cracked our skylight',
      email: {
        from: { name: 'Amina Diallo', address: 'amina.diallo@mail.example' },
        to: [{ name: 'Harbour and Hill Claims', address: 'claims@harbour-hill.example' }],
        mailbox: 'claims@harbour-hill.example',
        subject: 'Hail has cracked our skylight',
        text: 'Good morning,\n\nlast night hail cracked the skylight above our stairs. It is covered with foil for now. May we have it replaced at once, or does somebody want to see it first?\n\nAmina Diallo',
      },
      caller: { upn: 'amina.diallo@mail.example', name: 'Amina Diallo' },
      customer: { id: 'P-66201', name: 'Amina Diallo', email: 'amina.diallo@mail.example' },
      parameters: [value('PolicyNumber', 'HH-H-207-551'), pending('ClaimNumber')],
    },
    lateParameters: [{ afterMs: 9000, parameters: [value('ClaimNumber', 'S-2301-12')] }],
    lines: [],
    ending: 'agent',
  },
  {
    id: 'keys-for-the-cellar',
    offer: {
      serviceId: SERVICES.dispatch,
      modality: 'external',
      direction: 'none',
      subject: 'Find a date for the cellar pump, Quay Road 22',
      externalTask: {
        description: 'The pump runs all day. The tenant has the cellar keys and is at home on Tuesdays and Fridays.',
        url: 'https://dispatch.example/jobs/J-5544',
      },
      customer: { name: 'Oluwaseun Bello', phone: '+441632960177' },
      parameters: [value('JobNumber', 'J-5544'), value('SiteAddress', 'Quay Road 22, Cardiff')],
    },
    lines: [system('Two technicians are free on Friday morning.')],
    ending: 'agent',
  },
  {
    id: 'lamp-without-a-screw',
    offer: {
      serviceId: SERVICES.orders,
      modality: 'im',
      direction: 'inbound',
      customer: { name: 'Jun Watanabe', email: 'jun.watanabe@mail.example' },
      parameters: [value('OrderNumber', 'HH-204611')],
      messaging: { isFormatted: true, takesTyping: true },
    },
    lines: [
      customer('Hello, a screw is missing from my lamp. No hurry, I am at work until five.'),
      agent('Hello! Which one: the long one for the arm, or the small one of the foot?'),
      customer('The long one. Everything else was in the box'),
      agent('It goes out today by letter, free of charge. You will have it the day after tomorrow.'),
      customer('Perfect, thanks', { sentiment: 'positive' }),
    ],
    ending: 'other-side',
  },
];
