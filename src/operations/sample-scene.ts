import type { Actor } from '#accounts/actor.ts';
import { addDays } from '#calendar/workdays.ts';
import { siteWords } from '#language/words/site.ts';

/** What the parts of the sample of delivery need of each other: whose it is, which day it is, and what is there by now. */
export interface Scene {
  readonly zone: string;
  readonly today: string;
  /** Who runs the zone, by the name the file gives its leader. */
  readonly actor: Actor;
  /** Ids by the file's own names. */
  readonly units: ReadonlyMap<string, number>;
  readonly organisations: ReadonlyMap<string, number>;
}

/** The day so many days from the one it is loaded on. */
export function dayIn({ today }: Scene, days: number): string {
  return addDays(today, days);
}

export function yearIn({ today }: Scene, years: number): number {
  return Number(today.slice(0, 4)) + years;
}

export function momentOf(day: string): Date {
  return new Date(`${day}T10:00:00+08:00`);
}

export function idOf(ids: ReadonlyMap<string, number>, slug: string): number {
  const id = ids.get(slug);
  if (id === undefined) throw new Error(`sample: nothing is called ${slug}`);
  return id;
}

/** Somebody who reports for that unit. */
export function officerOf({ zone, units }: Scene, unit: string, name = ''): Actor {
  const membership = { role: 'officer', zone, unit: idOf(units, unit) } as const;
  return { id: 'sample', name: name || siteWords.sample.zh, memberships: [membership] };
}

/** Who runs the sample's zone and instructs in the own name: an instruction on paper would need its scan. */
export function leaderOf(zone: string, name: string): Actor {
  return { id: 'sample-leader', name, memberships: [{ role: 'leader', zone }] };
}
