import { defineElement } from '../shared/define-element.js';
import { AgentPresence } from './agent-presence.js';

defineElement('agent-presence', AgentPresence);
