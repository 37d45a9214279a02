import '../codes-tags/codes-tags.define.js';
import '../session-controls/session-controls.define.js';
import '../session-details/session-details.define.js';
import '../transcript-view/transcript-view.define.js';
import { defineElement } from '../shared/define-element.js';
import { SessionPane } from './session-pane.js';

defineElement('session-pane', SessionPane);
