import type { EmailMessage, Session } from '../../src/index.js';
import { MINUTE, aSession } from './builders.js';
import { NOW } from './scripted-gateway.js';

/** A letter with what letters have: a table, a link that lies, an image from elsewhere and one from the attachments. */
const LETTER = `<html><head><style>p { position: fixed }</style></head><body style="font-family: Georgia">
<p>Dear team,</p>
<p>the <b>card reader</b> at our counter shows an error since this morning:</p>
<table border="1" cellpadding="4" style="border-collapse: collapse">
  <tr><th>Time</th><th>Message</th></tr>
  <tr><td>08:10</td><td style="color: #b3261e">Connection refused</td></tr>
  <tr><td>09:32</td><td>Please call your bank</td></tr>
</table>
<p>A picture of it: <img src="cid:reader-1" alt="the reader"></p>
<p>The manual says <a href="https://reader-help.example/errors">www.lakeside-bank.example</a>, which does not open.</p>
<p>Kind regards<br>Nora Feld</p>
<img src="https://images.example/logo.png" alt="Feld Interiors" width="120" height="40">
<img src="http://images.example/pixel.gif?reader=4711" width="1" height="1">
<div style="background-image: url('https://images.example/paper.png')"></div>
</body></html>`;

/** A mail to the card line; what a scenario is about is overridden. */
export const aMail = (about: Partial<EmailMessage> = {}): EmailMessage => ({
  from: { name: 'Nora Feld', address: 'nora@feld-interiors.example' },
  to: [{ name: 'Card Line', address: 'cards@lakeside-bank.example' }],
  mailbox: 'cards@lakeside-bank.example',
  subject: 'Card reader shows an error',
  sentAt: NOW - 40 * MINUTE,
  text: 'Dear team,\n\nthe card reader at our counter shows an error since this morning.\n\nKind regards\nNora Feld',
  ...about,
});

/** The same mail with its formatting, copies and attachments. */
export const aFormattedMail = (about: Partial<EmailMessage> = {}): EmailMessage =>
  aMail({
    html: LETTER,
    cc: [{ name: 'Ivo Feld', address: 'ivo@feld-interiors.example' }, { address: 'it@feld-interiors.example' }],
    attachments: [
      { id: 'a1', name: 'reader-1.jpg', size: 1_842_000, mediaType: 'image/jpeg', url: 'https://mail.example/a/a1' },
      { id: 'a2', name: 'error log.txt', size: 812, mediaType: 'text/plain' },
    ],
    ...about,
  });

/** The session of a mail, being worked on. */
export const aMailSession = (email: EmailMessage = aMail(), about: Partial<Session> = {}): Session =>
  aSession({ id: 'mail-1', modality: 'email', subject: email.subject ?? 'Card reader', email, ...about });
