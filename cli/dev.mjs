// What `npm run dev` runs: the pages as they are being written, on the same database as `npm start`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findNode, install, isInstalled, root, sync } from './installed.mjs';

if (!isInstalled('full')) install('full');
sync();
const server = spawn(findNode(), [join(root, 'cli/dev-server.ts')], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 1));
