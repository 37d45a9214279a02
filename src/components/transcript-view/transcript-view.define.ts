import '../session-provider/session-provider.define.js';
import { defineElement, defineLater } from '../../registration/define-element.js';
import { TranscriptView } from './transcript-view.js';

defineLater('transcript-tools', () => import('../transcript-tools/transcript-tools.define.js'));
defineElement('transcript-view', TranscriptView);
