import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Changes } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { slipVerbWords as words } from '#language/words/slip-verbs.ts';
import type { Tx } from '#platform/database.server.ts';
import { later } from '#platform/jobs.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { lockSlip, type SlipRow } from './read-row.server.ts';
import { canSeeSlips, canTakeStep, isStepFrom, type SlipEventKind, type SlipStep } from './slip.ts';
import { slipEvents, slips } from './tables.server.ts';
import { refreshSlips } from './write-refresh.server.ts';

/** A step as it is asked for: `seen` is the revision that the form was made for, `today` the day on China's clock. */
export interface StepInput {
  readonly id: number;
  readonly seen?: number | undefined;
  readonly today: string;
}

/** Locks the slip and says whether this actor may take this step on what they saw of it. */
export async function begin(
  tx: Tx,
  actor: Actor,
  { id, seen, step }: StepInput & { readonly step: SlipStep },
): Promise<Outcome<SlipRow>> {
  const slip = await lockSlip(tx, id);
  if (!slip || !canSeeSlips(actor, slip.zoneCode)) return refused({ says: words.notFound });
  if (!canTakeStep(actor, slip, step)) return refused({ says: words.mayNot });
  if (!isStepFrom(slip.state, step)) return refused({ says: words.wrongStep });
  return seen !== undefined && seen !== slip.revision ? refused({ says: words.stale }) : done(slip);
}

/** How history calls what happened. */
const deeds: Readonly<Partial<Record<SlipEventKind, string>>> = {
  assigned: 'slip assigned',
  answered: 'slip answered',
  'dated-plan': 'slip planned',
  solved: 'slip solved',
  'recheck-failed': 'recheck failed',
  closed: 'slip closed',
  instructed: 'instructed',
};

export interface Happened {
  readonly kind: SlipEventKind;
  readonly note?: string;
  readonly until?: string | null;
  readonly instructionId?: number;
}

interface Taken {
  readonly slip: SlipRow;
  readonly event: Happened;
  readonly today: string;
  /** What else of the slip changes with it. */
  readonly fields?: Partial<
    Pick<SlipRow, 'unitId' | 'personName' | 'personEmail' | 'difficulty' | 'demand' | 'demandEn'>
  >;
}

/** Keeps what happened, reads the clock anew, remembers it and tells whom it concerns. */
export async function take(tx: Tx, actor: Actor, { slip, event, today, fields = {} }: Taken) {
  const { id, zoneCode } = slip;
  const [kept] = await tx
    .insert(slipEvents)
    .values({ slipId: id, zoneCode, happenedOn: today, ...event, actor: actor.id, actorName: actor.name })
    .returning({ id: slipEvents.id });
  await tx
    .update(slips)
    .set({ ...fields, revision: sql`${slips.revision} + 1`, updatedAt: sql`now()` })
    .where(eq(slips.id, id));
  await refreshSlips(tx, { ids: [id], today });
  await remember(tx, actor, {
    ...{ kind: 'slip', record: String(id), zone: zoneCode, changes: changesOf(slip, event, fields) },
    action: deeds[event.kind] ?? event.kind,
  });
  if (!kept) throw new Error('what happened to a slip was not kept');
  await later(tx, { job: 'tell-slip', data: { event: kept.id }, key: String(kept.id) });
  return done({ id, event: kept.id });
}

function changesOf(slip: SlipRow, { note, until }: Happened, fields: NonNullable<Taken['fields']>): Changes {
  const changed = Object.entries(fields).map(([key, value]) => [key, [slip[key as keyof SlipRow], value]] as const);
  return {
    ...Object.fromEntries(changed),
    ...(note && { note: [null, note] as const }),
    ...(until && { until: [null, until] as const }),
  };
}
