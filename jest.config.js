/** @type {import('jest').Config} */
const common = {
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }],
  },
  testEnvironment: 'node',
  injectGlobals: true,
}

// Beside the quick tests of the same thing; `npm run promises` runs them.
const THOROUGH = '\\.thorough\\.test\\.ts$'

export default {
  testTimeout: 90_000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/test/(stories|browser|promises|soak)/', THOROUGH],
    },
    {
      ...common,
      displayName: 'stories',
      testMatch: ['<rootDir>/test/{stories,browser}/*.test.ts'],
      testPathIgnorePatterns: [THOROUGH],
    },
    {
      ...common,
      displayName: 'promises',
      testMatch: ['<rootDir>/test/promises/*.test.ts', '<rootDir>/test/**/*.thorough.test.ts'],
    },
    { ...common, displayName: 'soak', testMatch: ['<rootDir>/test/soak/*.test.ts'] },
  ],
}
