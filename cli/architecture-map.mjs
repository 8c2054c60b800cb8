// Prints who imports whom, or with --check says whether docs/architecture.md still shows it, or with --write puts it there.
import { readFileSync, writeFileSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import { order } from '../.dependency-cruiser.mjs';

const file = 'docs/architecture.md';
const [open, close] = ['<!-- map: made by cli/architecture-map.mjs -->', '<!-- end of map -->'];

async function drawMap() {
  const result = await cruise(['src'], {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    exclude: { path: '(\\.test\\.ts$|\\$types|^\\.svelte-kit)' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types', 'svelte'] },
  });
  const uses = new Map();
  const files = new Map();
  for (const module of result.output.modules) {
    const from = folderOf(module.source);
    if (!from) continue;
    files.set(from, (files.get(from) ?? 0) + 1);
    for (const { resolved } of module.dependencies) {
      const to = folderOf(resolved);
      if (to && to !== from) uses.set(from, (uses.get(from) ?? new Set()).add(to));
    }
  }
  const lines = order.filter((folder) => files.has(folder)).map((folder) => row(folder, files.get(folder), uses.get(folder) ?? new Set()));
  return ['| folder | files | uses |', '| --- | ---: | --- |', ...lines].join('\n');
}

function row(folder, count, used) {
  return `| \`${folder}\` | ${count} | ${order.filter((other) => used.has(other)).join(', ')} |`;
}

function folderOf(path) {
  const folder = /^src\/([^/]+)\//.exec(path)?.[1];
  return order.includes(folder) ? folder : undefined;
}

const map = `${open}\n${await drawMap()}\n${close}`;
const text = readFileSync(file, 'utf8');
const shown = text.slice(text.indexOf(open), text.indexOf(close) + close.length);
const mode = process.argv[2];
if (mode === '--write') writeFileSync(file, text.replace(shown, map));
else if (mode !== '--check') process.stdout.write(`${map}\n`);
else if (shown !== map) {
  process.stderr.write(`${file} does not show the imports as they are: run node cli/architecture-map.mjs --write\n`);
  process.exitCode = 1;
}
