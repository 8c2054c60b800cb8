import type { Lang, TwoText } from '#language/lang.ts';
import { planWords as words } from '#language/words/plans.ts';
import { siteWords } from '#language/words/site.ts';
import type { Cell, Choice, List, Row } from '#lists/list.ts';
import { planStates, type PlanState } from './state.ts';

/** One plan as the desk lists it. */
export interface DeskPlan {
  readonly id: number;
  readonly title: TwoText;
  readonly issuer: TwoText;
  readonly documentNumber: string;
  readonly state: PlanState;
  readonly isPublic: boolean;
  readonly sample: boolean;
  readonly version: number;
  readonly beginsOn: string;
  readonly endsOn: string;
  readonly zoneName: TwoText;
  /** As its file has it. */
  readonly kept: Readonly<Record<string, string>>;
  readonly goals: number;
  readonly tasks: number;
  readonly red: number;
}

const planField = (key: string) => words.field[key] ?? words.aField;
const states: readonly Choice[] = planStates.map((value) => ({ value, label: words.states[value] }));

/** The list of plans; `zones` are those the person may choose between. */
export function planList(zones: readonly Choice[]): List {
  return {
    name: 'plans',
    columns: [
      { key: 'title', title: words.plan },
      { key: 'state', title: words.state },
      { key: 'begins', title: planField('beginsOn'), sortable: true },
      { key: 'ends', title: planField('endsOn'), sortable: true },
      { key: 'version', title: words.version, isNumber: true },
      { key: 'goals', title: words.goals, isNumber: true },
      { key: 'tasks', title: words.tasks, isNumber: true },
      { key: 'red', title: words.redTasks, isNumber: true },
      { key: 'issuer', title: words.issuer, extra: true },
      { key: 'number', title: planField('documentNumber'), extra: true },
      { key: 'public', title: words.isPublic, extra: true },
      { key: 'zone', title: planField('zone'), extra: true },
    ],
    filters: [
      { key: 'q', title: words.search, kind: 'search' },
      { key: 'state', title: words.state, kind: 'choice', choices: states },
      ...(zones.length > 1 ? [{ key: 'zone', title: planField('zone'), kind: 'choice' as const, choices: zones }] : []),
    ],
    sort: '-begins',
  };
}

const tones: Readonly<Record<PlanState, Cell['tone']>> = { draft: 'amber', 'in-force': 'green', closed: undefined };

export function planRow(plan: DeskPlan, lang: Lang): Row {
  const tone = tones[plan.state];
  return {
    id: String(plan.id),
    label: plan.title[lang],
    cells: {
      title: {
        text: plan.sample ? siteWords.sampleNamed(plan.title[lang])[lang] : plan.title[lang],
        href: `/${lang}/desk/plans/${plan.id}`,
      },
      state: { text: words.states[plan.state][lang], ...(tone && { tone }) },
      begins: { text: plan.beginsOn },
      ends: { text: plan.endsOn },
      version: { text: String(plan.version) },
      goals: { text: String(plan.goals) },
      tasks: { text: String(plan.tasks) },
      red: { text: String(plan.red), ...(plan.red > 0 && { tone: 'red' as const }) },
      issuer: { text: plan.issuer[lang] },
      number: { text: plan.documentNumber },
      public: { text: (plan.isPublic ? words.shown : words.notShown)[lang] },
      zone: { text: plan.zoneName[lang] },
    },
  };
}
