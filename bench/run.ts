import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inWords, machine, type Bench } from './report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { dir: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const name = positionals[0] ?? '';
const file = join(import.meta.dirname, `${name}.bench.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  const names = readdirSync(import.meta.dirname).flatMap((one) => one.match(/^(.+)\.bench\.ts$/)?.[1] ?? []);
  console.error(`Usage: npm run bench -- NAME [--dir DIR] [--json]\nNAME is one of: ${names.join(', ')}`);
  process.exit(2);
}
const { bench } = (await import(file)) as { bench: Bench };
const report = await bench({ dir: values.dir });
console.log(values.json ? JSON.stringify({ bench: name, machine: machine(), ...report }) : inWords(name, report));
const missed = report.figures.some((figure) => figure.reached === false);
process.exit(missed ? 1 : 0);
