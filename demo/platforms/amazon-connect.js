// Their order matters: all three write into the one object that the first of them makes.
import 'amazon-connect-streams';
import 'amazon-connect-chatjs';
import 'amazon-connect-taskjs';
import { createAmazonConnectGateway } from 'my-sessions/gateways/amazon-connect';

const { connect } = window;

/** The chat of a contact, by the SDK for chats. */
async function chatOf(contact) {
  const chat = connect.ChatSession.create({
    chatDetails: contact.getAgentConnection().getMediaInfo(),
    type: 'AGENT',
    websocketManager: connect.core.getWebSocketManager(),
    options: { region: 'eu-central-1' },
    disableCSM: true, // a script of the vendor's, from the vendor's server
  });
  await chat.connect();
  return chat;
}

/** What Contact Lens hears comes from a server of the host; here from beside the stub. */
function hearLens(origin, feed) {
  let socket;
  let isOver = false;
  const open = () => {
    socket = new window.WebSocket(`${origin.replace('http', 'ws')}/lens`);
    socket.onmessage = ({ data }) => {
      const { contactId, segments } = JSON.parse(data);
      feed(contactId, segments);
    };
    socket.onclose = () => isOver || setTimeout(open, 1000);
  };
  open();
  return () => {
    isOver = true;
    socket.close();
  };
}

/** Signs in as a page of Amazon Connect does: by a frame of it. */
export function openAmazonConnect({ origin }, configuration) {
  const frame = document.createElement('div');
  frame.hidden = true;
  document.body.append(frame);
  connect.ChatSession.setGlobalConfig({
    endpoint: origin,
    region: 'eu-central-1',
    loggerConfig: { useDefaultLogger: false },
    features: { messageReceipts: { shouldSendMessageReceipts: true, throttleTime: 1000 } },
  });
  connect.core.initCCP(frame, {
    ccpUrl: `${origin}/frame`,
    loginPopup: false,
    storageAccess: { canRequest: false },
    softphone: { allowFramedSoftphone: false, disableRingtone: true },
  });
  return createAmazonConnectGateway({
    connect,
    configuration,
    chat: chatOf,
    onContactLens: (feed) => hearLens(origin, feed),
    services: {
      default: 'reception',
      queues: { Cards: 'cards', Orders: 'orders', Dispatch: 'dispatch', Reception: 'reception' },
    },
  });
}
