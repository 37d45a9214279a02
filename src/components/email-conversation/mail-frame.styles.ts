/** How a mail looks that does not say how: dark on light, as its sender saw it, whatever the page around it. */
export const mailStyles = `
  :root { color-scheme: light; background: #fff; color: #201e26; }
  body { margin: 0; }
  /* Whatever is too wide for the panel widens all around it, so that no word leaves what is painted behind it. */
  main { display: grid; grid-template-columns: minmax(min-content, 1fr); overflow-x: auto; font: 14px/1.45 system-ui, sans-serif; overflow-wrap: anywhere; }
  main > div { display: flow-root; padding: 12px; }
  main > div > :first-child { margin-block-start: 0; }
  main > div > :last-child { margin-block-end: 0; }
  td, th { overflow-wrap: break-word; }
  small, sub, sup, rt { font-size: clamp(11px, 0.85em, 40px); }
  big { font-size: clamp(11px, 1.2em, 40px); }
  h1 { font-size: clamp(11px, 1.6em, 40px); }
  h2 { font-size: clamp(11px, 1.4em, 40px); }
  h3 { font-size: clamp(11px, 1.2em, 40px); }
  h4, h5, h6, pre, code, kbd, samp, tt { font-size: clamp(11px, 1em, 40px); }
  main:focus-visible { outline: 2px solid #5a43c8; outline-offset: -2px; }
  table { color: inherit; font-size: inherit; }
  img { max-inline-size: 100%; }
  pre { white-space: pre-wrap; }
  blockquote { margin-inline: 8px 0; padding-inline-start: 8px; border-inline-start: 2px solid #85818f; }
  a { color: #4a34b4; }
  .absent, .attached { padding: 0 4px; border: 1px dashed #85818f; color: #5e5a68; font-size: 12px; }
  .lie { display: inline-block; padding: 0 4px; background: #fceeed; color: #8f1d17; font: 12px/1.45 system-ui, sans-serif; }
`;
