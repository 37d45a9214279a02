import type { Parameter } from '../../../core/model/parameter.js';
import type { Line } from '../../in-memory/dialogue.js';

type More = Omit<Line, 'by' | 'text'>;

export const agent = (text: string, more: More = {}): Line => ({ by: 'agent', text, ...more });
export const customer = (text: string, more: More = {}): Line => ({ by: 'customer', text, ...more });
export const bot = (text: string): Line => ({ by: 'bot', text });
export const system = (text: string, more: More = {}): Line => ({ by: 'system', text, ...more });

export const pending = (name: string): Parameter => ({ name, state: 'pending' });
export const value = (name: string, text: string): Parameter => ({ name, state: 'value', value: text });
export const empty = (name: string): Parameter => ({ name, state: 'empty' });
export const notAvailable = (name: string, reason: string): Parameter => ({ name, state: 'not-available', reason });
