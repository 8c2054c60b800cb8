import { measures, stages, type Measure, type Stage } from './project.ts';

/** What is known of a project when it asks to go on: all that a gate looks at. */
export interface Facts {
  readonly summaryZh: string;
  readonly investorId: number | null;
  readonly investorName: string;
  readonly industries: readonly string[];
  readonly managerAccountId: number | null;
  readonly managerName: string;
  readonly blockId: number | null;
  readonly leadUnitId: number | null;
  readonly site: string;
  readonly longitude: number | null;
  readonly plannedInvestment: number | null;
  readonly plannedFixedAssets: number | null;
  readonly startsBy: string | null;
  readonly completedBy: string | null;
  readonly producesBy: string | null;
  /** Sums of the ledgers. */
  readonly arrived: number;
  readonly fixedAssets: number;
  /** Whether a contract stands, a formal one, and one whose document is here. */
  readonly isSigned: boolean;
  readonly isFormal: boolean;
  readonly hasDocument: boolean;
  readonly team: number;
  readonly promised: readonly Measure[];
  readonly real: readonly Measure[];
  /** Checks that hinder signing, and questions, permits and kinds of proof that are still open. */
  readonly stops: number;
  readonly openChecks: number;
  readonly openPermits: number;
  readonly missingProof: number;
  /** Whether somebody has judged every promise by the figures as they are. */
  readonly isJudged: boolean;
}

type Met = (facts: Facts) => boolean;

const ofMeasures = <Prefix extends string>(prefix: Prefix, met: (facts: Facts, measure: Measure) => boolean) =>
  Object.fromEntries(
    measures.map((measure) => [`${prefix}-${measure}`, (facts: Facts) => met(facts, measure)]),
  ) as Record<`${Prefix}-${Measure}`, Met>;

/** Everything that a gate can ask for, and when it is there. */
export const needs = {
  summary: ({ summaryZh }) => summaryZh !== '',
  investor: ({ investorId, investorName }) => investorId !== null || investorName !== '',
  'investor-record': ({ investorId }) => investorId !== null,
  industry: ({ industries }) => industries.length > 0,
  manager: ({ managerAccountId, managerName }) => managerAccountId !== null || managerName !== '',
  unit: ({ blockId, leadUnitId }) => blockId !== null || leadUnitId !== null,
  team: ({ team }) => team > 0,
  site: ({ site }) => site !== '',
  coordinates: ({ longitude }) => longitude !== null,
  'planned-investment': ({ plannedInvestment }) => plannedInvestment !== null,
  'planned-fixed-assets': ({ plannedFixedAssets }) => plannedFixedAssets !== null,
  'starts-by': ({ startsBy }) => startsBy !== null,
  'completed-by': ({ completedBy }) => completedBy !== null,
  'produces-by': ({ producesBy }) => producesBy !== null,
  signing: ({ isSigned }) => isSigned,
  formal: ({ isFormal }) => isFormal,
  'signing-document': ({ hasDocument }) => hasDocument,
  'no-stop': ({ stops }) => stops === 0,
  checks: ({ openChecks }) => openChecks === 0,
  permits: ({ openPermits }) => openPermits === 0,
  proof: ({ missingProof }) => missingProof === 0,
  judged: ({ isJudged }) => isJudged,
  arrival: ({ arrived }) => arrived > 0,
  'fixed-assets': ({ fixedAssets }) => fixedAssets > 0,
  ...ofMeasures('promised', ({ promised }, measure) => promised.includes(measure)),
  ...ofMeasures('real', ({ real }, measure) => real.includes(measure)),
} as const satisfies Readonly<Record<string, Met>>;
export type Need = keyof typeof needs;
export const needNames = Object.keys(needs) as Need[];

export type GateTable = Readonly<Record<Stage, readonly Need[]>>;

/** What a stage cannot be entered without. */
export const gates: GateTable = {
  lead: [],
  assessed: ['investor', 'industry', 'summary'],
  negotiating: ['manager', 'unit', 'planned-investment'],
  signed: ['no-stop', 'signing'],
  approval: ['formal', 'site'],
  started: ['planned-fixed-assets', 'completed-by'],
  completed: ['fixed-assets'],
  'in-production': ['arrival'],
  'full-capacity': ['real-output'],
  fulfilled: ['real-jobs', 'real-output', 'real-tax', 'judged'],
};

/** The table with what the operator asks for besides. */
export function gatesWith(added: readonly { readonly stage: Stage; readonly need: Need }[]): GateTable {
  const entries = stages.map((stage) => {
    const more = added.filter((one) => one.stage === stage).map(({ need }) => need);
    return [stage, [...new Set([...gates[stage], ...more])]] as const;
  });
  return Object.fromEntries(entries) as Record<Stage, readonly Need[]>;
}

export interface Missing {
  readonly stage: Stage;
  readonly need: Need;
}

/** What is missing at every gate on the way from one stage to a later one, in their order; each need is named once. */
export function missingFor(facts: Facts, way: { from: Stage; to: Stage }, table: GateTable = gates): Missing[] {
  const between = stages.slice(stages.indexOf(way.from) + 1, stages.indexOf(way.to) + 1);
  const missing = between.flatMap((stage) => table[stage].map((need) => ({ stage, need })));
  return missing.filter(
    ({ need }, place) => !needs[need](facts) && missing.findIndex((other) => other.need === need) === place,
  );
}

/** Where on the desk a need is met: which ledger or list of the project's page, or which field of its form. */
export function metAt(need: Need): { readonly page: '' | '/edit'; readonly id: string } {
  const [first = ''] = need.split('-');
  if (['signing', 'formal'].includes(first)) return { page: '', id: 'signings' };
  if (need === 'arrival' || need === 'fixed-assets') return { page: '', id: 'arrivals' };
  if (['promised', 'real'].includes(first)) return { page: '', id: 'measures' };
  const section = sectionOf[need];
  return section ? { page: '', id: section } : { page: '/edit', id: fieldOf[need] ?? '' };
}

const sectionOf: Readonly<Partial<Record<Need, string>>> = {
  ...{
    team: 'team',
    checks: 'checks',
    'no-stop': 'checks',
    permits: 'permits',
    proof: 'evidence',
    judged: 'fulfilment',
  },
};

const fieldOf: Readonly<Partial<Record<Need, string>>> = {
  ...{ summary: 'summaryZh', investor: 'investorName', 'investor-record': 'investorName', industry: 'industries' },
  ...{ manager: 'managerName', unit: 'leadUnitId', site: 'site', coordinates: 'longitude' },
  ...{ 'planned-investment': 'plannedInvestment', 'planned-fixed-assets': 'plannedFixedAssets' },
  ...{ 'starts-by': 'startsBy', 'completed-by': 'completedBy', 'produces-by': 'producesBy' },
};
