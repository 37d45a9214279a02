import { defineElement } from '../shared/define-element.js';
import { LiveCaption } from './live-caption.js';

defineElement('live-caption', LiveCaption);
