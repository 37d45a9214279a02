// The conversations of Twilio over a socket, for pages: what is asked of them, and what happens to them.
import { WebSocketServer } from 'ws';

const ACTS = ['getMessages', 'getParticipants', 'sendMessage', 'advanceLastReadMessageIndex', 'typing'];
const EVENTS = [
  'messageAdded',
  'messageUpdated',
  'messageRemoved',
  'participantUpdated',
  'typingStarted',
  'typingEnded',
];

export class ConversationsServer {
  #conversations;
  #sockets;

  constructor(conversations) {
    this.#conversations = conversations;
  }

  /** Opens a port, any that is free without one. */
  async open(wanted = 0) {
    this.#sockets = new WebSocketServer({ port: wanted, host: '127.0.0.1' });
    this.#sockets.on('connection', (socket) => {
      socket.on('message', (text) => {
        const { id, ...asked } = JSON.parse(text);
        this.#answer(asked).then(
          (answer) => socket.send(JSON.stringify({ id, answer })),
          (error) => socket.send(JSON.stringify({ id, problem: error.message })),
        );
      });
    });
    await new Promise((resolve) => this.#sockets.once('listening', resolve));
    this.port = this.#sockets.address().port;
  }

  async close() {
    for (const socket of this.#sockets.clients) socket.terminate();
    await new Promise((resolve) => this.#sockets.close(resolve));
  }

  /** A conversation that pages are told of. */
  begin(sid, customer) {
    const conversation = this.#conversations.begin(sid, customer);
    for (const event of EVENTS)
      conversation.on(event, (told) => {
        for (const socket of this.#sockets.clients) socket.send(JSON.stringify({ sid, event, told }));
      });
    return conversation;
  }

  async #answer({ sid, act, given }) {
    const conversation = await this.#conversations.getConversationBySid(sid);
    if (act === 'read') return { lastReadMessageIndex: conversation.lastReadMessageIndex };
    if (!ACTS.includes(act)) throw new Error(`A conversation does not ${act}.`);
    if (act === 'getMessages') return conversation.messages;
    return conversation[act](...given);
  }
}
