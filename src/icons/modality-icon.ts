import { CircleHelp, ClipboardList, Mail, MessageSquare, PanelTop, Phone } from 'lucide';
import type { IconNode } from 'lucide';
import type { Modality } from '../core/model/modality.js';

const ICONS: ReadonlyMap<string, IconNode> = new Map([
  ['audio-video', Phone],
  ['im', MessageSquare],
  ['email', Mail],
  ['external', ClipboardList],
  ['record', PanelTop],
]);

export const modalityIcon = (modality: Modality): IconNode => ICONS.get(modality) ?? CircleHelp;
