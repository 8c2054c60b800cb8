// What `npm test` runs: everything, from a clean clone, browser journeys included.
import { build, install, isBuilt, isInstalled, sync } from './installed.mjs';
import { conclude, runTests } from './tests.mjs';

if (!isInstalled('full')) install('full');
if (isBuilt()) sync();
else build();
conclude(runTests(process.argv.slice(2)));
