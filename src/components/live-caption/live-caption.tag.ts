import { defineElement } from '../../registration/define-element.js';
import { LiveCaption } from './live-caption.js';

defineElement('live-caption', LiveCaption);
