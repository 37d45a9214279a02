import { expect, html } from '@open-wc/testing';
import createDOMPurify from 'dompurify';
import '../../src/components/email-conversation/email-conversation.define.js';
import { MailDrawing } from '../../src/components/email-conversation/mail-document.js';
import { STYLE, openMail } from '../../src/components/email-conversation/open-mail.js';
import { emailConversation } from '../../src/localize/en/email-conversation.js';
import { aMail, aMailSession } from '../../stories/scenarios/mails.js';
import { drawn, sheetIn } from '../support/mail-frames.js';
import { MapSource } from '../support/map-source.js';
import { allWithin, find, findAll, mount, textOf } from '../support/mounting.js';

const OURS = html`<email-conversation session-id="mail-1"></email-conversation>`;

/** Each tries to run something, to load something, to leave its frame or to look like a part of the page. */
const ATTACKS: readonly string[] = [
  '<script>top.hostile = 1</script>',
  '<scr<script>ipt>top.hostile = 1</scr</script>ipt>',
  '<script src="https://images.example/x.js"></script>',
  '<img src=x onerror="top.hostile = 1">',
  '<img src=x onerror=top.hostile=1//',
  '<img/src/onerror=top.hostile=1>',
  '<img src="x` `<script>top.hostile=1</script>"` `>',
  '<img """><script>top.hostile = 1</script>">',
  '<img srcset="https://images.example/x.png 1x" src=x>',
  '<img src=x lowsrc="https://images.example/x.png" dynsrc="https://images.example/x.png">',
  '<picture><source srcset="https://images.example/x.png"><img src=x></picture>',
  '<image src="https://images.example/x.png">',
  '<body onload="top.hostile = 1" background="https://images.example/x.png">text</body>',
  '<table background="https://images.example/x.png"><tr><td background="//images.example/x.png">x</td></tr></table>',
  '<svg onload="top.hostile = 1"></svg>',
  '<svg/onload=top.hostile=1//',
  '<svg><script>top.hostile = 1</script></svg>',
  '<svg><script href="data:text/javascript,top.hostile=1"/></svg>',
  '<svg><image href="https://images.example/x.png" xlink:href="https://images.example/x.png"/></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg onload=top.hostile=1></svg>#x"/></svg>',
  '<svg><animate onbegin="top.hostile = 1" attributeName=x dur=1s>',
  '<svg><a><animate attributeName=href values="javascript:top.hostile=1"/><text y=20>x</text></a></svg>',
  '<svg><style><img src=x onerror="top.hostile=1"></style></svg>',
  '<svg></p><style><a title="</style><img src=x onerror=top.hostile=1>">',
  '<svg><foreignObject><iframe srcdoc="<script>top.hostile=1</script>"></iframe></foreignObject></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=top.hostile=1&gt;">',
  '<math><mtext><option><FAKEFAKE><option></option><mglyph><svg><mtext><style><a title="</style><img src=x onerror=top.hostile=1>">',
  '<math href="javascript:top.hostile=1">x</math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=top.hostile=1>',
  '<noscript><p title="</noscript><img src=x onerror=top.hostile=1>">',
  '<template><img src=x onerror="top.hostile = 1"></template>',
  '<div><template shadowrootmode="open"><img src="https://images.example/x.png" onerror="top.hostile=1"></template></div>',
  '<xmp><p title="</xmp><img src=x onerror=top.hostile=1>"></xmp>',
  '<title><a title="</title><img src=x onerror=top.hostile=1>">',
  '<textarea><img title="</textarea><img src=x onerror=top.hostile=1>"></textarea>',
  '<select><style></select><img src=x onerror=top.hostile=1></style></select>',
  '<!--><img src=x onerror=top.hostile=1>-->',
  '<!--!><img src=x onerror=top.hostile=1>',
  '<![CDATA[><img src=x onerror=top.hostile=1>]]>',
  '<?xml version="1.0"?><?xml-stylesheet href="https://images.example/x.css"?>x',
  '<iframe src="javascript:top.hostile=1"></iframe>',
  '<iframe srcdoc="<script>top.hostile=1</script>"></iframe>',
  '<iframe src="https://images.example/"></iframe>',
  '<object data="data:text/html,<script>top.hostile=1</script>"></object>',
  '<object data="https://images.example/x.swf"><param name="movie" value="https://images.example/x.swf"></object>',
  '<embed src="javascript:top.hostile=1">',
  '<applet code="x" archive="https://images.example/x.jar"></applet>',
  '<portal src="https://images.example/"></portal>',
  '<fencedframe src="https://images.example/"></fencedframe>',
  '<video src="https://images.example/x.mp4" poster="https://images.example/x.png" autoplay onplay="top.hostile=1"></video>',
  '<video><source onerror="top.hostile=1" src="https://images.example/x.mp4"><track src="https://images.example/x.vtt"></video>',
  '<audio src="https://images.example/x.mp3" autoplay></audio>',
  '<link rel="stylesheet" href="https://images.example/x.css">',
  '<link rel="prefetch" href="https://images.example/x"><link rel="dns-prefetch" href="//images.example">',
  '<meta http-equiv="refresh" content="0;url=https://images.example/">',
  '<meta http-equiv="Content-Security-Policy" content="default-src *">',
  '<base href="https://images.example/"><a href="x">x</a><img src="x.png">',
  '<style>@import "https://images.example/x.css"; body { background: url(https://images.example/x.png) }</style>',
  '<style>:root { position: fixed; inset: 0 }</style>',
  '<p style="background: url(https://images.example/x.png)">x</p>',
  '<p style="background: u\\72l(https://images.example/x.png)">x</p>',
  '<p style="background: url(/**/https://images.example/x.png)">x</p>',
  '<p style="background-image: image-set(\'https://images.example/x.png\' 1x)">x</p>',
  '<p style="background: -webkit-image-set(url(https://images.example/x.png) 1x), url(https://images.example/y.png)">x</p>',
  '<p style="background: cross-fade(url(https://images.example/x.png), url(https://images.example/y.png))">x</p>',
  '<p style="list-style: url(https://images.example/x.png)">x</p>',
  '<p style="border-image: url(https://images.example/x.png) 1">x</p>',
  '<p style="cursor: url(https://images.example/x.png), auto">x</p>',
  '<p style="mask: url(https://images.example/x.svg#m); filter: url(https://images.example/x.svg#f)">x</p>',
  '<p style="content: url(https://images.example/x.png)">x</p>',
  '<p style="--image: url(https://images.example/x.png); background: var(--image)">x</p>',
  '<p style="width: expression(top.hostile=1)">x</p>',
  '<p style="-moz-binding: url(https://images.example/x.xml#x); behavior: url(x.htc)">x</p>',
  '<p style="position: fixed; inset: 0; z-index: 99999; background: white">Sign in again</p>',
  '<p style="color: red} * { background: url(https://images.example/x.png)">x</p>',
  '<a href="javascript:top.hostile=1">x</a>',
  '<a href="JaVaScRiPt:top.hostile=1">x</a>',
  '<a href="java&#x0A;script:top.hostile=1">x</a>',
  '<a href="&#1;javascript:top.hostile=1">x</a>',
  '<a href="javascript&colon;top.hostile=1">x</a>',
  '<a href=" \u00A0javascript:top.hostile=1">x</a>',
  '<a href="vbscript:x">x</a><a href="data:text/html,<script>top.hostile=1</script>">x</a>',
  '<a href="view-source:javascript:top.hostile=1">x</a><a href="blob:https://page.example/x">x</a>',
  '<a href="https://shop.example/" target="_top">x</a><a href="https://shop.example/" target="_parent">x</a>',
  '<a href="https://shop.example/" ping="https://images.example/x">x</a>',
  '<a href="https://shop.example/" download="x.exe" onclick="top.hostile=1">x</a>',
  '<area href="javascript:top.hostile=1"><map name=m><area shape=default href="https://images.example/"></map>',
  '<form action="https://images.example/" method=post><input name=password><button>Sign in</button></form>',
  '<form action="javascript:top.hostile=1"><input type=submit></form><isindex action="javascript:top.hostile=1">',
  '<form id=x></form><button form=x formaction="javascript:top.hostile=1">x</button>',
  '<input type="image" src="https://images.example/x.png"><input autofocus onfocus="top.hostile=1">',
  '<form><input name=attributes><input name=parentNode><input name=childNodes><img src=x onerror=top.hostile=1></form>',
  '<img name=getElementById><img name=body><form name=createElement></form><a id=head></a>',
  '<a id=top name=hostile href="https://shop.example/">x</a>',
  '<details open ontoggle="top.hostile=1">x</details>',
  '<marquee onstart="top.hostile=1" behavior=alternate>x</marquee>',
  '<keygen autofocus onfocus=top.hostile=1><div popover id=p onbeforetoggle=top.hostile=1></div>',
  '<div contenteditable autofocus onfocus="top.hostile=1" tabindex=1 accesskey=x>x</div>',
  '<x-hostile is="x"></x-hostile><button is="my-sessions">x</button>',
  '<my-sessions></my-sessions><session-provider></session-provider><email-conversation></email-conversation>',
  '<slot></slot><div slot="x" part="header" exportparts="x" class="primary" id="p">x</div>',
  '<dialog open>Your session has expired</dialog>',
  '</main></body></html><body onload=top.hostile=1><main>x',
  '</iframe></template></style></script></title></textarea><img src=x onerror=top.hostile=1>',
  '<div aria-label="x" role="alert" data-x="y" title="https://bank.example">x</div>',
  '<q cite="javascript:top.hostile=1">x</q><blockquote cite="https://images.example/">x</blockquote>',
  '<ruby><rt><style><img src="</style><img src=x onerror=top.hostile=1>">',
  '<p title="&quot;&gt;&lt;img src=x onerror=top.hostile=1&gt;">x</p>',
  '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9InRvcC5ob3N0aWxlPTEiLz4=">',
  '<img src="//images.example/x.png"><img src="\\\\images.example\\x.png"><img src="ht\ntps://images.example/x.png">',
  '\u0000<scr\u0000ipt>top.hostile=1</scr\u0000ipt><img src=x one\u0000rror=top.hostile=1>',
  `${'<div>'.repeat(3000)}<img src=x onerror=top.hostile=1>`,
  `${'<b><i>'.repeat(500)}x</b>`,
];

/** What may stand in the frame of a mail whose images nobody asked for. */
const TAGS = new Set(
  'a abbr address b bdi blockquote br center code div em font h1 h2 hr i img li main ol p pre q rp rt ruby section small span strong sub sup table tbody td th thead tr u ul'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'align bgcolor border cellpadding cellspacing class color colspan dir href rel rowspan src style target title alt referrerpolicy width height'.split(
    ' ',
  ),
);

function findings(sheet: HTMLElement): string[] {
  const elements = [sheet, ...sheet.querySelectorAll('*')];
  return elements.flatMap((element) => [
    ...(TAGS.has(element.localName) ? [] : [element.localName]),
    ...[...element.attributes].flatMap(({ name, value }) => {
      if (!ATTRIBUTES.has(name)) return [`${name}="${value}"`];
      if (name === 'src') return value.startsWith('data:image/') && !value.includes('svg') ? [] : [`src ${value}`];
      if (name === 'href') return /^(https?|mailto|tel):/.test(value) ? [] : [`href ${value}`];
      if (name === 'target') return value === '_blank' ? [] : [`target ${value}`];
      if (name === 'class') return ['absent', 'attached', 'lie'].includes(value) ? [] : [`class ${value}`];
      if (name === 'style') return /url|image|(?<!-)position:|behavior|--/i.test(value) ? [`style ${value}`] : [];
      return [];
    }),
  ]);
}

const loads = (frame: HTMLIFrameElement): string[] =>
  [window, frame.contentWindow!]
    .flatMap(({ performance }) => performance.getEntriesByType('resource'))
    .map(({ name }) => name)
    .filter((name) => name.includes('images.example'));

const hostPage = (root: ParentNode): string[] => allWithin(root).map(({ localName }) => localName);

describe('the HTML of a mail', () => {
  const dialogs: string[] = [];
  const real = { alert: window.alert, confirm: window.confirm, prompt: window.prompt };

  before(() => {
    for (const name of ['alert', 'confirm', 'prompt'] as const)
      Object.assign(window, { [name]: () => dialogs.push(name) });
  });

  after(() => {
    Object.assign(window, real);
  });

  ATTACKS.forEach((attack, index) => {
    it(`does nothing but be read: ${String(index)} ${attack.slice(0, 60)}`, async () => {
      const place = location.href;
      const { provider } = await mount(OURS, { sessions: [aMailSession(aMail({ html: `${attack}<p>After it</p>` }))] });
      const sheet = await sheetIn(provider);
      const frame = find<HTMLIFrameElement>(provider, 'iframe');
      expect(findings(sheet)).to.deep.equal([]);
      for (const link of sheet.querySelectorAll('a')) link.dispatchEvent(new Event('focus'));
      await drawn();
      expect(loads(frame), 'loaded').to.deep.equal([]);
      expect(hostPage(document.body).filter((tag) => tag === 'iframe')).to.have.length(1);
      expect('hostile' in window, 'ran in the page').to.equal(false);
      expect('hostile' in frame.contentWindow!, 'ran in the frame').to.equal(false);
      expect(dialogs).to.deep.equal([]);
      expect(location.href).to.equal(place);
      expect(frame.contentWindow?.location.href).to.equal('about:blank');
    });
  });

  it('is drawn without what a sanitizer that lets everything through would leave', () => {
    for (const attack of ATTACKS) {
      const sheet = document.createElement('main');
      const careless = document.implementation.createHTMLDocument();
      const source = careless.importNode(
        new DOMParser().parseFromString(attack.replaceAll('style=', `${STYLE}=`), 'text/html').body,
        true,
      );
      new MailDrawing(careless, { showsImages: false, words: emailConversation }).draw(source, sheet);
      expect(findings(sheet), attack).to.deep.equal([]);
    }
  });

  it('is sanitised before it is drawn', () => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-same-origin');
    document.body.append(frame);
    const forbidden =
      /^on|^(script|style-|svg|math|form|input|iframe|object|embed|link|meta|base|template|srcset|id|name)$/;
    for (const attack of ATTACKS) {
      const nodes = openMail(attack, createDOMPurify, frame.contentWindow!) as Element;
      expect(nodes.ownerDocument.defaultView === null, 'inert').to.equal(true);
      const names = [...nodes.querySelectorAll('*')].flatMap((node) => [node.localName, ...node.getAttributeNames()]);
      expect(
        names.filter((name) => forbidden.test(name)),
        attack,
      ).to.deep.equal([]);
    }
    frame.remove();
  });

  it('causes no report of the policy it is read under', async () => {
    const place = document.createElement('iframe');
    place.setAttribute('sandbox', 'allow-same-origin');
    document.body.append(place);
    const { contentDocument, contentWindow } = place;
    const policy = contentDocument!.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "default-src 'none'; img-src data:; form-action 'none'; base-uri 'none'";
    contentDocument!.head.append(policy);
    const reports: string[] = [];
    const listen = (realm: EventTarget): void => {
      realm.addEventListener('securitypolicyviolation', (event) => {
        reports.push((event as SecurityPolicyViolationEvent).effectiveDirective);
      });
    };
    [document, contentDocument!].forEach(listen);
    const neighbours = [
      '<style>p{color:red}</style><p>Hello</p>',
      '<STYLE type="text/css"><!-- p > a { color: red } --></STYLE><p>Hello</p>',
      '<base href="https://x.example/"><p>Hello</p>',
      '<svg><style>p{}</style></svg><p>Hello</p>',
      '<table><style>td > b { content: "</td>" }</style><tr><td>Hello</td></tr></table>',
      '<style/x>p{}</style><style\n>p{}</style\n><p style = "color: red">Hello</p>',
    ];
    for (const mail of [...neighbours, ...ATTACKS]) {
      const nodes = openMail(mail, createDOMPurify, contentWindow!);
      if (neighbours.includes(mail)) expect(textOf(nodes), mail).to.equal('Hello');
      new MailDrawing(contentDocument!, { showsImages: false, words: emailConversation }).draw(
        nodes,
        contentDocument!.body,
      );
      await new Promise((resolve) => setTimeout(resolve));
      expect(reports, mail).to.deep.equal([]);
      contentDocument!.body.replaceChildren();
    }
    place.remove();
  });

  it('stands in a frame without scripts that may load nothing', async () => {
    const { provider } = await mount(OURS, { sessions: [aMailSession(aMail({ html: '<p>x</p>' }))] });
    await sheetIn(provider);
    const frame = find<HTMLIFrameElement>(provider, 'iframe');
    expect(frame.getAttribute('sandbox')).to.equal('allow-same-origin allow-popups allow-popups-to-escape-sandbox');
    expect(frame.getAttributeNames()).to.not.include.members(['src']);
    // The server counts, because not every engine tells of what a policy refused.
    const tracker = new MapSource();
    const asksFor = (place: Document, name: string): HTMLImageElement =>
      place.body.appendChild(Object.assign(place.createElement('img'), { src: `${tracker.base}/${name}` }));
    const { contentDocument } = frame;
    asksFor(contentDocument!, 'overlooked.png');
    const own = asksFor(document, 'own.png');
    await new Promise((resolve) => (own.onerror = resolve));
    own.remove();
    expect(await tracker.requests()).to.deep.equal(['/own.png']);
    const script = contentDocument!.createElement('script');
    script.textContent = 'top.hostile = 1';
    contentDocument!.body.append(script);
    expect('hostile' in window).to.equal(false);
  });

  it('is its text when it is a page of frames', async () => {
    const frames = '<frameset onload="top.hostile=1"><frame src="javascript:top.hostile=1"></frameset>';
    const { provider } = await mount(OURS, { sessions: [aMailSession(aMail({ html: frames, text: 'Good day' }))] });
    await drawn();
    expect(textOf(find(provider, '.note'))).to.contain('cannot be shown with its formatting');
    expect(textOf(find(provider, '.text'))).to.equal('Good day');
    expect('hostile' in window).to.equal(false);
  });

  it('keeps what makes it readable', async () => {
    const mail = `<body bgcolor="#ffffee" style="font-family: Georgia"><h1>Offer</h1><p align="center" style="color: rgb(0, 0, 255)">Hello <b>you</b></p>
      <table border="1"><tr><td colspan="2">12</td></tr></table><o:p>Word writes such tags</o:p></body>`;
    const { provider } = await mount(OURS, { sessions: [aMailSession(aMail({ html: mail }))] });
    const sheet = await sheetIn(provider);
    expect(textOf(sheet)).to.equal('OfferHello you 12Word writes such tags');
    const { fontFamily, backgroundColor } = getComputedStyle(sheet.firstElementChild!);
    expect([fontFamily, backgroundColor]).to.deep.equal(['Georgia', 'rgb(255, 255, 238)']);
    expect(getComputedStyle(sheet.querySelector('p')!).color).to.equal('rgb(0, 0, 255)');
    expect(sheet.querySelector('td')?.colSpan).to.equal(2);
  });

  it('says where links really lead, and where their text lies about it', async () => {
    const mail =
      '<a href="https://evil.example/x"><span title="https://bank.example">www.bank.example</span></a> <a href="https://shop.example/">our shop</a>';
    const { provider } = await mount(OURS, { sessions: [aMailSession(aMail({ html: mail }))] });
    const sheet = await sheetIn(provider);
    expect(textOf(sheet)).to.equal('www.bank.example leads to evil.example our shop');
    expect([...sheet.querySelectorAll('[title]')].map((element) => element.getAttribute('title'))).to.deep.equal([
      'evil.example',
      'shop.example',
    ]);
    for (const link of sheet.querySelectorAll('a')) {
      expect(link.target).to.equal('_blank');
      expect(link.rel).to.equal('noopener noreferrer');
    }
  });

  it('takes the marks that pile up and turn text out of it', async () => {
    const { provider } = await mount(OURS, {
      sessions: [aMailSession(aMail({ html: `<p>a${'\u0301'.repeat(50_000)}</p><p>txt.\u202Egpj.exe</p>` }))],
    });
    expect((await sheetIn(provider)).textContent).to.equal(`a${'\u0301'.repeat(8)}txt.\uFFFDgpj.exe`);
  });

  it('is drawn just below its limits', async () => {
    const rows = '<tr><td style="color: #333; padding: 2px">cell</td><td>x</td></tr>'.repeat(3300);
    const { provider } = await mount(OURS, { sessions: [aMailSession(aMail({ html: `<table>${rows}</table>` }))] });
    expect((await sheetIn(provider)).querySelectorAll('td')).to.have.length(6600);
  });

  for (const [name, mail] of [
    ['characters', `<p>Beginning ${'x '.repeat(260_000)}</p>`],
    ['nodes', `<p>Beginning</p>${'<b>x</b>'.repeat(50_000)}`],
    ['nodes that a parser makes up', `<p>Beginning</p>${'<p><b><i><u><s>x'.repeat(3000)}`],
  ] as const)
    it(`is shown as text when it has too many ${name}`, async () => {
      const { provider } = await mount(OURS, {
        sessions: [aMailSession({ ...aMail({ html: mail }), text: '' })],
      });
      await drawn();
      expect(findAll(provider, 'iframe')).to.have.length(0);
      expect(textOf(find(provider, '.note'))).to.contain('too large to be shown with its formatting');
      expect(textOf(find(provider, '.text'))).to.match(/^Beginning/);
      expect(find(provider, '.text').textContent.length).to.be.below(1_000_000);
    });
});
