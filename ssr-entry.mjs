import { runnerImport } from 'vite';
import { readdirSync, writeFileSync } from 'node:fs';
const tags=readdirSync('src/components');
writeFileSync('ssr-x.ts', tags.map(t=>`import './src/components/${t}/${t}.define.js';`).join('\n'));
await runnerImport(process.cwd()+'/ssr-x.ts',{configFile:false,logLevel:'error'});
const { render } = await import('@lit-labs/ssr');
const { collectResult } = await import('@lit-labs/ssr/lib/render-result.js');
const { html, unsafeStatic } = await import('lit/static-html.js');
for (const t of tags) { try { const s = await collectResult(render(html`<${unsafeStatic(t)}></${unsafeStatic(t)}>`)); console.log(t, s.replace(/<style>[^]*<\/style>/,'')); } catch(e){ console.log(t,'FAILED',e.stack.split('\n').slice(0,4).join('|')); } }
