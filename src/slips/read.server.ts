import { asc, eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { readCalendar } from '#calendar/read.server.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { readClock, type Reading } from './clock.ts';
import type { EvidenceView } from './evidence.ts';
import { namesOf, type AboutRecordView } from './read-about.server.ts';
import { blockerOfSlip, type BlockerWord } from './read-blocker-word.server.ts';
import { unitsOf, type UnitChoice } from './read-units.server.ts';
import type { SlipRow } from './read-row.server.ts';
import {
  canRecheck,
  canSeeSlips,
  canTakeStep,
  inBoth,
  isStepFrom,
  slipSteps,
  type SlipEventKind,
  type SlipStep,
} from './slip.ts';
import { slipEvents, slipEvidence, slips } from './tables.server.ts';

export interface SlipEventView {
  readonly id: number;
  readonly kind: SlipEventKind;
  readonly happenedOn: string;
  readonly note: TwoText;
  readonly until: string | null;
  /** Undefined where the site itself did it. */
  readonly who: string | undefined;
  /** What shows that it is so. */
  readonly evidence: readonly EvidenceView[];
}

export interface SlipView extends Omit<SlipRow, 'title' | 'titleEn' | 'demand' | 'demandEn'> {
  readonly title: TwoText;
  readonly demand: TwoText;
  readonly unit: TwoText | undefined;
  readonly reading: Reading;
  readonly events: readonly SlipEventView[];
  readonly about: AboutRecordView | undefined;
  readonly blocker: BlockerWord | undefined;
  readonly units: readonly UnitChoice[];
  /** What this person can do now. */
  readonly may: readonly SlipStep[];
  readonly isOwnRecheck: boolean;
}

/** A slip as its page shows it to this person; undefined for whoever has nothing to do with its zone. */
export async function slipFor(
  tx: Tx,
  actor: Actor,
  { id, today }: { id: number; today: string },
): Promise<SlipView | undefined> {
  const [slip] = await tx.select().from(slips).where(eq(slips.id, id));
  if (!slip || !canSeeSlips(actor, slip.zoneCode)) return undefined;
  const events = await tx.select().from(slipEvents).where(eq(slipEvents.slipId, id)).orderBy(asc(slipEvents.id));
  const reading = readClock({ difficulty: slip.difficulty, events }, { today, calendar: await readCalendar(tx) });
  const solvedBy = events.findLast(({ kind }) => kind === 'solved')?.actor;
  const units = await unitsOf(tx, [slip.zoneCode]);
  const about = recordOf(slip);
  const shown = await evidenceOf(tx, id);
  const { title, titleEn, demand, demandEn, ...rest } = slip;
  return {
    ...{
      ...rest,
      title: inBoth(title, titleEn),
      demand: inBoth(demand, demandEn),
      reading,
      units,
      about: about && (await namesOf(tx, [about])).get(`${about.kind}-${about.id}`),
    },
    unit: units.find((one) => one.id === slip.unitId)?.name,
    events: events.map((event) => ({ ...eventView(event), evidence: shown.get(event.id) ?? [] })),
    blocker: await blockerOfSlip(tx, slip.blockerId),
    may: (Object.keys(slipSteps) as SlipStep[]).filter(
      (step) => isStepFrom(slip.state, step) && canTakeStep(actor, slip, step) && isAskedFor(step, slip, events),
    ),
    isOwnRecheck: slip.state === 'solved' && !canRecheck(actor, slip, solvedBy),
  };
}

async function evidenceOf(tx: Tx, slip: number): Promise<Map<number, EvidenceView[]>> {
  const { id, eventId, title, fileId, address } = slipEvidence;
  const rows = await tx
    .select({ id, eventId, title, fileId, address })
    .from(slipEvidence)
    .where(eq(slipEvidence.slipId, slip))
    .orderBy(asc(id));
  return Map.groupBy(rows, (row) => row.eventId);
}

/** A plan is given once, and of a hard matter. */
function isAskedFor(step: SlipStep, { difficulty }: SlipRow, events: readonly { readonly kind: SlipEventKind }[]) {
  return step !== 'plan' || (difficulty === 'hard' && !events.some(({ kind }) => kind === 'dated-plan'));
}

function eventView({ id, kind, happenedOn, note, noteEn, until, actor, actorName }: typeof slipEvents.$inferSelect) {
  return {
    id,
    kind,
    happenedOn,
    note: inBoth(note, noteEn),
    until,
    who: actor === 'system' && actorName === 'system' ? undefined : actorName,
  };
}

export function recordOf({ taskId, indicatorId, projectId }: Pick<SlipRow, 'taskId' | 'indicatorId' | 'projectId'>) {
  if (taskId !== null) return { kind: 'task' as const, id: taskId };
  if (indicatorId !== null) return { kind: 'indicator' as const, id: indicatorId };
  return projectId === null ? undefined : { kind: 'project' as const, id: projectId };
}
