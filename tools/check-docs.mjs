// What the documents say is so: their links lead somewhere, their code compiles against the package as it is built.
// What takes a site and a browser is `npm run test:docs`.
import { codeOf, complaintsAbout, documents } from './docs-code.mjs';
import { brokenLinks } from './docs-links.mjs';
import { filesUnder } from './files.mjs';

const read = ['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', ...filesUnder('docs', /^docs\/(?!site\/).+\.md$/)];
const pieces = documents().flatMap((path) => codeOf(path));
const problems = [...read.flatMap((path) => brokenLinks(path)), ...complaintsAbout(pieces)];
for (const problem of problems) console.error(problem);
console.log(`${read.length} documents, ${pieces.length} pieces of code, ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;
