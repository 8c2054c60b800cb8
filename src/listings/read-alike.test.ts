import { expect, test } from 'vitest';
import { inRollback } from '../../tests/support/database.ts';
import { goodNeed, twoSides, written } from '../../tests/support/listings.ts';
import { alikeTo } from './read-alike.server.ts';

test('a draft of the own organisation that says the same is shown, another organisation’s is not', () =>
  inRollback(async (tx) => {
    const { enterprise, institute, member, otherMember, broker } = await twoSides(tx);
    const first = await written(tx, member, { organisationId: enterprise });
    const other = await written(tx, member, {
      organisationId: enterprise,
      content: { title: '减速器齿轮噪声', body: '齿轮噪声 70 dB。' },
    });
    const foreign = await written(tx, otherMember, { organisationId: institute });
    const id = await written(tx, broker, { organisationId: enterprise });
    const asked = { id, side: 'need' as const, lang: 'zh' as const, title: goodNeed.title, text: goodNeed.body };
    const found = await alikeTo(tx, { ...asked, organisationId: enterprise });
    expect(found).toEqual([{ id: first, title: goodNeed.title, path: `/desk/needs/${first}` }]);
    expect(found.map((one) => one.id)).not.toContain(other);
    expect(found.map((one) => one.id)).not.toContain(foreign);
    expect(await alikeTo(tx, { ...asked, title: ' ', organisationId: enterprise })).toEqual([]);
  }));
