import { defineElement } from '../../registration/define-element.js';
import { CodesTags } from './codes-tags.js';

defineElement('codes-tags', CodesTags);
