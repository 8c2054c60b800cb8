import { honourLevels } from '#organisations/part.ts';
import { arrivalKinds, stages } from '#projects/project.ts';
import type { Accumulation } from './indicator.ts';

export type RecordName = 'projects' | 'signed_amount' | 'arrived_amount' | 'effective_connections' | 'honours';

/** As formulas write them, where a hyphen is a minus. */
const written = (words: readonly string[]): string[] => words.map((word) => word.replaceAll('-', '_'));
const stagesInFormulas = written(stages);

/** What can be counted from records, of which kinds, and how many of them must be named. */
export const recordFunctions: Readonly<Record<RecordName, { readonly of: readonly string[]; readonly least: number }>> =
  {
    projects: { of: stagesInFormulas, least: 1 },
    signed_amount: { of: [], least: 0 },
    arrived_amount: { of: written(arrivalKinds), least: 0 },
    effective_connections: { of: [], least: 0 },
    honours: { of: honourLevels, least: 0 },
  };

export interface RecordCall {
  readonly name: RecordName;
  readonly of: readonly string[];
}

/** What came of records on one day: a number of them, or yuan. */
export interface Dated {
  readonly name: RecordName;
  readonly of: string;
  readonly day: string;
  readonly amount: number;
}

/** Money that a project brought in, where no kind is named: equipment bought from it would be counted twice. */
const usual: Readonly<Partial<Record<RecordName, readonly string[]>>> = {
  arrived_amount: ['capital', 'foreign_capital'],
};

/** The records of a call up to the end of a period: of its year where they cumulate, of all time where they stand. */
export function countRecords(
  dated: readonly Dated[],
  call: RecordCall,
  period: { end: string; accumulation: Accumulation },
) {
  const { end, accumulation } = period;
  const from = accumulation === 'cumulative' ? `${end.slice(0, 4)}-01-01` : '';
  const kinds = kindsOf(call);
  const counted = dated.filter(
    ({ name, of, day }) => name === call.name && (kinds === 'all' || kinds.includes(of)) && day >= from && day <= end,
  );
  return Math.round(counted.reduce((sum, { amount }) => sum + amount * 100, 0)) / 100;
}

/** Of several stages the earliest counts: whoever reached a later one reached it before. */
function kindsOf({ name, of }: RecordCall): readonly string[] | 'all' {
  if (name === 'projects') return [stagesInFormulas.find((stage) => of.includes(stage)) ?? ''];
  return of.length > 0 ? of : (usual[name] ?? 'all');
}
