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
 * one to choose, addresses that no value makes safe, so that nothing ever comes of them, and tabs that stand nowhere or
 * twice. The document is used all the same.
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
  ...services.flatMap((service, index) => doubtfulLayout(service, `services[${String(index)}].layout`)),
];

function doubtfulLayout({ extensions, layout }: Service, path: string): readonly DoubtfulValue[] {
  const { start, end } = layout;
  const hasPage = extensions.embeddedContext !== undefined && extensions.widgets.includes('embedded-context');
  const absent = (['start', 'end'] as const).filter((place) => layout[place] === 'embedded-context' && !hasPage);
  return [
    ...absent.map((place) => ({
      path: `${path}.${place}`,
      expected: 'a tab that sessions of the service have',
      found: 'the embedded page of a service that embeds none',
    })),
    ...(start === end
      ? [{ path: `${path}.end`, expected: 'another tab than in the first place', found: `"${end}" in both places` }]
      : []),
  ];
}

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
