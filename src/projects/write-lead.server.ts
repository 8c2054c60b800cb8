import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { cleanText } from '#events/said.ts';
import { remember } from '#history/write.server.ts';
import { dateOf } from '#language/dates.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { parsed } from './problems.ts';
import { projectOrigins } from './project.ts';
import { lockProject } from './read-row.server.ts';
import { projectLeads, projects } from './tables.server.ts';
import { changed } from './write-changed.server.ts';
import { sourceProblems } from './read-checks.server.ts';

const id = z.number().int().positive();
const leadInput = z.strictObject({
  id,
  origin: z.enum(projectOrigins).default('hand'),
  originNote: cleanText(400).default(''),
  connectionId: id.nullable().default(null),
  eventId: id.nullable().default(null),
});
export type LeadInput = z.input<typeof leadInput>;

/** A lead that turned out to be a project which is there already: it is kept with it, and no second record is made. */
export async function tieLead(
  tx: Tx,
  actor: Actor,
  { now = new Date(), ...input }: LeadInput & { readonly now?: Date },
): Promise<Outcome<{ id: number }>> {
  const said = parsed(leadInput, input);
  if (!said.ok) return said;
  const { id: project, origin, originNote: note, connectionId, eventId } = said.value;
  const locked = await lockProject(tx, actor, { id: project });
  if (!locked.ok) return locked;
  const row = locked.value;
  const source = { connectionId, eventId, parentId: null };
  const problems = await sourceProblems(tx, actor, { zone: row.zoneCode, ...source });
  if (problems.length > 0) return refused(...problems);
  const of = { projectId: project, zoneCode: row.zoneCode, actor: actor.id, actorName: actor.name };
  await tx.insert(projectLeads).values({ ...of, origin, note, connectionId, eventId });
  const set = { connectionId: row.connectionId ?? connectionId, eventId: row.eventId ?? eventId };
  await tx.update(projects).set(set).where(eq(projects.id, project));
  await remember(tx, actor, {
    ...{ kind: 'project', record: String(project), action: 'lead tied', zone: row.zoneCode },
    changes: { origin: [null, origin], connectionId: [null, connectionId], eventId: [null, eventId] },
  });
  await changed(tx, row, dateOf(now));
  return done({ id: project });
}
