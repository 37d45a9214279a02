import { defineElement } from '../../registration/define-element.js';
import { AgentPresence } from './agent-presence.js';

defineElement('agent-presence', AgentPresence);
