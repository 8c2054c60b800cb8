import type { Actor } from '#accounts/actor.ts';
import { figureFields, memberFields, yearFields } from '#clusters/fields.ts';
import type { Chain } from '#clusters/cluster.ts';
import { organisationMeant, type ClusterView } from '#clusters/read.server.ts';
import { putMember, removeMember } from '#clusters/write-members.server.ts';
import { putFigure, putYear } from '#clusters/write-years.server.ts';
import { clusterWords as words } from '#language/words/clusters.ts';
import type { Tx } from '#platform/database.server.ts';
import { refused, type Outcome } from '#platform/outcome.ts';
import type { TypedAdjustment } from '#plans/adjustment.ts';
import { readFields, type Cells, type Field } from '#profiles/field.ts';

/** The members of a cluster, to choose from. */
export function memberChoices({ members }: Pick<ClusterView, 'members'>) {
  return members.map(({ organisation, name }) => ({ value: String(organisation), label: name }));
}

interface Sent {
  readonly cluster: ClusterView;
  readonly cells: Cells;
  readonly adjustment: TypedAdjustment;
}

type Part = (tx: Tx, actor: Actor, sent: Sent) => Promise<Outcome<unknown>>;

const read =
  (fieldsOf: (cluster: ClusterView) => readonly Field[], keep: Part): Part =>
  async (tx, actor, { cluster, cells, adjustment }) => {
    const said = readFields(fieldsOf(cluster), cells);
    return said.ok ? keep(tx, actor, { cluster, cells: said.value, adjustment }) : said;
  };

const yuan = (text: string | undefined): number | null => (text ? Number(text) : null);
const texts = (cells: Cells, ...keys: string[]) => Object.fromEntries(keys.map((key) => [key, cells[key] ?? '']));

/** What the page of a cluster can be sent: the form's name, and the verb it means. */
export const parts: Readonly<Record<'member' | 'figure' | 'year' | 'remove', Part>> = {
  member: read(
    () => memberFields,
    async (tx, actor, { cluster: { row }, cells }) => {
      const organisation = await organisationMeant(tx, row.zoneCode, cells['organisation'] ?? '');
      if (organisation === undefined) return refused({ field: 'organisation', says: words.noOrganisation });
      const chain = cells['chain'] as Chain;
      return putMember(tx, actor, { cluster: row.id, organisation, chain, isLead: cells['isLead'] === 'yes' });
    },
  ),
  figure: read(
    (cluster) => figureFields(memberChoices(cluster)),
    (tx, actor, { cluster: { row }, cells }) =>
      putFigure(tx, actor, {
        ...{ cluster: row.id, organisation: Number(cells['organisation']), year: Number(cells['year']) },
        ...{ value: yuan(cells['value']), source: cells['source'] ?? '', sourceUrl: cells['sourceUrl'] ?? '' },
      }),
  ),
  year: read(
    () => yearFields,
    (tx, actor, { cluster: { row }, cells, adjustment }) =>
      putYear(tx, actor, {
        adjustment,
        ...{
          cluster: row.id,
          year: Number(cells['year']),
          target: yuan(cells['target']),
          stated: yuan(cells['stated']),
        },
        ...{ sourceZh: '', ...texts(cells, 'sourceZh', 'sourceEn', 'sourceUrl') },
      }),
  ),
  remove: (tx, actor, { cluster: { row }, cells }) => {
    const organisation = /^\d{1,15}$/.test(cells['organisation'] ?? '') ? Number(cells['organisation']) : 0;
    return removeMember(tx, actor, { cluster: row.id, organisation });
  },
};
