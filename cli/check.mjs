// What `npm run check` runs: types, style, boundaries, dead code, format, unit tests.
import { runChecks } from './checks.mjs';
import { install, isInstalled } from './installed.mjs';
import { conclude, runTests } from './tests.mjs';

if (!isInstalled('full')) install('full');
const failed = await runChecks();
const counts = runTests(['--project', 'units']);
if (failed.length > 0) process.stdout.write(`\nFailed checks: ${failed.join(', ')}\n`);
conclude({ ...counts, failed: counts.failed + failed.length });
