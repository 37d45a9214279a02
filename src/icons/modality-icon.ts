import { CircleHelp, ClipboardList, Mail, MessageSquare, Phone } from './drawings.js';
import type { Drawing } from './icon.js';
import type { Modality } from '../core/model/modality.js';

const ICONS: ReadonlyMap<string, Drawing> = new Map([
  ['audio-video', Phone],
  ['im', MessageSquare],
  ['email', Mail],
  ['external', ClipboardList],
]);

export const modalityIcon = (modality: Modality): Drawing => ICONS.get(modality) ?? CircleHelp;
