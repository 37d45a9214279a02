import type { ChatOf } from '../../src/gateways/amazon-connect/amazon-connect.js';
import { connectDesk } from './connect-desk.js';
import type { ConnectDesk } from './connect-desk.js';

/** The chat of a contact as chatjs makes it: what `getMediaController` of Streams does, with the address of the service. */
export const chatOf: ChatOf = async (contact) => {
  const chat = connect.ChatSession.create({
    chatDetails: (contact.getAgentConnection() as unknown as connect.ChatConnection).getMediaInfo(),
    type: 'AGENT',
    websocketManager: connect.core.getWebSocketManager(),
    options: { region: 'eu-central-1' },
    disableCSM: true,
  } as connect.AgentChatSessionArgs);
  await chat.connect();
  return chat;
};

export const textsOf = ({ recorder }: ConnectDesk, id = 'c1'): readonly string[] =>
  [...(recorder.state.transcripts.get(id) ?? [])].map(({ speaker, text }) => `${speaker.role}: ${text}`);

/** Waits until a condition holds: chats are connected and written through a service that takes its time. */
export async function until(is: () => boolean): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const end = performance.now() + 5000;
    const look = (): void => {
      if (is()) resolve();
      else if (performance.now() > end) reject(new Error('It has not come about'));
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** A chat that the agent is in. */
export async function chatting(options: Parameters<typeof connectDesk>[0] = {}): Promise<ConnectDesk> {
  const desk = await connectDesk({ chat: chatOf, ...options });
  desk.platform.offer('c1', 'chat');
  desk.platform.write('c1', { Content: 'I wait' }, false);
  await desk.settle();
  await desk.ask({ type: 'session.accept', sessionId: 'c1' });
  await until(() => textsOf(desk).length > 0);
  return desk;
}
