import type { TemplateResult } from 'lit';
import { emptyState } from '../views/empty-state.js';
import { latePart } from './late-part.js';
import type { WorkspaceElement } from './workspace-element.js';

const loadReasons = () => import('./why-not-connected.js');

/** In place of what an element shows: why it has no workspace. Nothing before that is known, which most pages never need. */
export const notConnected = (element: WorkspaceElement): TemplateResult =>
  emptyState(latePart(loadReasons, element)?.whyNotConnected(element) ?? '');
