import { expect, html } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import '../../src/components/codes-tags/codes-tags.define.js';
import type { CodesTags, Session } from '../../src/index.js';
import { aConfiguration, aSession } from '../../stories/scenarios/builders.js';
import type { Situation } from '../../stories/scenarios/builders.js';
import { withLongLists } from '../../stories/scenarios/long-lists.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { expectFocusOn, find, findAll, focused, happens, mount, settled, textOf } from '../support/mounting.js';

const coded = aSession({ primaryCode: 'card-lost', secondaryCode: 'solved', tags: ['travel', '__proto__'] });
const entries = (root: ParentNode): unknown[] => [...new FormData(find<HTMLFormElement>(root, 'form')).entries()];
const element = (root: ParentNode): CodesTags => find<CodesTags>(root, 'codes-tags');
const field = (root: ParentNode): HTMLInputElement => find<HTMLInputElement>(root, '.tagged input');
const sent = ({ commands }: ScriptedGateway): unknown[] => commands.map(({ commandId: _, ...wish }) => wish);

async function choose(root: ParentNode, slot: string, code: string): Promise<void> {
  const select = find<HTMLSelectElement>(root, `[data-slot="${slot}"]`);
  select.value = code;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

async function addTag(root: ParentNode, tag: string): Promise<void> {
  field(root).focus();
  await sendKeys({ type: tag });
  await sendKeys({ press: 'Enter' });
  await settled();
}

/** Somebody else's form, which must not be left by a test. */
async function inForm(content: TemplateResult, situation: Situation | ScriptedGateway) {
  let submits = 0;
  const mounted = await mount(
    html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        submits += 1;
      }}
    >
      <input name="subject" value="A case" />${content}<button>Save</button>
    </form>`,
    situation,
  );
  const form = find<HTMLFormElement>(mounted.provider, 'form');
  return { ...mounted, form, submits: () => submits };
}

const named = html`<codes-tags name="case" session-id="call-1"></codes-tags>`;
const demanding = (required: CodesTags['required'], session: Partial<Session> = {}, document?: unknown) =>
  inForm(html`<codes-tags name="case" session-id="call-1" .required=${required}></codes-tags>`, {
    sessions: [aSession(session)],
    reply: 'never',
    ...(document === undefined ? {} : { document }),
  });

describe('codes-tags in a form of somebody else', () => {
  it('submits codes and tags under its name, beside what is there', async () => {
    const { provider } = await inForm(named, { sessions: [coded] });
    expect(entries(provider)).to.deep.equal([
      ['subject', 'A case'],
      ['case.primary', 'card-lost'],
      ['case.secondary', 'solved'],
      ['case.tag', 'travel'],
      ['case.tag', '__proto__'],
    ]);
    expect(element(provider).form).to.equal(find(provider, 'form'));
  });

  it('begins where its label leads, and nowhere when it is clicked beside its fields', async () => {
    const { provider } = await inForm(
      html`<label for="case">The case</label>
        <codes-tags id="case" name="case" session-id="call-1" style="display: block; padding: 16px"></codes-tags>`,
      { sessions: [coded] },
    );
    const { x, y } = element(provider).getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.ceil(x) + 4, Math.ceil(y) + 4] });
    expectFocusOn(document.body);
    const label = find(provider, 'label[for="case"]').getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.ceil(label.x) + 4, Math.ceil(label.y) + 4] });
    expectFocusOn(find(provider, '[data-slot="primary"]'));
    await resetMouse();
  });

  it('submits what is on screen, saved or not, and what the backend says later', async () => {
    const { provider, gateway } = await inForm(named, { sessions: [aSession()], reply: 'never' });
    await choose(provider, 'primary', 'card-limit');
    await addTag(provider, 'vip');
    expect(entries(provider).slice(1)).to.deep.equal([
      ['case.primary', 'card-limit'],
      ['case.tag', 'vip'],
    ]);
    await happens(gateway, { type: 'codes.chosen', at: NOW, sessionId: 'call-1', secondary: 'solved' });
    expect(entries(provider).slice(1, 3)).to.deep.equal([
      ['case.primary', 'card-limit'],
      ['case.secondary', 'solved'],
    ]);
  });

  it('submits nothing without a name, without a session, or while the form has switched it off', async () => {
    const { provider } = await inForm(html`<codes-tags session-id="call-1"></codes-tags>`, { sessions: [coded] });
    expect(entries(provider)).to.have.length(1);
    element(provider).name = 'case';
    await settled();
    expect(entries(provider)).to.have.length(5);
    element(provider).sessionId = 'nobody';
    await settled();
    expect(entries(provider)).to.have.length(1);
    const off = await inForm(html`<fieldset disabled>${named}</fieldset>`, { sessions: [coded] });
    expect(entries(off.provider)).to.have.length(1);
    expect(findAll<HTMLSelectElement>(off.provider, 'select').every(({ disabled }) => disabled)).to.equal(true);
    expect(findAll(off.provider, '.tag button')).to.have.length(0);
    find<HTMLFieldSetElement>(off.provider, 'fieldset').disabled = false;
    await settled();
    expect(entries(off.provider)).to.have.length(5);
    expect(find<HTMLSelectElement>(off.provider, 'select').disabled).to.equal(false);
  });

  it('does not submit the form when a tag is added by Enter', async () => {
    const { provider, gateway, submits } = await inForm(named, { sessions: [aSession()] });
    await addTag(provider, 'vip');
    expect(gateway.commands).to.have.length(1);
    await sendKeys({ press: 'Enter' });
    expect(submits()).to.equal(0);
  });

  it('works in a page without any form', async () => {
    const { provider, gateway } = await mount(named, { sessions: [aSession()] });
    await addTag(provider, 'vip');
    expect(gateway.commands).to.have.length(1);
    expect(element(provider).form).to.equal(null);
    expect(element(provider).checkValidity()).to.equal(true);
  });
});

describe('codes-tags with codes that are required', () => {
  it('keeps the form from being submitted, says what is missing, and turns to it', async () => {
    const { provider, form, submits } = await demanding('primary');
    expect(element(provider).validity.valueMissing).to.equal(true);
    expect(element(provider).validationMessage).to.equal('Choose a primary code.');
    expect(form.checkValidity()).to.equal(false);
    form.requestSubmit();
    expect(submits()).to.equal(0);
    expectFocusOn(find(provider, '[data-slot="primary"]'));
    expect(textOf(find(provider, '.code'))).to.contain('Primary code (required)');
    await choose(provider, 'primary', 'card-limit');
    expect(element(provider).validity.valid).to.equal(true);
    form.requestSubmit();
    expect(submits()).to.equal(1);
  });

  const table: readonly [CodesTags['required'], Partial<Session>, string][] = [
    ['primary', {}, 'Choose a primary code.'],
    ['primary', { primaryCode: 'card-lost' }, ''],
    ['secondary', { primaryCode: 'card-lost' }, 'Choose a secondary code.'],
    ['both', {}, 'Choose a primary code.'],
    ['both', { primaryCode: 'card-lost' }, 'Choose a secondary code.'],
    ['both', { primaryCode: 'card-lost', secondaryCode: 'solved' }, ''],
    ['', { secondaryCode: 'solved' }, 'Choose a primary code.'],
    [undefined, {}, ''],
    ['both', { serviceId: 'front-desk' }, ''],
    ['both', { state: 'offered' }, ''],
  ];
  for (const [required, about, message] of table)
    it(`demands ${required ?? 'nothing'} of ${JSON.stringify(about)}: ${message || 'nothing is missing'}`, async () => {
      const { provider } = await demanding(required, about);
      expect(element(provider).validationMessage).to.equal(message);
      expect(element(provider).checkValidity()).to.equal(message === '');
    });

  it('turns to the field of a long list, too', async () => {
    const { provider } = await demanding('secondary', {}, withLongLists());
    expect(element(provider).reportValidity()).to.equal(false);
    expectFocusOn(find(provider, 'input[data-slot="secondary"]'));
    expect(focused().getAttribute('aria-required')).to.equal('true');
  });
});

describe('codes-tags when the form is reset', () => {
  it('discards what was rejected and what was typed, and keeps what is saved', async () => {
    const { provider, form, gateway } = await inForm(named, {
      sessions: [coded],
      reply: { ok: false, failure: 'not-allowed' },
    });
    await choose(provider, 'primary', 'card-limit');
    await addTag(provider, 'new');
    await sendKeys({ type: 'half a t' });
    expect(findAll(provider, '[role="alert"]')).to.have.length(2);
    form.reset();
    await settled();
    expect(findAll(provider, '[role="alert"]')).to.have.length(0);
    expect(field(provider).value).to.equal('');
    expect(entries(provider).slice(1).map(String)).to.deep.equal([
      'case.primary,card-lost',
      'case.secondary,solved',
      'case.tag,travel',
      'case.tag,__proto__',
    ]);
    expect(gateway.commands).to.have.length(2);
  });

  it('takes back what is on its way', async () => {
    const { provider, form, gateway } = await inForm(named, { sessions: [coded], reply: 'never' });
    await choose(provider, 'primary', 'card-limit');
    await choose(provider, 'secondary', '');
    await addTag(provider, 'new');
    form.reset();
    await settled();
    expect(sent(gateway).slice(3)).to.deep.equal([
      { type: 'codes.choose', sessionId: 'call-1', primary: 'card-lost' },
      { type: 'codes.choose', sessionId: 'call-1', secondary: 'solved' },
      { type: 'tags.change', sessionId: 'call-1', tags: ['travel', '__proto__'] },
    ]);
    expect(find<HTMLSelectElement>(provider, '[data-slot="primary"]').value).to.equal('card-lost');
    expect(findAll(provider, '.tag').map(textOf)).to.deep.equal(['travel', '__proto__']);
  });

  it('takes back an older choice that is still on its way beneath a rejected one', async () => {
    const { provider, form, gateway } = await inForm(named, { sessions: [coded], reply: 'never' });
    await addTag(provider, 'slow');
    gateway.answer = () => Promise.resolve({ ok: false, failure: 'failed' });
    await addTag(provider, 'wrong');
    gateway.answer = () => Promise.resolve({ ok: true });
    form.reset();
    await settled();
    expect(sent(gateway).at(-1)).to.deep.equal({ type: 'tags.change', sessionId: 'call-1', tags: coded.tags });
  });

  it('sends nothing when everything is saved', async () => {
    const { form, gateway } = await inForm(named, { sessions: [coded] });
    form.reset();
    await settled();
    expect(gateway.commands).to.have.length(0);
  });

  const keptBy = (agentId: string): FormData => {
    const kept = new FormData();
    for (const [name, value] of [
      ['agent-id', agentId],
      ['session-id', 'call-1'],
      ['typed', 'half a t'],
    ] as const)
      kept.append(name, value);
    return kept;
  };

  it('never brings back to one agent what another had typed before the page was left', async () => {
    const { provider } = await inForm(named, { sessions: [aSession()] });
    element(provider).formStateRestoreCallback(keptBy('ben'));
    await settled();
    expect(field(provider).value).to.equal('');
  });

  it('brings back what was typed as soon as it is known who works here', async () => {
    const gateway = new ScriptedGateway([]);
    const { provider } = await inForm(named, gateway);
    element(provider).formStateRestoreCallback(keptBy('ana'));
    await settled();
    await happens(
      gateway,
      { type: 'workspace.reset', at: NOW, agentId: 'ana' },
      { type: 'configuration.loaded', at: NOW, configuration: aConfiguration() },
      { type: 'session.snapshot', at: NOW, session: aSession() },
    );
    expect(field(provider).value).to.equal('half a t');
  });

  it('brings back what was typed for a session when the browser restores the page', async () => {
    const { provider } = await inForm(named, { sessions: [aSession()] });
    element(provider).formStateRestoreCallback(keptBy('ana'));
    await settled();
    expect(field(provider).value).to.equal('half a t');
    element(provider).formStateRestoreCallback('from another version');
    await settled();
    expect(field(provider).value).to.equal('half a t');
  });
});

describe('codes-tags: events before something changes', () => {
  async function listening(isRefusing: boolean) {
    const mounted = await mount(html`<codes-tags session-id="call-1"></codes-tags>`, {
      sessions: [coded],
      reply: 'never',
    });
    const heard: unknown[] = [];
    const listen = (event: Event): void => {
      heard.push([event.type, (event as CustomEvent).detail]);
      if (isRefusing) event.preventDefault();
    };
    for (const type of ['codes-change', 'tags-change'] as const) mounted.provider.addEventListener(type, listen);
    return { ...mounted, heard };
  }

  it('say of which session what is to become of it', async () => {
    const { provider, heard, gateway } = await listening(false);
    await choose(provider, 'primary', 'card-limit');
    await choose(provider, 'secondary', '');
    await addTag(provider, 'vip');
    expect(heard).to.deep.equal([
      ['codes-change', { sessionId: 'call-1', primary: 'card-limit' }],
      ['codes-change', { sessionId: 'call-1', secondary: null }],
      ['tags-change', { sessionId: 'call-1', tags: ['travel', '__proto__', 'vip'] }],
    ]);
    expect(gateway.commands).to.have.length(3);
  });

  it('keep everything as it was when a host says no, and what was typed in the field', async () => {
    const { provider, gateway } = await listening(true);
    await choose(provider, 'primary', 'card-limit');
    await addTag(provider, 'vip');
    find(provider, '[aria-label="Remove tag travel"]').click();
    await settled();
    expect(gateway.commands).to.have.length(0);
    expect(find<HTMLSelectElement>(provider, '[data-slot="primary"]').value).to.equal('card-lost');
    expect(field(provider).value).to.equal('vip');
    expect(findAll(provider, '.tag')).to.have.length(2);
  });
});
