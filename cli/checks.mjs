// Everything that is known without running the product.
import { outcomeOf, sync } from './installed.mjs';

/** The longest first: two go on at a time, and none waits for it at the end. */
const steps = [
  ['style', 'eslint/bin/eslint.js', ['.']],
  ['pages', 'svelte-check/bin/svelte-check', ['--threshold', 'warning']],
  ['types', 'typescript/bin/tsc', ['--noEmit', '-p', '.']],
  ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  ['imports', 'dependency-cruiser/bin/dependency-cruiser.mjs', ['src', '--config', '.dependency-cruiser.mjs']],
  ['dead code', 'knip/bin/knip.js', []],
  ['map', 'cli/architecture-map.ts', ['--check']],
];

/** Goes through all of them, so that one run shows every fault; answers the names of those that failed. */
export async function runChecks() {
  // npm prunes what svelte-kit generates inside node_modules.
  sync();
  const waiting = [...steps];
  const failed = [];
  const goOn = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const [name, script, args] = step;
      const { wentWell, said } = await outcomeOf(script, args);
      process.stdout.write(`\n── ${name}\n${said}`);
      if (!wentWell) failed.push(name);
    }
  };
  await Promise.all([goOn(), goOn()]);
  return failed;
}
