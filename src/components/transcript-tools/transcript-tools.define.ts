import { defineElement } from '../shared/define-element.js';
import { TranscriptTools } from './transcript-tools.js';

defineElement('transcript-tools', TranscriptTools);
