import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { connectionIn, signed, valueOf, world } from '../../tests/support/connections.ts';
import { inRollback } from '../../tests/support/database.ts';
import { agreementOf, ledgerOf } from './read-ledger.server.ts';
import { confirm, recordAgreement } from './write-agreement.server.ts';

test('what a connection came to: effective once both confirmed and there is a document, later only by the increment', () =>
  inRollback(async (tx) => {
    const at = await world(tx);
    const id = await connectionIn(tx, at, 'negotiation');
    expect(await agreementOf(tx, id)).toBeUndefined();
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into file (zone_code, name, media_type, bytes, stored_bytes, sha256, variants, state, uploaded_by, uploader_name,
        organisations, broker_zones)
      values (${at.here}, '合同.pdf', 'application/pdf', 1, 1, 'x', '[]', 'kept', 'x', 'x',
        array[${at.firm}, ${at.lab}]::bigint[], array[${at.here}, ${at.there}]) returning id`);
    const document = rows[0]?.id ?? null;
    valueOf(await recordAgreement(tx, at.buyer, { ...signed(id, 100), document, step: 'agree' }));
    expect(await agreementOf(tx, id)).toMatchObject({ isEffective: false, amount: 0 });
    const [first] = await ledgerOf(tx, id);
    valueOf(await confirm(tx, at.maker, { id, entry: first?.id ?? 0 }));
    expect(await agreementOf(tx, id)).toMatchObject({ isEffective: true, amount: 100, since: '2026-01-15' });
    valueOf(await recordAgreement(tx, at.maker, { ...signed(id, 150), step: 'amend' }));
    expect(await agreementOf(tx, id)).toMatchObject({ isEffective: true, amount: 100 });
  }));

test('each side alone says whether it may be named; a broker says it for nobody', () =>
  inRollback(async (tx) => {
    const at = await world(tx);
    const id = await connectionIn(tx, at, 'negotiation');
    const named = async () =>
      (
        await tx.execute(sql`select need_named, offer_named from connection_amount where connection_id = ${id}
        order by id desc limit 1`)
      ).rows[0];
    valueOf(await recordAgreement(tx, at.buyer, { ...signed(id, 100), step: 'agree', isNamed: true }));
    expect(await named()).toEqual({ need_named: true, offer_named: false });
    const [first] = await ledgerOf(tx, id);
    valueOf(await confirm(tx, at.maker, { id, entry: first?.id ?? 0 }));
    expect(await named()).toEqual({ need_named: true, offer_named: false });
    valueOf(await recordAgreement(tx, at.buyer, { ...signed(id, 150), step: 'amend' }));
    const last = (await ledgerOf(tx, id)).at(-1);
    valueOf(await confirm(tx, at.maker, { id, entry: last?.id ?? 0, isNamed: true }));
    expect(await named()).toEqual({ need_named: false, offer_named: true });
  }));

test('a document that was kept for others, or for a whole zone, is no evidence here', () =>
  inRollback(async (tx) => {
    const at = await world(tx);
    const id = await connectionIn(tx, at, 'negotiation');
    for (const circle of [sql`null, null`, sql`array[${at.third}]::bigint[], array[${at.here}]`]) {
      const { rows } = await tx.execute<{ id: string }>(sql`
        insert into file (zone_code, name, media_type, bytes, stored_bytes, sha256, variants, state, uploaded_by, uploader_name,
          organisations, broker_zones)
        values (${at.here}, '别人的.pdf', 'application/pdf', 1, 1, 'x', '[]', 'kept', 'x', 'x', ${circle}) returning id`);
      const given = { ...signed(id), document: rows[0]?.id ?? null, step: 'agree' as const };
      expect(await recordAgreement(tx, at.buyer, given)).toMatchObject({ ok: false });
    }
  }));
