// Prints who imports whom, or with --check says whether docs/architecture.md still shows it, or with --write puts it there.
import { readFileSync, writeFileSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import { order } from '../.dependency-cruiser.mjs';

const file = 'docs/architecture.md';
const [open, close] = ['<!-- map: made by cli/architecture-map.ts -->', '<!-- end of map -->'];

async function drawMap() {
  const result = await cruise(['src'], {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    exclude: { path: '(\\.test\\.ts$|\\$types|^\\.svelte-kit)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types', 'svelte'],
    },
  });
  if (typeof result.output === 'string') throw new Error('the import checker answered with text');
  const uses = new Map<string, Set<string>>();
  const files = new Map<string, number>();
  for (const module of result.output.modules) {
    const from = folderOf(module.source);
    if (!from) continue;
    files.set(from, (files.get(from) ?? 0) + 1);
    const used = module.dependencies
      .map(({ resolved }) => folderOf(resolved))
      .filter((to) => to !== undefined && to !== from);
    uses.set(from, new Set([...(uses.get(from) ?? []), ...(used as string[])]));
  }
  const lines = order
    .filter((folder) => files.has(folder))
    .map((folder) => row(folder, files.get(folder) ?? 0, uses.get(folder) ?? new Set()));
  return ['| folder | files | uses |', '| --- | ---: | --- |', ...lines].join('\n');
}

function row(folder: string, count: number, used: ReadonlySet<string>): string {
  return `| \`${folder}\` | ${count} | ${order.filter((other) => used.has(other)).join(', ')} |`;
}

function folderOf(path: string): string | undefined {
  const folder = /^src\/([^/]+)\//.exec(path)?.[1];
  return folder && order.includes(folder) ? folder : undefined;
}

const map = `${open}\n${await drawMap()}\n${close}`;
const text = readFileSync(file, 'utf8');
const shown = text.slice(text.indexOf(open), text.indexOf(close) + close.length);
const mode = process.argv[2];
if (mode === '--write') writeFileSync(file, text.replace(shown, map));
else if (mode !== '--check') process.stdout.write(`${map}\n`);
else if (shown !== map) {
  process.stderr.write(`${file} does not show the imports as they are: run node cli/architecture-map.ts --write\n`);
  process.exitCode = 1;
}
