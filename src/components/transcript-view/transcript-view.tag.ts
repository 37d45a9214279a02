import { defineElement, defineLater } from '../../registration/define-element.js';
import { TranscriptView } from './transcript-view.js';

defineLater('transcript-tools', () => import('../transcript-tools/transcript-tools.tag.js'));
defineElement('transcript-view', TranscriptView);
