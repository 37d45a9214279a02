import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type {} from 'my-sessions';
import 'my-sessions/define';
import { createSimulator } from 'my-sessions/gateways/simulator';

@Component({
  selector: 'app-desk',
  // Lets the template name elements that are no components of Angular’s.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <session-provider [gateway]="gateway" (session-accepted)="onAccepted($event)">
      <div class="desk">
        <my-sessions></my-sessions>
        <aside class="crm" aria-label="Customer record">
          <task-capacity></task-capacity>
          <p class="last" role="status">{{ accepted() }}</p>
        </aside>
      </div>
    </session-provider>
  `,
})
export class Desk {
  // With a contact centre of your own: createHttpGateway({ url }) of 'my-sessions/gateways/http'.
  readonly gateway = createSimulator();
  readonly accepted = signal('');

  onAccepted({ detail }: HTMLElementEventMap['session-accepted']): void {
    this.accepted.set(`Accepted: ${detail.sessionId}`);
  }
}
