import type { TwoText } from '#language/lang.ts';
import { planWords as words } from '#language/words/plans.ts';
import { inBoth } from '#events/event.ts';
import { yuanInWords } from '#listings/money.ts';
import type { IndicatorThen, PlanSnapshot, TaskThen } from './snapshot.ts';

export const changedKinds = ['plan', 'goal', 'cluster', 'indicator', 'task'] as const;
export type ChangedKind = (typeof changedKinds)[number];

export interface FieldChange {
  readonly field: TwoText;
  readonly before: TwoText;
  readonly after: TwoText;
}

/** What became of one part of a plan between two of its versions. */
export interface Difference {
  readonly kind: ChangedKind;
  readonly what: 'added' | 'removed' | 'changed';
  readonly name: TwoText;
  readonly fields: readonly FieldChange[];
}

interface Part {
  readonly id: number;
  readonly name: TwoText;
  /** In the order in which they are told. */
  readonly facts: readonly (readonly [field: TwoText, value: TwoText])[];
}

/** What changed from one version of a plan to another: added, removed, and each field before and after. */
export function differencesBetween(before: PlanSnapshot, after: PlanSnapshot): Difference[] {
  return changedKinds.flatMap((kind) => {
    const old = partsOf(before, kind);
    const now = partsOf(after, kind);
    const was = new Map(old.map((part) => [part.id, part]));
    const is = new Set(now.map(({ id }) => id));
    const gone = old.filter(({ id }) => !is.has(id));
    return [
      ...now.flatMap((part) => differenceOf(kind, was.get(part.id), part)),
      ...gone.map(({ name }): Difference => ({ kind, what: 'removed', name, fields: [] })),
    ];
  });
}

function differenceOf(kind: ChangedKind, before: Part | undefined, after: Part): Difference[] {
  if (!before) return [{ kind, what: 'added', name: after.name, fields: filled(after) }];
  const fields = after.facts.flatMap(([field, value], at): FieldChange[] => {
    const old = before.facts[at]?.[1] ?? nothing;
    return old.zh === value.zh && old.en === value.en ? [] : [{ field, before: old, after: value }];
  });
  return fields.length > 0 ? [{ kind, what: 'changed', name: before.name, fields }] : [];
}

const nothing: TwoText = { zh: '', en: '' };

function filled({ facts }: Part): FieldChange[] {
  return facts.filter(([, { zh }]) => zh !== '').map(([field, after]) => ({ field, before: nothing, after }));
}

const same = (text: string): TwoText => ({ zh: text, en: text });

function partsOf(snapshot: PlanSnapshot, kind: ChangedKind): Part[] {
  if (kind === 'plan') return [planPart(snapshot)];
  if (kind === 'goal') return snapshot.goals.map((goal) => goalPart(snapshot, goal));
  if (kind === 'cluster') return snapshot.clusters.map((cluster) => clusterPart(cluster));
  return kind === 'indicator' ? indicatorParts(snapshot) : snapshot.tasks.map((task) => taskPart(snapshot, task));
}

function planPart({ plan }: PlanSnapshot): Part {
  const text = (zh: keyof typeof plan, en: keyof typeof plan) => inBoth(plan[zh] ?? '', plan[en] ?? '');
  return {
    id: 0,
    name: text('titleZh', 'titleEn'),
    facts: [
      [words.fact.title, text('titleZh', 'titleEn')],
      [words.fact.summary, text('summaryZh', 'summaryEn')],
      [words.issuer, text('issuerZh', 'issuerEn')],
      [words.fact.documentNumber, same(plan.documentNumber ?? '')],
      [words.fact.issuedOn, same(plan.issuedOn ?? '')],
      [words.fact.beginsOn, same(plan.beginsOn ?? '')],
      [words.fact.endsOn, same(plan.endsOn ?? '')],
    ],
  };
}

const nameOf = ({ nameZh, nameEn }: { readonly nameZh: string; readonly nameEn: string }) => inBoth(nameZh, nameEn);

function goalNamed({ goals }: PlanSnapshot, id: number | null): TwoText {
  const goal = goals.find((one) => one.id === id);
  return goal ? nameOf(goal) : nothing;
}

function goalPart(snapshot: PlanSnapshot, goal: PlanSnapshot['goals'][number]): Part {
  return {
    id: goal.id,
    name: nameOf(goal),
    facts: [
      [words.fact.number, same(goal.number)],
      [words.goal, nameOf(goal)],
      [words.fact.parent, goalNamed(snapshot, goal.parentId)],
    ],
  };
}

function clusterPart(cluster: PlanSnapshot['clusters'][number]): Part {
  const tier = words.tiers[cluster.tier] ?? same(cluster.tier);
  return {
    id: cluster.id,
    name: nameOf(cluster),
    facts: [
      [words.fact.name, nameOf(cluster)],
      [words.fact.tier, tier],
      [words.fact.targets, yearsOf(cluster)],
    ],
  };
}

function yearsOf({ targets = [] }: PlanSnapshot['clusters'][number]): TwoText {
  const told = targets.map(({ year, value }) => ({ year, amount: yuanInWords(value) }));
  return {
    zh: told.map(({ year, amount }) => `${year} ${amount.zh}`).join('；'),
    en: told.map(({ year, amount }) => `${year} ${amount.en}`).join('; '),
  };
}

/** Targets are told by their date, so every date of any version is a fact of its own only where that version has it. */
function indicatorParts(snapshot: PlanSnapshot): Part[] {
  return snapshot.indicators.map((indicator) => ({
    id: indicator.id,
    name: nameOf(indicator),
    facts: [
      [words.fact.name, nameOf(indicator)],
      [words.goal, goalNamed(snapshot, indicator.goalId)],
      [words.fact.measure, inBoth(indicator.measureZh, indicator.measureEn)],
      [words.fact.targets, targetsOf(indicator)],
    ],
  }));
}

function targetsOf({ targets, measureZh, measureEn }: IndicatorThen): TwoText {
  const told = (lang: 'zh' | 'en', measure: string) =>
    targets
      .map(({ on, value }) =>
        `${on} ${value.toLocaleString('en', { maximumFractionDigits: 4 })}${lang === 'en' ? ' ' : ''}${measure}`.trim(),
      )
      .join(lang === 'zh' ? '；' : '; ');
  return { zh: told('zh', measureZh), en: told('en', measureEn || measureZh) };
}

function taskPart(snapshot: PlanSnapshot, task: TaskThen): Part {
  return {
    id: task.id,
    name: nameOf(task),
    facts: [
      [words.fact.number, same(task.number)],
      [words.task, nameOf(task)],
      [words.goal, goalNamed(snapshot, task.goalId)],
      [words.fact.unit, inBoth(task.unitZh, task.unitEn)],
      [words.fact.begins, same(task.beginsOn)],
      [words.fact.due, same(task.dueOn)],
      [words.state, task.isCancelled ? words.cancelled : nothing],
    ],
  };
}
