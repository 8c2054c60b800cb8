// Runs vitest and counts, whatever becomes of it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { succeeds } from './installed.mjs';

/** `only` are further words for vitest: a project, a path. A run that breaks off counts as one failure. */
export function runTests(only = []) {
  const folder = mkdtempSync(join(tmpdir(), 'yuanlian-tests-'));
  const file = join(folder, 'results.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const wentWell = succeeds('vitest/vitest.mjs', ['run', ...reporters, ...only]);
  const counts = countsIn(file);
  rmSync(folder, { recursive: true, force: true });
  return !wentWell && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function countsIn(file) {
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'));
    const skipped = results.numPendingTests + results.numTodoTests;
    return { passed: results.numPassedTests, failed: results.numFailedTests, skipped };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** The last line of a run, and its exit code. */
export function conclude({ passed, failed, skipped }) {
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  process.exit(failed === 0 ? 0 : 1);
}
