import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { abuseTests, classes, classOf, type AbuseClass } from '../tests/abuse.ts';
import type { Bench, Figure } from './report.ts';

const root = join(import.meta.dirname, '..');

interface Ran {
  readonly name: string;
  readonly of: AbuseClass;
  readonly held: boolean;
}

/** What vitest's own JSON report says of each test. */
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Runs every test that tries something bad, and counts by class what held. Processes need `npm run build` first. */
export const bench: Bench = async () => {
  const files = [...new Set(abuseTests.map(({ file }) => file))];
  const began = performance.now();
  const report = await run(files);
  const seconds = (performance.now() - began) / 1000;
  const ran = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.flatMap(({ fullName, status }) => {
      const of = classOf(relative(root, name), fullName);
      return of === undefined || status === 'skipped' ? [] : [{ name: fullName, of, held: status === 'passed' }];
    }),
  );
  const failed = ran.filter(({ held }) => !held);
  const idle = withoutTests(report);
  return {
    dataset: `${ran.length} tests in ${files.length} files; one of class C sends up to several hundred requests`,
    figures: [...byClass(ran), total(ran, failed.length + idle.length)],
    reference: {
      what: 'the same run',
      figures: [
        { name: 'duration', value: seconds, unit: 's' },
        { name: 'load of the machine (1 min)', value: loadavg()[0] ?? 0, unit: '' },
      ],
    },
    notes: [
      ...failed.map(({ of, name }) => `did not hold: ${of} ${name}`),
      ...idle.map((file) => `has no test that is an abuse case any more: ${file}`),
    ],
  };
};

function byClass(ran: readonly Ran[]): Figure[] {
  return Object.entries(classes).map(([letter, title]) => {
    const ofClass = ran.filter(({ of }) => of === letter);
    const held = ofClass.filter((one) => one.held).length;
    return {
      name: `${letter}: ${title}`,
      value: ofClass.length,
      unit: 'cases',
      target: 'all held',
      reached: held === ofClass.length && held > 0,
    };
  });
}

function total(ran: readonly Ran[], wrong: number): Figure {
  return { name: 'all classes', value: ran.length, unit: 'cases', target: 'all held', reached: wrong === 0 };
}

/** A file of the list that the run did not have, or whose tests were renamed, would be a promise that nobody keeps. */
function withoutTests({ testResults }: VitestReport): string[] {
  return abuseTests
    .filter(({ file, named }) => {
      const results = testResults.find(({ name }) => relative(root, name) === file)?.assertionResults ?? [];
      return !results.some(({ fullName }) => named?.test(fullName) ?? true);
    })
    .map(({ file, of }) => `${file} (${of})`);
}

async function run(files: readonly string[]): Promise<VitestReport> {
  const folder = await mkdtemp(join(tmpdir(), 'yuanlian-abuse-report-'));
  const output = join(folder, 'report.json');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const options = ['run', '--reporter=json', `--outputFile=${output}`, '--project', 'units', '--project', 'processes'];
  const child = spawn(process.execPath, [vitest, ...options, ...files], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await new Promise((resolve) => child.once('exit', resolve));
  try {
    return JSON.parse(await readFile(output, 'utf8')) as VitestReport;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
