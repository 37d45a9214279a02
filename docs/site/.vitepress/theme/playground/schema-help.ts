import { snippet, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { hoverTooltip } from '@codemirror/view';
import {
  getLanguageService,
  InsertTextFormat,
  TextDocument,
  type CompletionItem,
  type JSONSchema,
} from 'vscode-json-languageservice';

/** What the author of a document is helped with: completion, and what a key is about. */
export interface SchemaHelp {
  complete(context: CompletionContext): Promise<CompletionResult | null>;
  readonly hover: ReturnType<typeof hoverTooltip>;
}

/** Help from a JSON schema, whatever schema a document says it follows; nothing is ever fetched. */
export function schemaHelp(schema: JSONSchema): SchemaHelp {
  const service = getLanguageService({ schemaRequestService: () => Promise.resolve(JSON.stringify(schema)) });
  service.configure({ validate: false, schemas: [{ uri: 'schema:configuration', fileMatch: ['*'], schema }] });
  const open = (text: string) => {
    const document = TextDocument.create('document:configuration.json', 'json', 1, text);
    return { document, json: service.parseJSONDocument(document) };
  };
  return {
    async complete({ state, pos }) {
      const { document, json } = open(state.doc.toString());
      const found = await service.doComplete(document, document.positionAt(pos), json);
      const [first] = found?.items ?? [];
      if (!found || !first) return null;
      const from = first.textEdit && 'range' in first.textEdit ? document.offsetAt(first.textEdit.range.start) : pos;
      return { from, options: found.items.map(completionOf), validFor: /^"?[\w$-]*$/ };
    },
    hover: hoverTooltip(async ({ state }, pos) => {
      const { document, json } = open(state.doc.toString());
      const found = await service.doHover(document, document.positionAt(pos), json);
      const text = found ? textOf(found.contents) : '';
      if (!found?.range || text === '') return null;
      return {
        pos: document.offsetAt(found.range.start),
        end: document.offsetAt(found.range.end),
        create: () => ({
          dom: Object.assign(globalThis.document.createElement('p'), { className: 'about', textContent: text }),
        }),
      };
    }),
  };
}

function textOf(contents: unknown): string {
  if (Array.isArray(contents)) return contents.map(textOf).join('\n');
  if (typeof contents === 'string') return plain(contents);
  return typeof contents === 'object' && contents && 'value' in contents ? plain(String(contents.value)) : '';
}

/** The service writes Markdown; a description is one sentence, so that its escapes are all there is. */
const plain = (markdown: string): string => markdown.replaceAll(/\\([\\`*_{}[\]()#+.!>-])/g, '$1').trim();

function completionOf({
  label,
  detail,
  documentation,
  insertText,
  insertTextFormat,
  textEdit,
}: CompletionItem): Completion {
  const text = textEdit?.newText ?? insertText ?? label;
  return {
    label: labelOf(label, text),
    displayLabel: label,
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined
      ? {}
      : { info: plain(typeof documentation === 'string' ? documentation : documentation.value) }),
    type: text.includes(':') ? 'property' : 'enum',
    apply: insertTextFormat === InsertTextFormat.Snippet ? snippet(templateOf(text)) : text,
  };
}

/** What has been typed may begin with a quotation mark, and so must what it is compared with. */
const labelOf = (label: string, text: string): string =>
  text.startsWith('"') && !label.startsWith('"') ? `"${label}"` : label;

/** `$1` of one syntax of templates is `${1}` of the other. */
const templateOf = (text: string): string => text.replaceAll(/\$(\d+)/g, '${$1}');
