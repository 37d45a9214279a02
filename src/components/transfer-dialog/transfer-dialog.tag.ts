import { defineElement } from '../../registration/define-element.js';
import { TransferDialog } from './transfer-dialog.js';

defineElement('transfer-dialog', TransferDialog);
