#!/usr/bin/env node
// Runs the command line with the Node that the product ships, whatever the machine's own version.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findNode, isInstalled, root } from './installed.mjs';

if (!isInstalled()) {
  process.stderr.write('尚未安装：请先运行 npm start 或 npm ci。 Not installed yet: run npm start or npm ci first.\n');
  process.exit(3);
}
const { status, signal } = spawnSync(findNode(), [join(root, 'cli/yuanlian.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, NODE_NO_WARNINGS: '1' },
});
process.exit(status ?? (signal === 'SIGINT' ? 130 : 143));
