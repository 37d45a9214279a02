import { defineElement } from '../../registration/define-element.js';
import { EmbeddedContext } from './embedded-context.js';

defineElement('embedded-context', EmbeddedContext);
