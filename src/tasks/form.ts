import type { Choice } from '#lists/list.ts';
import type { TaskInput } from './task.ts';

/** What the form of a task lets one choose from. */
export interface FormChoices {
  readonly plans: readonly Choice[];
  /** Plans whose changes rest on an instruction. */
  readonly inForce: readonly string[];
  readonly goals: readonly (Choice & { readonly plan: string })[];
  readonly units: readonly Choice[];
  readonly people: readonly Choice[];
  readonly instructions: readonly Choice[];
}

/** A row of milestones as it is typed. */
export type TypedMilestone = Readonly<Record<'id' | 'titleZh' | 'titleEn' | 'dueOn' | 'weight', string>>;

/** A form as it is typed: texts, the units that were ticked, and rows of milestones. */
export interface TypedTask {
  readonly texts: Readonly<Record<string, string>>;
  readonly coUnits: readonly string[];
  readonly milestones: readonly TypedMilestone[];
}

const emptyRow: TypedMilestone = { id: '', titleZh: '', titleEn: '', dueOn: '', weight: '' };
const spareRows = 3;

export function withSpareRows(rows: readonly TypedMilestone[], more = spareRows): TypedMilestone[] {
  return [...rows, ...Array.from({ length: more }, () => emptyRow)];
}

/** A task as its form has it. */
export function typedTask(task: TaskInput): TypedTask {
  const { milestones, coUnits, ...fields } = task;
  const texts = Object.entries(fields).map(([key, value]) => [key, asText(value)]);
  return {
    texts: Object.fromEntries(texts) as Record<string, string>,
    coUnits: coUnits.map(String),
    milestones: milestones.map(({ id, titleZh, titleEn, dueOn, weight }) => ({
      ...{ id: String(id ?? ''), titleZh, titleEn, dueOn, weight: String(weight) },
    })),
  };
}

function asText(value: string | number | boolean | null): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === null ? '' : String(value);
}

const textFields = ['number', 'titleZh', 'titleEn', 'detailZh', 'detailEn', 'personName', 'personEmail'] as const;
const dayFields = ['beginsOn', 'dueOn', 'reportEvery'] as const;
const idFields = ['planId', 'goalId', 'leadUnitId', 'personAccountId', 'instructionId'] as const;

/** What a form says, in the shape that the verbs read by their schema. */
export function saidIn({ texts, coUnits, milestones }: TypedTask): Record<string, unknown> {
  const said = [...textFields, ...dayFields].map((key) => [key, texts[key] ?? '']);
  const ids = idFields.map((key) => [key, idIn(texts[key])]);
  return {
    ...Object.fromEntries([...said, ...ids]),
    isPublic: texts['isPublic'] === 'yes',
    coUnits: coUnits.map(Number),
    milestones: milestones
      .filter((row) => row.titleZh.trim() !== '' || row.titleEn.trim() !== '' || row.dueOn !== '')
      .map(({ id, weight, ...row }) => ({ ...row, id: idIn(id), weight: weight.trim() === '' ? 1 : Number(weight) })),
  };
}

/** Nothing chosen is none; what is no number is read as one that is nobody's. */
function idIn(text: string | undefined): number | null {
  return text === undefined || text === '' ? null : Number(text);
}

/** What a form sent. A file where text belongs becomes nothing. */
export function typedIn(form: FormData): TypedTask {
  const all = (key: string) => form.getAll(key).map((value) => (typeof value === 'string' ? value : ''));
  const single = [...form].flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : []));
  const columns = {
    id: all('m-id'),
    titleZh: all('m-zh'),
    titleEn: all('m-en'),
    dueOn: all('m-due'),
    weight: all('m-weight'),
  };
  const milestones = columns.titleZh.map((titleZh, at) => ({
    ...{ titleZh, id: columns.id[at] ?? '', titleEn: columns.titleEn[at] ?? '' },
    ...{ dueOn: columns.dueOn[at] ?? '', weight: columns.weight[at] ?? '' },
  }));
  const texts = Object.fromEntries(single.filter(([key]) => !key.startsWith('m-') && key !== 'coUnits'));
  return { texts, coUnits: all('coUnits'), milestones };
}
