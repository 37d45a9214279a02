import { defineElement } from '../../registration/define-element.js';
import { NotificationSettingsElement } from './notification-settings.js';

defineElement('notification-settings', NotificationSettingsElement);
