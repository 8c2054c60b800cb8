import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { zonesNamed } from '#zones/read.server.ts';

export interface ZoneChoice {
  readonly value: string;
  readonly label: TwoText;
}

/** Zones to choose among, by their names. */
export async function zoneNamesOf(tx: Tx, codes: readonly string[]): Promise<ZoneChoice[]> {
  if (codes.length === 0) return [];
  return (await zonesNamed(tx, [...new Set(codes)])).map(({ code, name }) => ({ value: code, label: name }));
}
