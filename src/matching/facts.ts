import type { Context, Outcomes } from './context.ts';
import { stages, type MatchDocument } from './document.ts';
import type { PartName } from './suggestion.ts';

/** How well one fact of both sides fits, 0 to 1; undefined where one of them does not say. */
export type Fact = number | undefined;

export interface Pair {
  readonly need: MatchDocument;
  /** An offer or an institute. */
  readonly other: MatchDocument;
}

type FactName = Exclude<PartName, 'text'>;

export function factsOf(pair: Pair, context: Context): Readonly<Record<FactName, Fact>> {
  const { need, other } = pair;
  return {
    industry: shared(need.industries, other.industries),
    discipline: nearest(need.disciplines, other.disciplines),
    kind: kindFit(need.kind, other.kind),
    stage: stageFit(pair, context.today),
    budget: budgetFit(pair),
    region: regionFit(pair),
    cooperation: shared(need.cooperation, other.cooperation),
    rights: rightsFit(need.rights, other.rights),
    outcomes: outcomesFit(context.outcomes?.get(other.organisation)),
  };
}

function shared(one: readonly string[] = [], another: readonly string[] = []): Fact {
  if (one.length === 0 || another.length === 0) return undefined;
  return one.some((code) => another.includes(code)) ? 1 : 0;
}

/** Codes of GB/T 13745: 3 digits name the discipline, 5 the branch, 7 the field. */
function nearest(one: readonly string[] = [], another: readonly string[] = []): Fact {
  if (one.length === 0 || another.length === 0) return undefined;
  return Math.max(...one.flatMap((code) => another.map((other) => nearness(code, other))));
}

function nearness(one: string, another: string): number {
  const shorter = Math.min(one.length, another.length);
  if (one.slice(0, shorter) === another.slice(0, shorter) && shorter >= 3) return shorter >= 5 ? 1 : 0.8;
  return one.slice(0, 5) === another.slice(0, 5) ? 0.8 : one.slice(0, 3) === another.slice(0, 3) ? 0.5 : 0;
}

/** A technology and a result can stand for each other, and a service can be testing; money cannot be equipment. */
const interchangeable: readonly ReadonlySet<string>[] = [
  new Set(['technology', 'result', 'service']),
  new Set(['testing', 'equipment', 'service']),
  new Set(['talent', 'service']),
];

function kindFit(need: string | null | undefined, other: string | null | undefined): Fact {
  if (!need || !other) return undefined;
  if (need === other) return 1;
  return interchangeable.some((kinds) => kinds.has(need) && kinds.has(other)) ? 0.6 : 0;
}

const daysUntil = (date: string, today: string) => (Date.parse(date) - Date.parse(today)) / 86_400_000;
/** About how many days it takes from a stage until something can be used. */
const daysFrom = { concept: 1095, development: 730, laboratory: 540, demonstration: 180, market: 60 } as const;

function stageFit({ need, other }: Pair, today: string): Fact {
  if (!other.stage || !stages.includes(other.stage)) return undefined;
  // Without a deadline, riper is better, and nothing is too early.
  if (!need.deadline) return 0.5 + stages.indexOf(other.stage) / 8;
  const days = Math.max(daysUntil(need.deadline, today), 1);
  return Math.min(1, days / daysFrom[other.stage]);
}

function budgetFit({ need, other }: Pair): Fact {
  const may = known([need.budget?.high, need.budget?.low]);
  const asks = known([other.budget?.low, other.budget?.high]);
  if (may === undefined || asks === undefined) return undefined;
  return asks <= may ? 1 : may / asks;
}

function known(amounts: readonly (number | null | undefined)[]): number | undefined {
  return amounts.find((amount) => typeof amount === 'number') ?? undefined;
}

const regionSteps = [
  { of: 'zone', fit: 1 },
  { of: 'city', fit: 0.9 },
  { of: 'province', fit: 0.7 },
] as const;
const elsewhere = 0.45;

function regionFit({ need, other }: Pair): Fact {
  const given = ({ region = {} }: MatchDocument) => regionSteps.some(({ of }) => region[of]);
  if (!given(need) || !given(other)) return undefined;
  const same = regionSteps.find(({ of }) => need.region?.[of] && need.region[of] === other.region?.[of]);
  return same?.fit ?? elsewhere;
}

function rightsFit(need: string | null | undefined, other: string | null | undefined): Fact {
  if (!need || !other) return undefined;
  if (need === other) return 1;
  return need === 'to-agree' || other === 'to-agree' ? 0.8 : need === 'shared' || other === 'shared' ? 0.5 : 0;
}

/** The share that ended in an agreement, as if two further ones had gone half well. */
function outcomesFit(outcomes: Outcomes | undefined): Fact {
  if (outcomes === undefined || outcomes.agreements + outcomes.ended === 0) return undefined;
  return (outcomes.agreements + 1) / (outcomes.agreements + outcomes.ended + 2);
}

/** Which side has not said what the part needs; undefined where there is nothing to say. */
export function silentSide({ need, other }: Pair, name: PartName): 'need' | 'offer' | 'both' | undefined {
  // An institute is asked what it can do in general: price, stage and ownership are settled with an offer.
  if (other.role === 'institute' && !ofInstitutes.has(name)) return undefined;
  const says = saying[name];
  if (says === undefined) return undefined;
  const byNeed = name === 'stage' || says(need);
  if (says(other)) return byNeed ? undefined : 'need';
  return byNeed ? 'offer' : 'both';
}

const ofInstitutes: ReadonlySet<PartName> = new Set<PartName>(['industry', 'discipline', 'region']);

const saying: Partial<Record<PartName, (document: MatchDocument) => boolean>> = {
  industry: ({ industries = [] }) => industries.length > 0,
  discipline: ({ disciplines = [] }) => disciplines.length > 0,
  kind: ({ kind }) => Boolean(kind),
  stage: ({ stage }) => Boolean(stage),
  budget: ({ budget }) => known([budget?.high, budget?.low]) !== undefined,
  region: ({ region = {} }) => regionSteps.some(({ of }) => region[of]),
  cooperation: ({ cooperation = [] }) => cooperation.length > 0,
  rights: ({ rights }) => Boolean(rights),
};
