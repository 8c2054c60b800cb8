import { eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { slipVerbWords as words } from '#language/words/slip-verbs.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { unitsOf } from './read-units.server.ts';
import { fixedCells } from './slip-list.ts';
import { zonesOfSlips } from './slip.ts';
import { slips } from './tables.server.ts';
import { raiseByHand } from './write-by-hand.server.ts';
import { assignSlip } from './write.server.ts';

type Cells = Readonly<Record<string, string>>;

/** A new slip from a row of a file. */
export const addFromSheet =
  (today: string) =>
  async (tx: Tx, actor: Actor, cells: Cells): Promise<Outcome<unknown>> => {
    const zone = cells['zone'] || onlyZoneOf(actor);
    const unit = await unitNamed(tx, zone, cells['unit'] ?? '');
    if (!unit.ok) return unit;
    const { matter: title, demand = '', difficulty, person: personName = '', email: personEmail = '' } = cells;
    const fields = { zone, title, demand, difficulty, unitId: unit.value, personName, personEmail };
    return raiseByHand(tx, actor, { fields, today });
  };

/** The changed cells of one slip: whose it is now. */
export const changeFromSheet =
  (today: string) =>
  async (tx: Tx, actor: Actor, { id: reference, cells }: { id: string; cells: Cells }): Promise<Outcome<unknown>> => {
    const fixed = Object.keys(cells).find((key) => key in fixedCells);
    if (fixed) return refused({ field: fixed, says: words.fixedCell });
    const [slip] = await tx.select().from(slips).where(eq(slips.reference, reference));
    if (!slip) return refused({ says: words.notFound });
    const unit = cells['unit'] === undefined ? done(slip.unitId) : await unitNamed(tx, slip.zoneCode, cells['unit']);
    if (!unit.ok) return unit;
    const { person: personName = slip.personName, email: personEmail = slip.personEmail } = cells;
    return assignSlip(tx, actor, { id: slip.id, to: { unitId: unit.value, personName, personEmail }, today });
  };

function onlyZoneOf(actor: Actor): string {
  const zones = new Set(zonesOfSlips(actor));
  const [zone = ''] = zones;
  return zones.size === 1 ? zone : '';
}

async function unitNamed(tx: Tx, zone: string, name: string): Promise<Outcome<number | null>> {
  if (name === '') return done(null);
  const unit = (await unitsOf(tx, [zone])).find((one) => [one.name.zh, one.name.en].includes(name));
  return unit ? done(unit.id) : refused({ field: 'unit', says: words.unitCell(name) });
}
