import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'units',
          // One kind of test after another: two cores are soon full.
          sequence: { groupOrder: 0 },
          include: ['src/**/*.test.ts', 'cli/**/*.test.ts', 'bench/**/*.test.ts', 'tests/rules/**/*.test.ts'],
          globalSetup: ['tests/support/postgres.ts'],
          testTimeout: 20_000,
          // A worker keeps its database over many files; making one for each file would cost more than it isolates.
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'processes',
          sequence: { groupOrder: 1 },
          include: ['tests/processes/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Each has programs and databases of its own, and some wait for minutes to pass.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'journeys',
          sequence: { groupOrder: 2 },
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/support/site.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Two walk the same site at once, as people do; each file makes the records that it counts on.
          maxWorkers: 2,
          isolate: false,
        },
      },
    ],
  },
});
