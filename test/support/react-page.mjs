// A page of React with the components of the package; test/e2e/react.test.mjs builds it with React 18 and 19.
import { createElement, createRef, version } from 'react';
import { createRoot } from 'react-dom/client';
import { createSimulator } from 'my-sessions/gateways/simulator';
import { SessionProvider, TaskCapacity, TaskOffers } from 'my-sessions/react';

const gateway = createSimulator({ scenario: 'quiet' });
const page = createRoot(document.getElementById('root'));
const provider = createRef();
const heard = [];
const note = ({ type, detail }) => heard.push(`${type} ${detail.sessionId}`);

function draw({ isListening, userId }) {
  const listeners = isListening ? { onSessionDecline: note, onSessionDeclined: note } : {};
  page.render(
    createElement(
      SessionProvider,
      { ref: provider, gateway, ...listeners },
      createElement(TaskCapacity, { className: 'host', ...(userId !== undefined && { userId }) }),
      createElement(TaskOffers),
    ),
  );
}

Object.assign(window, {
  reactVersion: version,
  heard,
  provider,
  draw,
  offer: () => (window.offered = gateway.offer('im')),
});
draw({ isListening: true });
