import { contextUrl } from '../fields/context-url.js';
import { isUsable } from '../location/map-urls.js';
import { folded } from '../text/folded.js';
import type { Configuration, Service } from './configuration.js';

type Parsed = Pick<Configuration, 'tenant' | 'codes'> & { readonly services: readonly Service[] };

interface DoubtfulValue {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

const TEMPLATES = ['tiles', 'geocoder', 'link'] as const;

/**
 * What a document says and nobody can have meant: codes of one list that read alike, so that an agent cannot tell which
 * one to choose, and addresses that no value makes safe, so that nothing ever comes of them. The document is used all
 * the same.
 *
 * @param services as the document has them
 */
export const doubtfulValuesOf = ({ tenant, codes, services }: Parsed): readonly DoubtfulValue[] => [
  ...tenant.contextItems.flatMap(({ url, whenMissing }, index) => {
    const filled = contextUrl({ url, whenMissing }, () => 'x', 'link');
    return filled.ok || filled.reason !== 'unsafe-template'
      ? []
      : [unsafe(`tenant.contextItems[${String(index)}].url`)];
  }),
  ...TEMPLATES.flatMap((kind) => {
    const template = tenant.map?.[kind];
    return template === undefined || isUsable(kind, template) ? [] : [unsafe(`tenant.map.${kind}`)];
  }),
  ...services.flatMap(({ extensions }, index) =>
    (['primaryCodes', 'secondaryCodes'] as const).flatMap((list) =>
      likeLabels(extensions[list], codes, `services[${String(index)}].extensions.${list}`),
    ),
  ),
];

const unsafe = (path: string): DoubtfulValue => ({
  path,
  expected: 'a web address with its placeholders in path, query or fragment',
  found: 'an address that no value makes safe, never opened',
});

function likeLabels(ids: readonly string[], codes: Parsed['codes'], path: string): readonly DoubtfulValue[] {
  const first = new Map<string, string>();
  return ids.flatMap((id, index) => {
    const text = folded(codes.get(id)?.label ?? id);
    const other = first.get(text);
    if (other === undefined) first.set(text, id);
    return other === undefined || other === id
      ? []
      : [
          {
            path: `${path}[${String(index)}]`,
            expected: 'a code whose label agents can tell from the others',
            found: `the same label as "${other}"`,
          },
        ];
  });
}
