import { defineElement, defineLater } from '../shared/define-element.js';
import { TranscriptView } from './transcript-view.js';

defineLater('transcript-tools', () => import('../transcript-tools/transcript-tools.define.js'));
defineElement('transcript-view', TranscriptView);
