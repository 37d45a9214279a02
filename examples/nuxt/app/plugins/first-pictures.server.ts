import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { html, type TemplateResult } from 'lit';
import 'my-sessions/define';
import 'my-sessions/define/task-capacity';

const END = '</template>';

/** What stands in an element until its page has a workspace: a shadow root, as a browser reads it without any script. */
function pictureOf(element: TemplateResult): string {
  const markup = collectResultSync(render(element));
  return markup.slice(markup.indexOf('<template'), markup.lastIndexOf(END) + END.length);
}

const pictures = new Map([
  ['my-sessions', pictureOf(html`<my-sessions></my-sessions>`)],
  ['task-capacity', pictureOf(html`<task-capacity></task-capacity>`)],
]);

/** `$firstPicture(tag)` for `v-html`, on the server only: in the browser the elements have it already. */
export default defineNuxtPlugin(({ ssrContext }) => {
  const style = `<style nonce="${ssrContext?.event.context.nonce}">`;
  return { provide: { firstPicture: (tag: string) => pictures.get(tag)?.replaceAll('<style>', style) } };
});
