import { defineElement } from '../../registration/define-element.js';
import { SessionProvider } from './session-provider.js';

defineElement('session-provider', SessionProvider);
