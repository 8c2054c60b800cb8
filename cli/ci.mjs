// What CI runs: the checks, then every test once.
import { runChecks } from './checks.mjs';
import { build, install, isBuilt, isInstalled } from './installed.mjs';
import { conclude, runTests } from './tests.mjs';

if (!isInstalled('full')) install('full');
const failed = await runChecks();
if (!isBuilt()) build();
const counts = runTests();
if (failed.length > 0) process.stdout.write(`\nFailed checks: ${failed.join(', ')}\n`);
conclude({ ...counts, failed: counts.failed + failed.length });
