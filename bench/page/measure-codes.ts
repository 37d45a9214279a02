/**
 * `<codes-tags>` with 10,000 tags, 10,000 suggested tags and 2,000 codes, the sizes of its promises; times as in `frames.ts`.
 *
 * Key: one more letter in the field for tags, until the suggestions that fit are on screen. Open: the list of codes,
 * with one far down chosen and marked. Search: one more letter in the field for codes.
 */
import '../../src/components/codes-tags/codes-tags.define.js';
import { aGateway, aSession } from '../../stories/scenarios/builders.js';
import { withCodes } from '../../stories/scenarios/long-lists.js';
import { framesOf } from './frames.js';
import { ensure, takeTurns } from './samples.js';
import { aProvider, settled } from './stage.js';

const WORDS = ['travel', 'card', 'limit', 'lost', 'abroad', 'vip', 'birthday', 'complaint', 'refund', 'étape'];
const TYPED = 'travel card étape 12';

const names = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, at) => `${WORDS[at % 10] ?? ''} ${WORDS[Math.floor(at / 10) % 10] ?? ''} Étape ${String(at)} of many`,
  );

export async function measureCodes(options: {
  readonly tags: number;
  readonly codes: number;
  readonly rounds: number;
}): Promise<{ readonly key: number; readonly open: number; readonly search: number }> {
  const codes = names(options.codes);
  const gateway = aGateway({
    sessions: [aSession({ tags: names(options.tags).map((tag) => `own ${tag}`), primaryCode: codes.at(-500) ?? '' })],
    document: withCodes(codes, 0, names(options.tags)),
  });
  const { provider } = await aProvider(gateway);
  const element = document.createElement('codes-tags');
  element.sessionId = 'call-1';
  provider.append(element);
  await settled(element);
  const field = (selector: string): HTMLInputElement => {
    const found = element.shadowRoot?.querySelector<HTMLInputElement>(selector);
    ensure(found instanceof HTMLInputElement, `there is no ${selector}`);
    return found;
  };
  const rows = (): number => element.shadowRoot?.querySelectorAll('[role="option"]').length ?? 0;
  const type = (input: HTMLInputElement, text: string) => (): void => {
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const textOf = (round: number): string => TYPED.slice(0, 1 + (round % TYPED.length));

  const { key, open, search } = await takeTurns(
    {
      key: async (round) => {
        const input = field('.tagged input');
        input.focus();
        const time = await framesOf(type(input, textOf(round)));
        ensure(rows() > 0, 'nothing is suggested');
        input.blur();
        return time;
      },
      open: async () => {
        const input = field('[data-slot="primary"]');
        input.focus();
        const time = await framesOf(() => {
          input.click();
        });
        ensure(rows() > 100, 'no codes are shown');
        input.blur();
        await settled(element);
        return time;
      },
      search: async (round) => {
        const input = field('[data-slot="primary"]');
        input.focus();
        const time = await framesOf(type(input, textOf(round)));
        ensure(rows() > 0, 'nothing is found');
        input.blur();
        await settled(element);
        return time;
      },
    },
    { rounds: options.rounds, warmUps: 20 },
  );
  return { key: key.p95, open: open.p95, search: search.p95 };
}
