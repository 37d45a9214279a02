// What a host may have on the same page, bundled by itself: another Lit, another DOMPurify, another ProseMirror.
import DOMPurify from 'dompurify';
import { html, render } from 'lit';
import { DOMParser } from 'prosemirror-model';
import { schema } from 'prosemirror-markdown';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

const place = document.querySelector<HTMLElement>('#host') ?? document.body;
render(html`<p class="lit">Lit of the host</p><div class="purified"></div><div class="editor"></div>`, place);
const inside = (name: string): HTMLElement => place.querySelector(`.${name}`) ?? place;
inside('purified').append(DOMPurify.sanitize('<b>clean</b><script>alert(1)</script>', { RETURN_DOM_FRAGMENT: true }));
const view = new EditorView(inside('editor'), {
  state: EditorState.create({ schema, doc: DOMParser.fromSchema(schema).parse(document.createElement('p')) }),
});
view.pasteHTML('<p>pasted <b>by the host</b></p>');
