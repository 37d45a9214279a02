import { defineElement } from '../../registration/define-element.js';
import { TaskOffers } from './task-offers.js';

defineElement('task-offers', TaskOffers);
