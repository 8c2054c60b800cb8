import { join } from 'node:path';
import { createServer } from 'vite';
import { commandLine } from '#accounts/actor.ts';
import { referenceSteps, sampleSteps } from '#operations/load-steps.server.ts';
import { load } from '#operations/load.server.ts';
import { readConfig } from '#platform/config.ts';
import { listenForChanges } from '#platform/changed-listener.server.ts';
import { passOn } from '#platform/heard.ts';
import { openStore } from '#platform/store.server.ts';
import { beginSite } from '#settings/write.server.ts';

// No page cache, no lock on the data folder, no drain: those belong to src/server.ts.
const config = readConfig(process.env);
if (!config.ok) throw new Error(config.problems.map((problem) => problem.says.en).join('\n'));
const root = join(import.meta.dirname, '..');
const store = await openStore(config.value, join(root, 'migrations'));
const site = await beginSite(store.database, config.value.dataFolder);
if (!site.ok) throw new Error(site.problems.map((problem) => problem.says.en).join('\n'));
// The settings of the site are remembered by the application, which hears of a change from here.
listenForChanges(store.url, { changed: passOn, missed: () => passOn(undefined) });
await load(store.database, [...referenceSteps, ...sampleSteps], { actor: commandLine, root });
process.env['DATABASE_URL'] = store.url;
const vite = await createServer({ root, server: { port: config.value.port, host: config.value.host } });
await vite.listen();
vite.printUrls();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(
    signal,
    () =>
      void vite
        .close()
        .then(() => store.close())
        .then(() => process.exit(0)),
  );
}
