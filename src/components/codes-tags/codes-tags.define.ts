import { defineElement } from '../shared/define-element.js';
import { CodesTags } from './codes-tags.js';

defineElement('codes-tags', CodesTags);
