// A page of one mail and one composer, with what a host chooses of trusted types in its address.
import { html, render } from 'lit';
import '../../src/define.js';
import { nameTrustedTypesPolicy } from '../../src/index.js';
import { aGateway } from '../../stories/scenarios/builders.js';
import { aFormattedMail, aMailSession } from '../../stories/scenarios/mails.js';

const policy = new URLSearchParams(location.search).get('policy');
if (policy !== null) nameTrustedTypesPolicy(policy);

const mail = aMailSession(aFormattedMail());
render(
  html`<session-provider lang="en" .gateway=${aGateway({ sessions: [mail] })}>
      <email-conversation session-id=${mail.id} style="block-size: 600px"></email-conversation>
    </session-provider>
    <message-composer label="Message" formatted></message-composer>`,
  document.querySelector('#kit') ?? document.body,
);
