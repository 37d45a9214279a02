import { expect, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/transcript-view/transcript-view.define.js';
import type { SessionEvent, TranscriptSegment } from '../../src/index.js';
import { aChat, aLongChat, aMessage, chatDocument } from '../../stories/scenarios/chats.js';
import { aLongConversation } from '../../stories/scenarios/conversations.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { theCall } from '../../stories/scenarios/working-day.js';
import { find, findAll, frame, happens, mount, textOf, until } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const views = [
  {
    name: 'transcript-view',
    view: html`<transcript-view session-id=${theCall.id} style="inline-size: 400px"></transcript-view>`,
    session: theCall,
    segments: aLongConversation(300),
  },
  {
    name: 'chat-conversation',
    view: html`<chat-conversation session-id="chat-1" style="inline-size: 400px"></chat-conversation>`,
    session: aChat(),
    segments: aLongChat(90),
  },
] as const;

for (const { name, view, session, segments } of views)
  describe(`${name}: read while more and more comes`, function () {
    this.timeout(30_000);
    let mounted: Mounted;
    let number = 0;

    beforeEach(async () => {
      mounted = await mount(view, {
        ...(name === 'chat-conversation' ? { document: chatDocument } : {}),
        sessions: [session],
        transcript: { sessionId: session.id, segments },
      });
      await still();
    });

    const scroller = (): HTMLElement => find(mounted.provider, '.scroller');
    const rows = (): HTMLElement[] => findAll(mounted.provider, '.segment, .message');
    const toEnd = (): string[] => findAll(mounted.provider, '.end').map(textOf);
    const rest = (): number => scroller().scrollHeight - scroller().scrollTop - scroller().clientHeight;
    const still = async (): Promise<void> => {
      for (let turn = 0; turn < 6; turn += 1) await frame();
    };
    const scrollTo = async (top: number): Promise<void> => {
      scroller().scrollTop = top;
      await still();
    };
    const more = (): SessionEvent => ({
      type: 'transcript.appended',
      at: NOW,
      sessionId: session.id,
      segments: [aMessage(`more-${String((number += 1))}`, { at: NOW + number, text: `More ${String(number)}.` })].map(
        ({ at, ...own }): TranscriptSegment => (name === 'chat-conversation' ? { ...own, at: at ?? NOW } : own),
      ),
    });
    /** So many lines, one in each frame, whatever is drawn meanwhile. */
    const pour = async (lines: number): Promise<void> => {
      for (let line = 0; line < lines; line += 1) {
        mounted.gateway.emit(more());
        await new Promise(requestAnimationFrame);
      }
    };
    const rested = async (): Promise<void> => {
      let last = -1;
      let same = 0;
      await until(() => {
        same = scroller().scrollTop === last ? same + 1 : 0;
        last = scroller().scrollTop;
        return same > 20;
      });
    };
    /** What is in view, and where it stands below the upper edge, in px. */
    const inView = (): ReadonlyMap<string, number> => {
      const edge = scroller().getBoundingClientRect();
      return new Map(
        rows()
          .map((row) => [textOf(find(row, '.text, .plain-text')), row.getBoundingClientRect()] as const)
          .filter(([, { top, bottom }]) => bottom > edge.top + 1 && top < edge.bottom - 1)
          .map(([text, { top }]) => [text, Math.round(top - edge.top)] as const),
      );
    };

    for (const [what, key] of [
      ['a page key', 'PageDown'],
      ['the space bar', ' '],
    ] as const)
      it(`comes to its end by ${what}, though it goes on smoothly to where the end was`, async () => {
        await scrollTo(scroller().scrollHeight - scroller().clientHeight - 120);
        scroller().focus();
        await sendKeys({ press: key });
        await pour(60);
        await rested();
        expect([Math.round(rest()), toEnd()]).to.deep.equal([0, []]);
        await pour(3);
        await still();
        expect([Math.round(rest()), toEnd()]).to.deep.equal([0, []]);
      });

    it('is not at its end where one goes on by a page, and not to it', async () => {
      await scrollTo(scroller().scrollHeight - 4 * scroller().clientHeight);
      scroller().focus();
      await sendKeys({ press: 'PageDown' });
      await pour(30);
      await rested();
      expect(rest()).to.be.above(scroller().clientHeight);
      expect(toEnd()[0]).to.match(/^30 new/);
    });

    it('is at its end by the button while it is still scrolled smoothly to somewhere else', async () => {
      await scrollTo(scroller().scrollHeight / 2);
      scroller().focus();
      const from = scroller().scrollTop;
      await sendKeys({ press: 'PageUp' });
      await until(() => scroller().scrollTop < from);
      find(mounted.provider, '.end').click();
      await rested();
      expect([Math.round(rest()), toEnd()]).to.deep.equal([0, []]);
    });

    it('holds still what a mouse selects, and what is selected, and goes on following after a click', async () => {
      const row = rows().at(-2)!;
      const { left, top } = find(row, '.text, .plain-text').getBoundingClientRect();
      const at = (x: number): [number, number] => [Math.round(left + x), Math.round(top + 8)];
      await sendMouse({ type: 'click', position: at(2) });
      await pour(2);
      await still();
      expect([Math.round(rest()), toEnd()]).to.deep.equal([0, []]);

      // Near the edge the browser would scroll by itself.
      const shown = find(rows().at(-2)!, '.text, .plain-text').getBoundingClientRect();
      const onto = (x: number): [number, number] => [Math.round(shown.left + x), Math.round(shown.top + 8)];
      await sendMouse({ type: 'move', position: onto(2) });
      await sendMouse({ type: 'down' });
      const before = inView();
      await pour(5);
      await sendMouse({ type: 'move', position: onto(36) });
      await pour(5);
      await sendMouse({ type: 'up' });
      const selected = String(getSelection());
      expect(selected).to.match(/^More/);
      await pour(20);
      await still();
      const after = inView();
      for (const [text, top] of before) expect(after.get(text), text).to.equal(top);
      expect(String(getSelection())).to.equal(selected);
      expect(toEnd()[0]).to.match(/^30 new/);
      // Far from what is selected, too.
      await scrollTo(scroller().scrollTop - 3000);
      expect(String(getSelection())).to.equal(selected);
      getSelection()?.removeAllRanges();
    });

    it('holds still what a finger has selected by a long press, and goes on following after a tap', async () => {
      const tap = (): HTMLElement => {
        const text = find(rows().at(-2)!, '.text, .plain-text');
        const about = { bubbles: true, composed: true, pointerType: 'touch' };
        text.dispatchEvent(new PointerEvent('pointerdown', about));
        return text;
      };
      tap().dispatchEvent(new PointerEvent('pointerup', { bubbles: true, composed: true, pointerType: 'touch' }));
      await pour(2);
      await still();
      expect([Math.round(rest()), toEnd()]).to.deep.equal([0, []]);

      const text = tap();
      getSelection()?.selectAllChildren(text);
      await until(() => toEnd().length > 0);
      const selected = String(getSelection());
      expect(selected).to.match(/^More/);
      const before = inView();
      await pour(40);
      await still();
      const after = inView();
      for (const [line, top] of before) expect(after.get(line), line).to.equal(top);
      expect(String(getSelection())).to.equal(selected);
      getSelection()?.removeAllRanges();
    });

    it('stands still where the line that is read is taken back, and another one further up', async () => {
      await scrollTo(scroller().scrollHeight / 2);
      const before = inView();
      const [first = '', second = '', third = ''] = [...before.keys()];
      const numberIn = (text: string): number => parseInt(text, 10);
      const taken = [segments[numberIn(first) - 1]!, segments[numberIn(second) - 1]!, segments[3]!];
      const facts = taken.map((segment): SessionEvent => {
        const own = { ...segment, text: '' };
        return { type: 'transcript.corrected', at: NOW, sessionId: session.id, segment: own };
      });
      await happens(mounted.gateway, ...facts);
      await still();
      expect(inView().get(third)).to.be.closeTo(before.get(third)!, 1);
      expect(inView().has(first)).to.equal(false);
    });
  });
