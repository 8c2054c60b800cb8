import { z } from 'zod';
import { isClean } from '#profiles/field.ts';
import { day, observationOrigins, observationStates, value, type Accumulation } from './indicator.ts';
import type { Valued } from './standing.ts';

const tidy = z.string().transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim());
const text = (most: number) => tidy.pipe(z.string().max(most).refine(isClean));
const number = z.number().int().positive();

/** One value for one period: what it is, where it is from, and what shows it. */
export const observationInput = z.strictObject({
  indicator: number,
  end: day,
  value,
  state: z.enum(observationStates),
  sourceZh: text(400).pipe(z.string().min(1)),
  sourceEn: text(400).default(''),
  sourceUrl: tidy.pipe(z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)])).default(''),
  /** Left out, that of the value before it stays. */
  document: z.uuid().nullable().optional(),
  articleId: number.nullable().default(null),
  /** Of a revision: what changed and why. */
  note: text(1000).default(''),
  origin: z.enum(observationOrigins).exclude(['computed']).default('entered'),
  /** Said by whoever was asked whether a value that looks wrong is right. */
  isSure: z.boolean().default(false),
  /** The revision that the form showed; 0 where there was no value yet. */
  seen: z.number().int().min(0).optional(),
  sample: z.boolean().default(false),
});
export type ObservationInput = z.input<typeof observationInput>;
export type Observation = z.output<typeof observationInput>;

export const doubts = ['much-more', 'much-less', 'falls', 'above-next'] as const;
/** What makes a value look wrong, and the value it was compared with. */
export interface Doubt {
  readonly why: (typeof doubts)[number];
  readonly beside: Valued;
}

const times = 10;

/** What looks wrong with a value beside its neighbours: somebody is asked about it, and may say that it is right. */
export function doubtsOf(said: Valued, others: readonly Valued[], accumulation: Accumulation): Doubt[] {
  const near = neighbours(said, others, accumulation);
  const off = near.flatMap((beside): Doubt[] => {
    if (isTimes(said.value, beside.value)) return [{ why: 'much-more', beside }];
    return isTimes(beside.value, said.value) ? [{ why: 'much-less', beside }] : [];
  });
  return [...off.slice(0, 1), ...(accumulation === 'cumulative' ? turns(said, others) : [])];
}

function isTimes(one: number, other: number): boolean {
  return other !== 0 && Math.abs(one) >= times * Math.abs(other);
}

/** The values before and after; of what cumulates, only the same period of other years can be compared by size. */
function neighbours(said: Valued, others: readonly Valued[], accumulation: Accumulation): Valued[] {
  const isAlike = ({ end }: Valued) => accumulation === 'point' || end.slice(5, 7) === said.end.slice(5, 7);
  const alike = others.filter((one) => one.end !== said.end && isAlike(one));
  const before = alike.findLast(({ end }) => end < said.end);
  const after = alike.find(({ end }) => end > said.end);
  return [before, after].filter((one) => one !== undefined);
}

/** What counts from the start of the year does not go down within it. */
function turns(said: Valued, others: readonly Valued[]): Doubt[] {
  const ofYear = others.filter(({ end }) => end.slice(0, 4) === said.end.slice(0, 4));
  const before = ofYear.findLast(({ end }) => end < said.end);
  const after = ofYear.find(({ end }) => end > said.end);
  return [
    ...(before && said.value < before.value ? [{ why: 'falls' as const, beside: before }] : []),
    ...(after && said.value > after.value ? [{ why: 'above-next' as const, beside: after }] : []),
  ];
}
