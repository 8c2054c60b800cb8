import svelte from 'eslint-plugin-svelte';
import svelteParser from 'svelte-eslint-parser';
import ts from 'typescript-eslint';

/** @type {import('eslint').Linter.RulesRecord} */
const budgets = {
  'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 8],
  'max-params': ['error', 3],
  'max-depth': ['error', 3],
};

export default ts.config(
  { ignores: ['build/', '.svelte-kit/', 'node_modules/', 'data/', 'tests/fixtures/', 'tests/artifacts/'] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { parserOptions: { project: './tsconfig.json', extraFileExtensions: ['.svelte'] } },
    rules: {
      ...budgets,
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.svelte'],
    languageOptions: { parser: svelteParser, parserOptions: { parser: ts.parser } },
    rules: {
      // Links are plain addresses: there is no base path, and public pages ship no router.
      'svelte/no-navigation-without-resolve': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      'max-lines-per-function': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    ...ts.configs.disableTypeChecked,
    languageOptions: { parserOptions: { project: null } },
  },
  {
    // A test file tells stories in sequence: describe blocks may be long.
    files: ['**/*.test.ts', 'tests/**', 'bench/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // Programs talk to the person who started them.
    files: ['cli/**', 'bench/**'],
    rules: { 'no-console': 'off' },
  },
);
