// Everything that is known without running the product.
import { succeeds, sync } from './installed.mjs';

const steps = [
  ['types', 'typescript/bin/tsc', ['--noEmit', '-p', '.']],
  ['pages', 'svelte-check/bin/svelte-check', ['--threshold', 'warning']],
  ['style', 'eslint/bin/eslint.js', ['.']],
  ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  ['imports', 'dependency-cruiser/bin/dependency-cruiser.mjs', ['src', '--config', '.dependency-cruiser.mjs']],
  ['map', 'cli/architecture-map.ts', ['--check']],
  ['dead code', 'knip/bin/knip.js', []],
];

/** Goes through all of them, so that one run shows every fault; answers the names of those that failed. */
export function runChecks() {
  // npm prunes what svelte-kit generates inside node_modules.
  sync();
  return steps.flatMap(([name, script, args]) => {
    process.stdout.write(`\n── ${name}\n`);
    return succeeds(script, args) ? [] : [name];
  });
}
