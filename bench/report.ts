import { cpus, totalmem } from 'node:os';

/** What the person who started a bench asked for. */
export interface Options {
  /** Folder with data to measure on that is not part of the project. */
  readonly dir: string | undefined;
}

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it should be, in words; undefined for a figure that only informs. */
  readonly target?: string;
  readonly reached?: boolean;
}

/** What a bench found. `reference` are figures of something simple, measured in the same run on the same machine. */
export interface Report {
  readonly dataset: string;
  readonly figures: readonly Figure[];
  readonly reference: { readonly what: string; readonly figures: readonly Figure[] };
  readonly notes?: readonly string[];
  /** PostgreSQL's own version, where the bench used it. */
  readonly postgres?: string;
}

/** Each `bench/NAME.bench.ts` exports this as `bench`. */
export type Bench = (options: Options) => Promise<Report>;

export function machine() {
  const cores = cpus();
  return {
    cores: cores.length,
    cpu: cores[0]?.model ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
}

/** The value below which `share` of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function inWords(name: string, report: Report): string {
  const { cores, cpu, memoryGb, node, platform } = machine();
  return [
    `# ${name}`,
    `machine    ${cores} cores, ${cpu}, ${memoryGb} GB, ${platform}, node ${node}${report.postgres ? `, PostgreSQL ${report.postgres}` : ''}`,
    `dataset    ${report.dataset}`,
    '',
    ...report.figures.map(line),
    '',
    `reference: ${report.reference.what}`,
    ...report.reference.figures.map(line),
    ...(report.notes ?? []).map((note) => `\n${note}`),
  ].join('\n');
}

function line({ name, value, unit, target, reached }: Figure): string {
  const shown = Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(Math.abs(value) < 2 ? 4 : 1);
  const verdict = target === undefined ? '' : `   target ${target}: ${reached ? 'reached' : 'MISSED'}`;
  return `${name.padEnd(44)} ${shown.padStart(12)} ${unit}${verdict}`;
}
