import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isOperator, type Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { disciplineLine, putDisciplines } from '#industries/write-disciplines.server.ts';
import { industryLine, putIndustries } from '#industries/write.server.ts';
import { referenceWords as words } from '#language/words/reference.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { makePlacesFindable, placeLine, putPlaces } from '#places/write.server.ts';
import { csvRecords } from '#text/csv.ts';
import { aliasLine, termLine, zoneLine } from '#zones/lines.ts';
import { makeZonesFindable, putZones } from '#zones/write.server.ts';

/** How many records a load made or changed. */
export interface Loaded {
  readonly places: number;
  readonly industries: number;
  readonly disciplines: number;
  readonly zones: number;
}

/**
 * Loads the reference files of `folder`: places, industries, disciplines, zones. The same files twice change nothing; what a person
 * corrected since stays. Refuses, and keeps nothing, when a line of a file is wrong.
 */
export async function loadReference(tx: Tx, actor: Actor, folder: string): Promise<Outcome<Loaded>> {
  if (!isOperator(actor)) return refused({ says: words.onlyOperator });
  const put = await putReference(tx, folder);
  if (!put.ok) return put;
  const { places, industries, disciplines, zones } = put.value;
  await makePlacesFindable(tx, places);
  await makeZonesFindable(tx, zones);
  const loaded = {
    ...{ places: places.length, industries: industries.length },
    ...{ disciplines: disciplines.length, zones: zones.length },
  };
  if (Object.values(loaded).every((count) => count === 0)) return done(loaded);
  const changes = Object.fromEntries(Object.entries(loaded).map(([kind, count]) => [kind, [null, count] as const]));
  await remember(tx, actor, { kind: 'reference', record: 'reference', action: 'loaded', changes });
  await notifyChanged(tx, ['zone', 'place', 'industry']);
  return done(loaded);
}

interface Changed {
  readonly places: string[];
  readonly industries: string[];
  readonly disciplines: string[];
  readonly zones: string[];
}

/** The records alone, without what search knows of them; answers the codes that are new or changed. */
export async function putReference(tx: Tx, folder: string): Promise<Outcome<Changed>> {
  const read = await readReference(folder);
  if (!read.ok) return read;
  const { places, industries, disciplines, ...zones } = read.value;
  return done({
    places: await putPlaces(tx, places),
    industries: await putIndustries(tx, industries),
    disciplines: await putDisciplines(tx, disciplines),
    zones: await putZones(tx, zones),
  });
}

const files = {
  places: { name: 'places.csv', lines: z.array(placeLine) },
  industries: { name: 'industries.csv', lines: z.array(industryLine) },
  disciplines: { name: 'disciplines.csv', lines: z.array(disciplineLine) },
  zones: { name: 'zones.csv', lines: z.array(zoneLine) },
  aliases: { name: 'zone_aliases.csv', lines: z.array(aliasLine) },
  terms: { name: 'industry_terms.csv', lines: z.array(termLine) },
} as const;

type Reference = { readonly [key in keyof typeof files]: z.output<(typeof files)[key]['lines']> };

async function readReference(folder: string): Promise<Outcome<Reference>> {
  const read = await Promise.all(
    Object.entries(files).map(async ([key, { name, lines }]) => {
      const parsed = lines.safeParse(csvRecords(await readFile(join(folder, name), 'utf8')));
      return { key, name, parsed };
    }),
  );
  const problems = read.flatMap(({ name, parsed }) => parsed.error?.issues.map((issue) => wrong(name, issue)) ?? []);
  if (problems.length > 0) return refused(...problems.slice(0, 20));
  return done(Object.fromEntries(read.map(({ key, parsed }) => [key, parsed.data])) as unknown as Reference);
}

function wrong(file: string, issue: z.core.$ZodIssue): Problem {
  const [row, column] = issue.path;
  const place = { file, row: Number(row) + 2, column: String(column) };
  return { field: `${file}:${place.row}`, says: words.lineWrong(place) };
}
