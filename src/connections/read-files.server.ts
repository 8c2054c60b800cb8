import { circleOfFiles } from '#files/read-circle.server.ts';
import type { Circle } from '#files/file.ts';
import type { Db } from '#platform/database.server.ts';
import type { Sides } from './connection.ts';

/** Who reads the files of a connection: the two sides and the brokers of their zones. */
export function circleOf(sides: Sides): Circle {
  return {
    organisations: [sides.needOrganisationId, sides.offerOrganisationId],
    brokerZones: [...new Set([sides.needZoneCode, sides.offerZoneCode])],
  };
}

/** Whether all of these files were kept for just this circle. */
export async function filesAmong(db: Db, sides: Sides, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const circles = await circleOfFiles(db, ids);
  const wanted = JSON.stringify(circleOf(sides));
  return ids.every((id) => JSON.stringify(circles.get(id)) === wanted);
}
