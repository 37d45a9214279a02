// What is in the frame of Amazon Connect: it hands on what Streams and the platform say to each other, comes again after a
// lost connection, and says both.
const AGAIN_MS = 500;
const early = [];
let socket;
let isLost = false;
let wasOpen = false;

const tell = (event, data = {}) => window.parent.postMessage({ event, data }, '*');
const dates = (key, value) => (/timestamp$/i.test(key) && typeof value === 'string' ? new Date(value) : value);

function open() {
  socket = new window.WebSocket(`${location.origin.replace('http', 'ws')}/frame`);
  socket.onopen = () => {
    wasOpen = true;
    socket.send(JSON.stringify({ event: 'configure' }));
    for (const text of early.splice(0)) socket.send(text);
  };
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data, dates);
    window.parent.postMessage(message, '*');
    if (!isLost || message.event !== 'agent::update') return;
    isLost = false;
    tell('agent::websocket_connection_gained');
    tell('webSocket::connection_gain');
  };
  socket.onclose = () => {
    if (wasOpen && !isLost) {
      isLost = true;
      tell('agent::websocket_connection_lost');
      tell('webSocket::connection_lost');
    }
    setTimeout(open, AGAIN_MS);
  };
}

window.addEventListener('message', ({ source, data }) => {
  if (source !== window.parent || !data?.event) return;
  const text = JSON.stringify(data);
  if (socket.readyState === window.WebSocket.OPEN) socket.send(text);
  else if (!wasOpen) early.push(text);
  else if (data.event === 'api_request') {
    const problem = { type: 'NetworkError', message: 'Amazon Connect cannot be reached.' };
    const { requestId } = data.data;
    tell('api_response', { event: 'api_response', requestId, ['err']: problem.type, data: problem });
  }
});
open();
