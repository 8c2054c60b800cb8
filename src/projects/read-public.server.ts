import { and, desc, eq, isNull, notInArray } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { publicProject, type PublicProject } from './public.ts';
import { projects } from './tables.server.ts';

const most = 200;

/** The projects of a zone that everybody may know of, newest first; what came to nothing is not among them. */
export async function publicProjects(db: Db, zone: string): Promise<PublicProject[]> {
  const { id, nameZh, nameEn, stage, industries, stageSince, countsOn } = projects;
  const shown = and(eq(projects.zoneCode, zone), projects.isPublic, isNull(projects.mergedInto));
  const rows = await db
    .select({ id, nameZh, nameEn, stage, industries, stageSince, countsOn })
    .from(projects)
    .where(and(shown, notInArray(projects.status, ['lost', 'ended'])))
    .orderBy(desc(projects.stageSince), desc(projects.id))
    .limit(most);
  return rows.map(publicProject);
}
