import { canKeepFiles } from '#files/file.ts';
import { isOperator, type Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { zonesByName } from '#zones/read-names.server.ts';

export interface ZoneChoice {
  readonly code: string;
  readonly name: TwoText;
}

/** The zones whose files this person may look after. */
export async function zonesToChoose(db: Db, actor: Actor): Promise<ZoneChoice[]> {
  if (isOperator(actor)) return zonesByName(db, undefined);
  const codes = actor.memberships.flatMap(({ zone }) => (zone && canKeepFiles(actor, zone) ? zone : []));
  return zonesByName(db, [...new Set(codes)]);
}
