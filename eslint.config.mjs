import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const nodeGlobals = Object.fromEntries(
  [
    'AbortController',
    'AbortSignal',
    'Buffer',
    'URL',
    'clearInterval',
    'clearTimeout',
    'console',
    'fetch',
    'process',
    'setInterval',
    'setTimeout',
  ].map((name) => [name, 'readonly']),
);

/** Syntax the house does without. */
const forbiddenSyntax = [
  {
    selector: 'Property[key.name="shell"][value.value=true]',
    message: 'A shell re-reads what it is given. Start the program itself, with an array of arguments.',
  },
  {
    selector: 'CallExpression[callee.name=/^(exec|execSync)$/]',
    message: 'exec() goes through a shell. Use execa or execFile with an array of arguments.',
  },
];

const forbidDefaultExports = {
  selector: 'ExportDefaultDeclaration',
  message: 'Name what is exported: a default export is called something else in every file that imports it.',
};

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/coverage/',
    '**/.vscode-test/',
    '**/.cache/',
    'docs-site/build/',
    'docs-site/.docusaurus/',
    'docs-site/docs/reference/generated/',
    'test/consumers/projects/',
  ]),

  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [js.configs.recommended],
    languageOptions: { globals: nodeGlobals },
    rules: { eqeqeq: 'error', 'no-restricted-syntax': ['error', ...forbiddenSyntax] },
  },

  {
    files: ['**/*.{ts,mts,tsx}'],
    extends: [
      js.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...forbiddenSyntax, forbidDefaultExports],
      'object-shorthand': 'error',
      'prefer-template': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // `() => emitter.dispose()` says what it does; a block around it says it no better.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
    },
  },

  {
    // Programs that talk to a terminal do so through console.
    files: [
      'docs-site/serve.mts',
      'extension/*.ts',
      'sdk/examples/**/*.ts',
      'test/bench/**/*.ts',
      'test/support/**/*.ts',
    ],
    rules: { 'no-console': 'off' },
  },

  {
    // Docusaurus takes a component of its theme as the default export.
    files: ['docs-site/src/theme/**/*.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...forbiddenSyntax] },
  },

  {
    files: ['test/**/*.ts'],
    rules: {
      // sinon's stubs and assertions take methods without calling them.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
);
