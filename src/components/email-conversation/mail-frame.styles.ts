/** How a mail looks that does not say how: dark on light, as its sender saw it, whatever the page around it. */
export const mailStyles = `
  :root { color-scheme: light; background: #fff; color: #201e26; }
  body { margin: 0; }
  main { display: flow-root; overflow-x: auto; padding: 12px; font: 14px/1.45 system-ui, sans-serif; overflow-wrap: break-word; }
  main > :first-child { margin-block-start: 0; }
  main > :last-child { margin-block-end: 0; }
  main:focus-visible { outline: 2px solid #5a43c8; outline-offset: -2px; }
  table { color: inherit; font-size: inherit; }
  img { max-inline-size: 100%; }
  pre { white-space: pre-wrap; }
  blockquote { margin-inline: 8px 0; padding-inline-start: 8px; border-inline-start: 2px solid #85818f; }
  a { color: #4a34b4; }
  .absent, .attached { padding: 0 4px; border: 1px dashed #85818f; color: #5e5a68; font-size: 12px; }
  .lie { padding: 0 4px; background: #fceeed; color: #8f1d17; font: 12px/1.45 system-ui, sans-serif; }
`;
