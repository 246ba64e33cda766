import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import tseslint from 'typescript-eslint'

/** Imports that a folder must not make (architecture.md: `admin -> contracts -> domain -> kernel`, and so on). */
function forbid(files, message, group) {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] } }
}

const STRAPI = ['@strapi/*', '@strapi/*/**', 'knex', 'koa', 'koa-*']
const OTHERS_BUT_KERNEL = ['@practice/*', '@practice/*/**', '!@practice/kernel']

const KERNEL_ALONE = 'The kernel is pure and stands on nothing of ours.'

const CONSOLE_KNOWS = 'The console knows contracts, not the server and its rules.'
const NOT_THE_CONSOLES = [
  ...STRAPI,
  '@practice/*/server',
  '@practice/*/services',
  '@practice/*/domain',
  '@practice/cms',
  '@practice/seeds',
]

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      'cms/types/',
      'cms/.tmp/',
      'cms/public/',
      '**/.strapi/',
      'tests/e2e/screenshots/',
    ],
  },
  {
    // Nothing is switched off in place: a rule is right for a folder, or it is changed here, where it is seen.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
  },
  js.configs.recommended,
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: { globals: globals.node },
    rules: { eqeqeq: 'error' },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // `== null` asks for both kinds of nothing.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSNonNullExpression', message: 'Say what happens when it is null.' },
        { selector: 'TSEnumDeclaration', message: 'A const array and its union say the same and survive JSON.' },
      ],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      // The services of plugins are merged into this one (kernel/src/service.ts).
      '@typescript-eslint/no-empty-object-type': ['error', { allowWithName: '^PluginServices$' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // An interface may promise what an implementation gives at once, and factories return objects without `this`.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // Rows of Strapi and knex come as `any`, and an assertion at the border is what gives them a type.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', { max: 300 }],
    },
  },
  {
    files: ['plugins/**/*.ts', 'cms/**/*.ts', 'seeds/**/*.ts'],
    // A service is one factory around its functions: those are short, it is not.
    ignores: ['plugins/*/server/services/**'],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }] },
  },
  {
    files: [
      'plugins/*/server/services/**/*.ts',
      'plugins/kernel/**/*.ts',
      'plugins/*/domain/**/*.ts',
      'admin/**/*.{ts,tsx}',
    ],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.ts'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      // Bodies of replies come as `any`; a test says what it expects of them.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  {
    files: ['admin/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: globals.browser },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  forbid(['plugins/kernel/src/**/*.ts'], KERNEL_ALONE, [...STRAPI, '@practice/*', '@practice/*/**']),
  {
    // What the plugins' queries share names the types of Knex, and nothing of it runs here.
    files: ['plugins/kernel/src/sql/**/*.ts'],
    rules: {
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: STRAPI.filter((name) => name !== 'knex'), message: KERNEL_ALONE },
            { group: ['@practice/*', '@practice/*/**'], message: KERNEL_ALONE },
            { group: ['knex'], message: KERNEL_ALONE, allowTypeImports: true },
          ],
        },
      ],
    },
  },
  forbid(['plugins/*/domain/**/*.ts'], 'Rules are pure functions: they import the kernel only.', [
    ...STRAPI,
    ...OTHERS_BUT_KERNEL,
    '**/server/**',
    '**/contracts',
    '**/contracts/**',
    'node:*',
  ]),
  forbid(['plugins/*/contracts/**/*.ts'], 'Contracts are imported by the console: domain and kernel only.', [
    ...STRAPI,
    ...OTHERS_BUT_KERNEL,
    '**/server/**',
    'node:*',
  ]),
  forbid(
    ['plugins/*/server/**/*.ts'],
    'Plugins meet through `service(strapi, plugin, name)`; of another only types of its services.',
    [
      '@practice/*/server',
      '@practice/*/server/**',
      '@practice/*/domain',
      '@practice/cms',
      '@practice/seeds',
      '../../../../*',
    ],
  ),
  forbid(['cms/**/*.ts'], 'The app is wiring: services of plugins by `service(…)`, never their insides.', [
    '@practice/*/server',
    '@practice/*/server/**',
    '**/plugins/**',
  ]),
  forbid(['seeds/**/*.ts'], 'Seeds stand below the app.', ['@practice/cms', '@practice/cms/**', '**/plugins/**']),
  forbid(['admin/src/**/*.{ts,tsx}'], CONSOLE_KNOWS, [...NOT_THE_CONSOLES, 'node:*']),
  // Tests of the console read its files.
  forbid(['admin/src/**/__tests__/**'], CONSOLE_KNOWS, NOT_THE_CONSOLES),
)
