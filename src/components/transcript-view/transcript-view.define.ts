import { defineElement } from '../shared/define-element.js';
import { TranscriptView } from './transcript-view.js';

defineElement('transcript-view', TranscriptView);
