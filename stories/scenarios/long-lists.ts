import { aDocument, withCardLine } from './builders.js';

const TOPICS = [
  'Card',
  'Account',
  'Transfer',
  'Loan',
  'Mortgage',
  'Savings plan',
  'Insurance',
  'Online banking',
  'Tax',
];
const MATTERS =
  'opened,closed,blocked,renewed,fee disputed,limit raised,limit lowered,statement missing,owner changed,address changed,refund promised'.split(
    ',',
  );
const OUTCOMES = 'solved,answered,passed on,call back agreed,refused,written to,no answer,waiting for papers'.split(
  ',',
);

/** 145 characters, as service owners write them. */
export const LONG_LABEL =
  'Complaint about a charge in a foreign currency where the shop showed one exchange rate, the statement another, and the customer wants it in words';

/** 93 primary and 246 secondary codes, one of them with a label of 145 characters. */
const primaries = TOPICS.flatMap((topic) => MATTERS.map((matter) => `${topic} ${matter}`)).slice(0, 92);
const secondaries = TOPICS.flatMap((topic) =>
  OUTCOMES.flatMap((outcome) =>
    ['at once', 'after a check', 'by a colleague', 'in part'].map((how) => [topic, outcome, how]),
  ),
).slice(0, 246);

const codes = [
  ...primaries.map((label, index) => ({ id: `p${String(index + 1)}`, label })),
  { id: 'long', label: LONG_LABEL },
  ...secondaries.map(([topic = '', outcome = '', how = ''], index) => ({
    id: `s${String(index + 1)}`,
    label: `${topic}: ${outcome} ${how}`,
  })),
];

const idsOf = (isOne: (id: string) => boolean): readonly string[] => codes.map(({ id }) => id).filter(isOne);

/** The Card Line with other settings and all codes there are. */
export const withLongLists = (settings: Readonly<Record<string, unknown>> = {}): unknown => ({
  ...(withCardLine({
    licence: 'contact-center',
    extensions: {
      widgets: ['codes-tags'],
      primaryCodes: idsOf((id) => !id.startsWith('s')),
      secondaryCodes: idsOf((id) => id.startsWith('s')),
      tagSuggestions: ['travel', 'travel insurance', 'replacement card', 'vip'],
    },
    ...settings,
  }) as object),
  tenant: { ...aDocument.tenant, codes: [...aDocument.tenant.codes, ...codes] },
});

/** The Card Line with these primary codes, each its own label, and as secondary codes the first `few` of them. */
export const withCodes = (ids: readonly string[], few = 0, tagSuggestions: readonly string[] = []): unknown => ({
  ...(withCardLine({
    licence: 'contact-center',
    extensions: { primaryCodes: ids, secondaryCodes: ids.slice(0, few), tagSuggestions },
  }) as object),
  tenant: { ...aDocument.tenant, codes: ids.map((id) => ({ id, label: id })) },
});

/** The Card Line where a machine suggests codes and tags. */
export const withSuggestions = (companion = { codeSuggestions: true }): unknown => withCardLine({ companion });
