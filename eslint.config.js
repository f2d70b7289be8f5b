const js = require('@eslint/js');
const tseslint = require('typescript-eslint');

/** A wall between rooms: `files` may not import what matches `patterns`. */
const wall = (files, patterns, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: patterns, message }] }] },
});
const BIN = '(^|/)bin/';

module.exports = tseslint.config(
  { ignores: ['node_modules', 'cdk.out', '.work', 'coverage'] },
  js.configs.recommended,
  {
    files: ['**/*.js'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      sourceType: 'commonjs',
      globals: {
        require: 'readonly',
        module: 'writable',
        process: 'readonly',
        console: 'readonly',
        __dirname: 'readonly',
      },
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['test/**/*.ts'],
    // Tests take methods apart from their objects to hand them to matchers; nothing of ours depends on `this` there.
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  wall(['lib/**/*.ts', 'test/**/*.ts'], BIN, 'nothing imports bin'),
  wall(
    ['lib/plan/**/*.ts'],
    `${BIN}|^aws-cdk-lib|^constructs$|^cdk-nag|/(stacks|constructs|residency|check|review|cli)/`,
    'lib/plan imports no CDK and no other room',
  ),
  wall(
    ['lib/residency/**/*.ts'],
    `${BIN}|/(stacks|constructs|plan|check|review|cli)/`,
    'lib/residency serves any CDK app: it knows nothing of our stacks, constructs or plan',
  ),
  wall(
    ['lib/check/**/*.ts'],
    `${BIN}|^aws-cdk-lib|^constructs$|^cdk-nag|/(stacks|constructs|review|cli)/`,
    'lib/check judges templates of any app: it must start without CDK, and knows none of our stacks',
  ),
  wall(
    ['lib/constructs/**/*.ts'],
    `${BIN}|/(stacks|residency|check|review|cli)/`,
    'constructs are the parts: stacks wire them, not the other way round',
  ),
);
