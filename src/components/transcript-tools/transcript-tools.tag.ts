import { defineElement } from '../../registration/define-element.js';
import { TranscriptTools } from './transcript-tools.js';

defineElement('transcript-tools', TranscriptTools);
