import type { EmailMessage } from '../../../core/model/email.js';

const CLAIMS = { name: 'Harbour and Hill Claims', address: 'claims@harbour-hill.example' };

/** With formatting: a table, an image from elsewhere, one from the attachments, copies. */
export const waterUnderTheFloor: EmailMessage = {
  from: { name: 'Petra Novák', address: 'petra.novak@mail.example' },
  to: [CLAIMS],
  cc: [
    { name: 'Novák Jiří', address: 'jiri.novak@mail.example' },
    { name: 'Sanitär Lindt', address: 'werkstatt@lindt-sanitaer.example' },
  ],
  mailbox: CLAIMS.address,
  subject: 'Water under the kitchen floor',
  html: [
    '<div style="font-family: Verdana, sans-serif; font-size: 14px">',
    '<p>Dear team,</p>',
    '<p>during the weekend the hose of our dishwasher came loose. By the time we noticed, the water had found its way under',
    'the parquet. A plumber has closed the pipe and written a report, which I attach.</p>',
    '<table border="1" cellpadding="6" style="border-collapse: collapse">',
    '<tr style="background-color: #eef3f7"><th align="left">Room</th><th align="right">Wet area</th><th align="left">Floor</th></tr>',
    '<tr><td>Kitchen</td><td align="right">9 m²</td><td>Oak parquet, lifted</td></tr>',
    '<tr><td>Hall</td><td align="right">2 m²</td><td>Tiles, joints wet</td></tr>',
    '</table>',
    '<p><img src="cid:kitchen-1" alt="the kitchen on Sunday evening"></p>',
    '<p><b>What should we do about drying?</b> The fitter could begin on Wednesday, but he asks who pays.</p>',
    '<p>Kind regards<br>Petra Novák</p>',
    '<p style="color: #5f6b76; font-size: 12px"><img src="https://images.example/novak/signature.png" alt="Novák Architects" width="160" height="40"></p>',
    '</div>',
  ].join('\n'),
  text:
    'Dear team,\n\nduring the weekend the hose of our dishwasher came loose. By the time we noticed, the water had found its way under the parquet. ' +
    'A plumber has closed the pipe and written a report, which I attach.\n\n' +
    'What should we do about drying? The fitter could begin on Wednesday, but he asks who pays.\n\nKind regards\nPetra Novák',
  attachments: [
    { id: 'report', name: 'Report of the plumber.pdf', size: 284_300, mediaType: 'application/pdf' },
    { id: 'kitchen-1', name: 'kitchen 1.jpg', size: 2_104_000, mediaType: 'image/jpeg' },
    { id: 'kitchen-2', name: 'kitchen 2.jpg', size: 1_960_500, mediaType: 'image/jpeg' },
  ],
};

/** Plain text. */
export const photosOfTheBicycle: EmailMessage = {
  from: { address: 'tom.hendriksen@mail.example' },
  to: [CLAIMS],
  mailbox: CLAIMS.address,
  subject: 'Re: Your claim S-2279-04 – the photos you asked for',
  text: 'Hello,\n\nhere are the pictures of the frame number and of the lock that was cut. The receipt I have only as a photo of a photo, I hope it will do.\n\nBest\nTom',
  attachments: [
    { id: 'frame', name: 'frame number.heic', size: 3_220_000, mediaType: 'image/heic' },
    { id: 'lock', name: 'lock.heic', size: 2_870_000, mediaType: 'image/heic' },
    { id: 'receipt', name: 'receipt of receipt.jpg', size: 640_100, mediaType: 'image/jpeg' },
  ],
};

/** With a link that leads elsewhere than it says. */
export const thirdReminder: EmailMessage = {
  from: { name: 'Vogel Gartenbau', address: 'office@vogel-gartenbau.example' },
  to: [CLAIMS],
  cc: [{ name: 'Karl Vogel', address: 'karl@vogel-gartenbau.example' }],
  replyTo: [{ name: 'Ruth Vogel', address: 'ruth@vogel-gartenbau.example' }],
  mailbox: CLAIMS.address,
  subject: 'THIRD reminder: storm damage 14 September',
  html: [
    '<p>Good morning,</p>',
    '<p>since the storm one of our two greenhouses has no roof. We sent the estimate on <b>16 September</b>, again on',
    '<b>2 October</b>, and I now send it for the <span style="color: #b00020; font-weight: bold">third time</span>.</p>',
    '<p>It also stands here: <a href="https://files.example/s/8841?to=claims">vogel-gartenbau.example/estimate</a></p>',
    '<p>The first frost is expected next week. If nobody answers by Friday, we will have the glass put in and argue about the',
    'money later.</p>',
    '<p>Ruth Vogel</p>',
  ].join('\n'),
  text:
    'Good morning,\n\nsince the storm one of our two greenhouses has no roof. We sent the estimate on 16 September, again on 2 October, and I now send it for the third time. ' +
    'The first frost is expected next week. If nobody answers by Friday, we will have the glass put in and argue about the money later.\n\nRuth Vogel',
  attachments: [{ id: 'estimate', name: 'Estimate glass roof.pdf', size: 118_900, mediaType: 'application/pdf' }],
};
