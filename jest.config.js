/** @type {import('jest').Config} */
const common = {
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }],
  },
  testEnvironment: 'node',
  injectGlobals: true,
}

export default {
  testTimeout: 90_000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/test/(stories|browser|promises|soak)/'],
    },
    { ...common, displayName: 'stories', testMatch: ['<rootDir>/test/{stories,browser}/*.test.ts'] },
    { ...common, displayName: 'promises', testMatch: ['<rootDir>/test/promises/*.test.ts'] },
    { ...common, displayName: 'soak', testMatch: ['<rootDir>/test/soak/*.test.ts'] },
  ],
}
