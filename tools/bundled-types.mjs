// The types of RxJS as far as the package's own name them, in dist/vendor/rxjs beside what is built in of it: a host
// installs no RxJS, and one that has it hands ours to what takes observables of any kind (`from`, `switchMap`, …).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { filesUnder, root } from './files.mjs';

const FROM = 'node_modules/rxjs/dist/types';
const TO = 'dist/vendor/rxjs';
const INDEX = 'internal/named.d.ts';
const NAMED = ['Observable', 'Subscriber', 'Subscription'];
const IMPORT = /(?<=\bfrom |\bimport\()(['"])(\.[^'"]+)\1/g;

const read = (path) => readFileSync(join(root, path), 'utf8');
function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Copies a file and all that it names. Modules are named as Node does it, with how they end. */
const copied = new Set();
function copy(path) {
  if (copied.has(path)) return;
  copied.add(path);
  const text = read(`${FROM}/${path}`).replace(/^\/\/# sourceMappingURL=.*$/m, '');
  write(
    `${TO}/${path}`,
    text.replace(IMPORT, (_, quote, name) => `${quote}${name}.js${quote}`),
  );
  for (const [, , name] of text.matchAll(IMPORT)) copy(posix.join(posix.dirname(path), `${name}.d.ts`));
}

for (const name of NAMED) copy(`internal/${name}.d.ts`);

/** What RxJS leaves out of its types, since its own operators know its own class; those of another copy go by this. */
const OBSERVABLE = `${TO}/internal/Observable.d.ts`;
const CLASS = 'export declare class Observable<T> implements Subscribable<T> {\n';
const declared = read(OBSERVABLE);
if (!declared.includes(CLASS)) throw new Error(`${OBSERVABLE} does not declare its class as it did.`);
write(OBSERVABLE, declared.replace(CLASS, `${CLASS}    [Symbol.observable](): Subscribable<T>;\n`));

write(`${TO}/${INDEX}`, NAMED.map((name) => `export { ${name} } from './${name}.js';\n`).join(''));

for (const path of filesUnder('dist', /^dist\/(?!vendor\/).*\.d\.ts$/)) {
  const text = read(path);
  const name = posix.relative(posix.dirname(path), `${TO}/${INDEX.replace('.d.ts', '.js')}`);
  const own = text.replaceAll(/(?<=\bfrom |\bimport\()(['"])rxjs\1/g, `'${name.startsWith('.') ? name : `./${name}`}'`);
  if (own !== text) write(path, own);
}
