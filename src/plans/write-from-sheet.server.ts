import type { Actor } from '#accounts/actor.ts';
import { zoneCellWords as words } from '#language/words/zones.ts';
import type { Tx } from '#platform/database.server.ts';
import { refused, type Outcome } from '#platform/outcome.ts';
import { zoneOfRow } from '#zones/zone-cell.ts';
import { adjustmentInCells } from './adjustment-columns.ts';
import { typedPlan } from './fields.ts';
import { canKeepPlans } from './plan.ts';
import { zonesOfPlans } from './read-desk.server.ts';
import { ownPlan } from './write-adjust.server.ts';
import { changePlan, createPlan } from './write.server.ts';

type Cells = Readonly<Record<string, string>>;
type Answer = Promise<Outcome<{ id: number }>>;

/** Changes a plan as a row of a file says; in force, what it promises changes by the instruction that the row names. */
export async function changeFromSheet(tx: Tx, actor: Actor, { id, cells }: { id: string; cells: Cells }): Answer {
  if (cells['zone'] !== undefined) return refused({ field: 'zone', says: words.stays });
  const own = await ownPlan(tx, actor, Number(id));
  if (!own.ok) return own;
  const { cells: said, adjustment } = adjustmentInCells(cells);
  const fields = { ...typedPlan(own.value), ...said };
  return changePlan(tx, actor, { id: own.value.id, revision: own.value.revision, fields, adjustment });
}

const nothingSaid = {
  ...{ titleZh: '', titleEn: '', summaryZh: '', summaryEn: '', issuerZh: '', issuerEn: '' },
  ...{ documentNumber: '', issuedOn: '', beginsOn: '', endsOn: '' },
};

/** Begins the plan of a row, as a draft; whoever keeps one zone need not name it. */
export async function addFromSheet(tx: Tx, actor: Actor, { zone: code, ...row }: Cells): Answer {
  const zone = zoneOfRow(code, zonesOfPlans(actor, canKeepPlans));
  const fields = { ...nothingSaid, ...adjustmentInCells(row).cells };
  return zone.ok ? createPlan(tx, actor, { zone: zone.value, fields }) : zone;
}
