import { asc } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { diligenceQuestions, evidenceTags, permitSteps } from './tables.server.ts';

/** The operator's three lists, in their order, what is out of use among them: records may still name it. */
export async function careLists(db: Db) {
  return {
    questions: await questionList(db),
    permits: await db.select().from(permitSteps).orderBy(asc(permitSteps.place), asc(permitSteps.id)),
    tags: await tagList(db),
  };
}

export function questionList(db: Db) {
  return db.select().from(diligenceQuestions).orderBy(asc(diligenceQuestions.place), asc(diligenceQuestions.id));
}

export function tagList(db: Db) {
  return db.select().from(evidenceTags).orderBy(asc(evidenceTags.place), asc(evidenceTags.id));
}
