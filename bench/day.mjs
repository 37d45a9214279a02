/**
 * Somebody works for a minute: writes, reads back, goes from session to session, as real keys, clicks and turns of the
 * wheel, on a processor four times as slow as the machine's. What is measured stands in `page/busy-day.ts`.
 */
const SLOWER = 4;
const SENTENCE = 'Thank you for waiting, I am looking into it. ';

/** @returns the figures of a day; see `DayFigures` */
export async function workADay(page, { seconds, messagesPerSecond = 200 }) {
  await page.evaluate((options) => globalThis.bench.beginDay(options), { messagesPerSecond });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const end = Date.now() + seconds * 1000;
  for (let turn = 0; Date.now() < end; turn += 1) {
    const { cards, field, said } = await page.evaluate(places);
    if (said) {
      await page.mouse.move(...said);
      for (const by of [-300, -300, 300, 600]) {
        await page.mouse.wheel(0, by);
        await page.waitForTimeout(60);
      }
    }
    if (field) {
      await page.mouse.click(...field);
      await page.keyboard.type(SENTENCE, { delay: 60 });
    }
    if (cards.length > 0) await page.mouse.click(...cards[turn % cards.length]);
    await page.waitForTimeout(1200);
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return page.evaluate(() => globalThis.bench.endDay());
}

/** Where there is something to click or to turn the wheel over, as it stands now. */
function places() {
  const all = (root) =>
    [...root.querySelectorAll('*')].flatMap((own) => [own, ...(own.shadowRoot ? all(own.shadowRoot) : [])]);
  const elements = all(document);
  const find = (selector, ...hosts) =>
    elements.filter(
      (own) => own.matches(selector) && (hosts.length === 0 || hosts.includes(own.getRootNode().host?.localName)),
    );
  const middle = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    return height > 0 && y > 0 && y < window.innerHeight && x > 0 && x < window.innerWidth ? [[x, y]] : [];
  };
  const [field] = find('.surface, textarea', 'message-composer');
  field?.scrollIntoView({ block: 'nearest' });
  return {
    cards: find('section.active .card, section.parked .card').flatMap(middle),
    field: field && middle(field)[0],
    said: find('.scroller', 'transcript-view', 'chat-conversation').flatMap(middle)[0],
  };
}
