import type { Dialogue } from '../../in-memory/dialogue.js';
import { SERVICES } from '../../in-memory/built-in-configuration.js';
import { photosOfTheBicycle, thirdReminder, waterUnderTheFloor } from './mails.js';
import { empty, notAvailable, pending, system, value } from './lines.js';

/** Mails to the claims mailbox and jobs that another system hands over: work without a live conversation. */
export const writtenTasks: readonly Dialogue[] = [
  {
    id: 'water-under-the-floor',
    offer: {
      serviceId: SERVICES.claims,
      modality: 'email',
      direction: 'inbound',
      subject: 'Water under the kitchen floor',
      email: waterUnderTheFloor,
      caller: { upn: 'petra.novak@mail.example', name: 'Petra Novák' },
      customer: { id: 'P-90418', name: 'Petra Novák', email: 'petra.novak@mail.example' },
      parameters: [pending('ClaimNumber'), value('PolicyNumber', 'HH-H-118-204')],
    },
    lateParameters: [{ afterMs: 10_000, parameters: [value('ClaimNumber', 'S-2288-31')] }],
    lines: [],
    ending: 'agent',
  },
  {
    id: 'photos-of-the-bicycle',
    offer: {
      serviceId: SERVICES.claims,
      modality: 'email',
      direction: 'inbound',
      subject: 'Re: Your claim S-2279-04 – the photos you asked for',
      email: photosOfTheBicycle,
      caller: { upn: 'tom.hendriksen@mail.example' },
      parameters: [value('ClaimNumber', 'S-2279-04'), pending('PolicyNumber')],
    },
    lateParameters: [
      { afterMs: 8000, parameters: [notAvailable('PolicyNumber', 'The policy system is being maintained.')] },
    ],
    lines: [],
    ending: 'agent',
  },
  {
    id: 'third-reminder',
    offer: {
      serviceId: SERVICES.claims,
      modality: 'email',
      direction: 'inbound',
      subject: 'THIRD reminder: storm damage 14 September',
      email: thirdReminder,
      caller: { upn: 'office@vogel-gartenbau.example', name: 'Vogel Gartenbau' },
      customer: {
        id: 'P-77120',
        name: 'Ruth Vogel',
        company: 'Vogel Gartenbau',
        email: 'office@vogel-gartenbau.example',
      },
      parameters: [value('ClaimNumber', 'S-2251-77'), value('PolicyNumber', 'HH-B-044-913')],
    },
    lines: [],
    ending: 'agent',
  },
  {
    id: 'lift-stands-still',
    offer: {
      serviceId: SERVICES.dispatch,
      modality: 'external',
      direction: 'none',
      subject: 'Lift stands still, Wharf Street 9',
      externalTask: {
        description:
          'Reported by the building at 08:52: the left lift stops between the second and third floor. Nobody is inside.',
        url: 'https://dispatch.example/jobs/J-5520',
      },
      customer: { name: 'Wharf Street Residents', company: 'Wharf Street Housing', phone: '+441632960118' },
      parameters: [
        value('JobNumber', 'J-5520'),
        value('SiteAddress', 'Wharf Street 9, Bristol'),
        pending('Technician'),
      ],
    },
    lateParameters: [{ afterMs: 14_000, parameters: [value('Technician', 'Grace Adeyemi, free from 14:00')] }],
    lines: [system('The caretaker is on site until 16:00 and has the key to the machine room.')],
    ending: 'agent',
  },
  {
    id: 'boiler-visit-called-off',
    offer: {
      serviceId: SERVICES.dispatch,
      modality: 'external',
      direction: 'none',
      subject: 'Move boiler inspection',
      externalTask: {
        description: 'The tenant asks for another day than the 24th; mornings suit best.',
        url: 'https://dispatch.example/jobs/J-5527',
      },
      parameters: [value('JobNumber', 'J-5527'), pending('SiteAddress'), pending('Technician')],
    },
    lateParameters: [{ afterMs: 6000, parameters: [value('SiteAddress', 'Mill Lane 3, Bath'), empty('Technician')] }],
    lines: [
      system('The tenant looks at free days in the portal. A call may not be needed.'),
      system('Update: the tenant has booked a new day online.'),
    ],
    ending: 'cancelled',
  },
];
