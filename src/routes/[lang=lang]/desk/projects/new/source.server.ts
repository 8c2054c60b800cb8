import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Problem } from '#platform/outcome.ts';
import type { ProjectOrigin } from '#projects/project.ts';
import { leadSource, type LeadSource } from '#projects/read-source.server.ts';
import { zoneMeant, type ZoneChoice } from '../../zone-choice.server.ts';

const numberIn = (text: string | null) => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : null);

function asked(query: URLSearchParams) {
  const of = (name: string) => numberIn(query.get(name));
  return { connection: of('connection'), event: of('event'), parent: of('parent') };
}

interface Here {
  readonly query: URLSearchParams;
  readonly zones: readonly ZoneChoice[];
}

type Found = LeadSource & { readonly problems: readonly Problem[] };

/** Where the lead of this page comes from and whose project it will be: the only zone, or the one that was chosen. */
export async function sourceHere(tx: Tx, actor: Actor, { query, zones }: Here): Promise<Found> {
  const source = await leadSource(tx, actor, asked(query));
  const [only, ...others] = zones;
  if (source.zone !== undefined) return { ...source, problems: [] };
  if (only && others.length === 0) return { ...source, zone: only.code, problems: [] };
  const named = (query.get('zone') ?? '').slice(0, 100);
  if (named === '' || named.includes('\0')) return { ...source, problems: [] };
  const zone = await zoneMeant(tx, named);
  return zone.ok ? { ...source, zone: zone.value, problems: [] } : { ...source, problems: zone.problems };
}

/** The same as a form sends it, in its address. */
export function sourceSaid(query: URLSearchParams, typed: Readonly<Record<string, string>>) {
  const { connection: connectionId, event: eventId, parent: parentId } = asked(query);
  const { originNote = '', inquiry = '' } = typed;
  return {
    ...{ zone: query.get('zone') ?? '', connectionId, eventId, parentId, originNote: inquiry || originNote },
    origin: originOf({ connectionId, eventId, isInquiry: inquiry !== '' }),
  };
}

function originOf(from: { connectionId: number | null; eventId: number | null; isInquiry: boolean }): ProjectOrigin {
  if (from.connectionId !== null) return 'connection';
  if (from.eventId !== null) return 'event';
  return from.isInquiry ? 'inquiry' : 'hand';
}
