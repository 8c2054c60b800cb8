import { z } from 'zod';

/** The file of `sample/` that shows a plan being delivered. Days count from the day it is loaded, years from that year. */
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const days = z.number().int();
const two = { zh: z.string(), en: z.string() };
const industries = z.array(z.string());
/** By year: 0 is the year it is loaded in. */
const byYear = <T extends z.ZodType>(of: T) => z.record(z.string().regex(/^-?\d$/), of);
const dayOfYear = z.tuple([z.number().int(), z.string().regex(/^\d\d-\d\d$/)]);

const plan = z.strictObject({
  ...{ titleZh: z.string(), titleEn: z.string(), summaryZh: z.string(), summaryEn: z.string() },
  ...{ issuerZh: z.string(), issuerEn: z.string(), documentNumber: z.string() },
  ...{ issued: days, begins: dayOfYear, ends: dayOfYear, article: slug },
});

const cluster = z.strictObject({
  ...{ slug, ...two, industries, summaryZh: z.string(), summaryEn: z.string() },
  tier: z.enum(['thousand-yi', 'five-hundred-yi', 'other']),
  /** In 亿元. */
  targets: byYear(z.number()),
  stated: byYear(z.number()),
  members: z.array(z.tuple([slug, z.enum(['upstream', 'midstream', 'downstream', 'service']), z.boolean()])),
});

const indicator = z.strictObject({
  ...{ key: z.string(), improvement: z.string().default(''), goal: slug, unit: slug, ...two },
  ...{ measureZh: z.string(), measureEn: z.string(), decimals: z.number().int() },
  ...{ definitionZh: z.string().default(''), definitionEn: z.string().default('') },
  period: z.enum(['quarter', 'year']),
  accumulation: z.enum(['cumulative', 'point']),
  direction: z.enum(['up', 'down']),
  baseline: z.number().nullable().default(null),
  baselineYear: z.number().int().default(-3),
  targets: byYear(z.number()),
  /** One for each period of the year; those of periods that are not over are left out. */
  values: byYear(z.array(z.number())),
  formula: z.string().default(''),
  /** Whether nobody has entered the last value yet. */
  isLate: z.boolean().default(false),
  internal: z.boolean().default(false),
});

const milestone = z.strictObject({ ...two, due: days, weight: z.number().int(), done: days.optional() });

const task = z.strictObject({
  ...{ number: z.string(), goal: slug, unit: slug, co: z.array(slug).default([]), ...two },
  ...{ begins: days, due: days, milestones: z.array(milestone) },
  reports: z.array(z.tuple([days, z.string()])).default([]),
  person: z.string().default(''),
  reach: z.literal('done').optional(),
  needs: z.array(z.string()).default([]),
  internal: z.boolean().default(false),
});

const amount = z.number().positive();
const measures = z.partialRecord(z.enum(['jobs', 'land', 'energy', 'output', 'tax']), z.number());

const project = z.strictObject({
  ...{ slug, stage: z.string(), ...two, summaryZh: z.string(), summaryEn: z.string() },
  ...{ investor: z.string(), country: z.string(), industries, unit: slug, manager: z.string() },
  block: slug.optional(),
  site: z.string().default(''),
  at: z.tuple([z.number(), z.number()]).optional(),
  amount: amount.optional(),
  currency: z.string().default('CNY'),
  origin: z.enum(['hand', 'event']).default('hand'),
  parent: slug.optional(),
  /** When it is to start, to be built and to produce. */
  by: z.tuple([days, days, days]).optional(),
  dates: z.partialRecord(
    z.enum([
      ...(['lead', 'assessed', 'negotiating', 'signed', 'approval', 'started', 'completed'] as const),
      ...(['in-production', 'full-capacity', 'fulfilled'] as const),
    ]),
    days,
  ),
  signed: z.array(z.tuple([z.enum(['framework', 'formal', 'addition']), amount, days])).default([]),
  arrived: z.array(z.tuple([z.enum(['capital', 'foreign-capital', 'fixed-assets']), amount, days])).default([]),
  promised: measures.default({}),
  real: measures.default({}),
  next: z.tuple([z.string(), days]).optional(),
  /** What became of it, why, where it went, and when. */
  status: z.tuple([z.enum(['paused', 'lost']), z.string(), z.string(), days]).optional(),
});

const slipStep = z.strictObject({
  /** The number of the task that it is about. */
  task: z.string(),
  takes: z.enum(['answer', 'solve', 'fail', 'close']),
  day: days,
  note: z.string(),
});

export const sampleDelivery = z.strictObject({
  about: z.string(),
  zone: z.string().regex(/^\d{8}$/),
  units: z.array(z.strictObject({ slug, kind: z.enum(['unit', 'block']), ...two })),
  instruction: z.strictObject({ leader: z.string(), day: days, body: z.string(), task: z.string() }),
  plan,
  goals: z.array(z.strictObject({ slug, number: z.string(), ...two })),
  clusters: z.array(cluster),
  indicators: z.array(indicator),
  tasks: z.array(task),
  /** A date of the plan in force that is moved by the instruction. */
  adjustment: z.strictObject({ task: z.string(), due: days, milestone: z.string(), reason: z.string() }),
  projects: z.array(project),
  slips: z.strictObject({ days: z.array(days), steps: z.array(slipStep) }),
  blocker: z.strictObject({
    ...{ organisation: slug, kind: z.string(), title: z.string(), body: z.string() },
    ...{ day: days, unit: slug, note: z.string() },
  }),
  round: z.strictObject({
    ...{ titleZh: z.string(), titleEn: z.string(), questionZh: z.string(), questionEn: z.string() },
    ...{ due: days, units: z.array(slug), answers: z.record(slug, z.string()) },
  }),
});

export type SampleDelivery = z.output<typeof sampleDelivery>;
export type SampleIndicator = SampleDelivery['indicators'][number];
export type SampleTask = SampleDelivery['tasks'][number];
export type SampleProject = SampleDelivery['projects'][number];
