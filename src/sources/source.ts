import { z } from 'zod';
import { holds, type Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { ItemResult } from '#importers/report.ts';

/** How often a source may be looked at, in minutes. */
export const paces = [60, 180, 360, 720, 1440, 10080] as const;

const host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?=.{1,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);

/** What a person says of a source; everything else is found out by looking. */
export const sourceInput = z.strictObject({
  zone: z.string().regex(/^\d{8}$/),
  name: z.string().trim().max(200).refine(isClean),
  address: z.string().trim().min(1).max(2000).refine(isClean),
  column: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .nullable(),
  publish: z.boolean(),
  hosts: z.array(host).max(20),
  everyMinutes: z.union(paces.map((minutes) => z.literal(minutes))),
});
export type SourceInput = z.input<typeof sourceInput>;

/** PostgreSQL keeps neither NUL nor half a character. */
function isClean(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

export type EntryResult = ItemResult | 'unreachable';

/** Where a source stands, in one word that the list shows. */
export const sourceStates = ['well', 'failing', 'paused', 'new'] as const;
export type SourceState = (typeof sourceStates)[number];

export function isSourceState(text: string): text is SourceState {
  return (sourceStates as readonly string[]).includes(text);
}

export interface SourceView {
  readonly id: number;
  readonly zone: { readonly code: string; readonly name: TwoText };
  readonly name: string;
  readonly address: string;
  readonly kind: 'feed' | 'list' | null;
  readonly column: string | null;
  readonly publish: boolean;
  readonly hosts: readonly string[];
  readonly everyMinutes: number;
  readonly state: SourceState;
  readonly lookedAt: Date | null;
  readonly succeededAt: Date | null;
  /** Undefined while it is paused. */
  readonly nextLookAt: Date | undefined;
  readonly error: TwoText | undefined;
  /** Articles it has brought in the last 30 days. */
  readonly recent: number;
}

/** Who may set up, change, pause or remove a source of a zone, and have it looked at. */
export function canRunSources(actor: Actor, zone: string): boolean {
  return holds(actor, ['editor', 'publisher'], zone);
}

/** That articles go live unread is a publisher's decision. */
export function canLetPublish(actor: Actor, zone: string): boolean {
  return holds(actor, ['publisher'], zone);
}

/** In whose name a source writes: an editor of its own zone and of nothing else. */
export function actorOf(source: { id: number; zoneCode: string; name: string; publish: boolean }): Actor {
  const role = source.publish ? 'publisher' : 'editor';
  return { id: `source:${source.id}`, name: source.name, memberships: [{ role, zone: source.zoneCode }] };
}

const longestPauseMinutes = 7 * 24 * 60;

/** After a failure the pause doubles, up to a week: a dead site is not worth asking every hour. */
export function pauseAfter(failures: number, everyMinutes: number): number {
  return Math.min(longestPauseMinutes, everyMinutes * 2 ** Math.min(failures, 12));
}

/** The host an entry may be on: the source's own, with or without `www.`, and those a person allowed. */
export function isAllowedHost(address: string, source: { address: string; hosts: readonly string[] }): boolean {
  const [host, own] = [hostOf(address), hostOf(source.address)];
  return host === own || source.hosts.some((one) => host === one.replace(/^www\./, ''));
}

function hostOf(address: string): string {
  return (URL.parse(address)?.host ?? '').replace(/^www\./, '');
}
