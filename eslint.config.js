import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const forbid = (selector, message) => ({ selector, message });

// HTML only ever comes out of Lit's templates: host pages run under a strict CSP with trusted types.
const htmlSinks = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'srcdoc'];
const everywhere = [
  forbid('TSEnumDeclaration', 'Use an `as const` array and derive the type from it.'),
  forbid('TSParameterProperty', 'Declare the field: TypeScript is for types only.'),
  forbid(`MemberExpression[property.name=/^(${htmlSinks.join('|')})$/]`, 'Render with a Lit template.'),
  forbid('TemplateElement[value.raw=/[ .?](innerHTML|outerHTML|srcdoc)=/i]', 'Render with a Lit template.'),
  forbid('TemplateElement[value.raw=/[ .]style=["\']?$/]', 'A bound style attribute breaks under a strict CSP.'),
];
const inSource = [
  ...everywhere,
  forbid('TemplateElement[value.raw=/ style=/]', 'A style attribute breaks under a strict CSP.'),
  forbid('ExportDefaultDeclaration', 'Export by name.'),
  forbid(':matches(NewExpression, CallExpression)[callee.name="RegExp"]', 'Write the pattern as a literal.'),
  forbid(
    ':matches(PropertyDefinition, MethodDefinition)[accessibility="private"]:not([kind="constructor"], :has(> Decorator))',
    'Use #: a TypeScript-only private shows up in the manifest as public API.',
  ),
];
const noReexport = forbid(
  ':matches(ExportAllDeclaration, ExportNamedDeclaration[source])',
  'Only what the package exports as an entry re-exports.',
);

// Hosts are asked and told of every act in one place: acts and public events go through src/context/acts.
const byItself = [
  ...[
    'MemberExpression[property.name=/^(execute|look)$/]',
    'MemberExpression[property.value=/^(execute|look|signIn)$/]',
    'CallExpression[callee.property.name="signIn"]',
    'ObjectPattern > Property[key.name=/^(execute|look|signIn)$/]',
  ].map((selector) => forbid(selector, 'Act through src/context/acts, which asks the host first.')),
  forbid(
    'Property[key.name="composed"]',
    'What leaves the shadow roots is a public event: only src/context/acts dispatches those.',
  ),
];

const unsafeImports = [
  ...['unsafe-html', 'unsafe-svg', 'unsafe-mathml', 'style-map'].map((name) => ({
    name: `lit/directives/${name}.js`,
    message: 'Breaks under a strict CSP, or lets HTML through.',
  })),
  { name: 'lit/static-html.js', importNames: ['unsafeStatic'], message: 'Lets HTML through.' },
];

// Scripts run in Node, and what they hand to a page runs there.
const nodeGlobals = Object.getOwnPropertyNames(globalThis);
const pageGlobals = [
  'customElements',
  'document',
  'getComputedStyle',
  'HTMLElement',
  'location',
  'navigator',
  'window',
];

export default defineConfig(
  // What the site is typed with is installed when it is built: `npm run test:docs` compiles it.
  globalIgnores([
    'dist/',
    'coverage/',
    'storybook-static/',
    'schema/',
    'test/hosts/',
    'types/',
    '**/dist/',
    'docs/site/**/*.ts',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  lit.configs['flat/recommended'],
  wc.configs['flat/best-practice'],
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    // Without the base classes the wc rules see no element at all.
    settings: { wc: { elementBaseClasses: ['LitElement', 'ReactiveElement', 'GuardedElement', 'WorkspaceElement'] } },
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'id-denylist': ['error', 'e', 'ev', 'err'],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme'], location: 'anywhere' }],
      'no-restricted-syntax': ['error', ...everywhere],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/no-restricted-imports': ['error', { paths: unsafeImports }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // LitElement has every lifecycle callback
      'wc/guard-super-call': 'off',
      // Lit binds a listener to its element: `@click=${this.save}` is safe.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-globals': ['error', 'localStorage'],
      'no-restricted-properties': [
        'error',
        ...['window', 'globalThis', 'self'].map((object) => ({ object, property: 'localStorage' })),
      ],
      'no-restricted-syntax': ['error', ...inSource, noReexport],
    },
  },
  {
    files: ['src/*/**/*.ts'],
    ignores: ['src/core/**', 'src/gateways/**', 'src/server/**', 'src/context/acts/**'],
    rules: { 'no-restricted-syntax': ['error', ...inSource, noReexport, ...byItself] },
  },
  {
    // the last one is written by a tool, and left out where it is built: it has no code of its own
    files: [
      'src/{index,core,localize}.ts',
      'src/server/server.ts',
      'src/gateways/{amazon-connect/amazon-connect,combined/combined,http/http,recording/recording,replay/replay,simulator/simulator}.ts',
      'src/icons/drawings.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...inSource] },
  },
  // where the logger is
  { files: ['src/context/browser-ports.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['demo/**', 'stories/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: unsafeImports,
          patterns: [{ group: ['**/dist/**'], message: 'Use the package by its name.' }],
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // chai: its assertions are expressions, and some are thenable whether or not one waits for them
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      // a test states what it knows to be there
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    // Apps with dependencies of their own, which this repository does not install: their builds check their types.
    files: ['examples/**/*.{ts,tsx}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false, project: null } },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      parserOptions: { projectService: false },
      globals: Object.fromEntries([...nodeGlobals, ...pageGlobals].map((name) => [name, 'readonly'])),
    },
  },
);
