import type { Lang, TwoText } from '#language/lang.ts';
import { clusterWords as words } from '#language/words/clusters.ts';
import { siteWords } from '#language/words/site.ts';
import { yuanInWords } from '#listings/money.ts';
import type { Choice, List, Row } from '#lists/list.ts';
import { tierChoices } from './fields.ts';
import { shownOutput, type YearOutput } from './output.ts';
import type { ClusterRow } from './read-row.server.ts';

/** What the desk's list of clusters can show and be asked for. */
export function clusterList(plans: readonly Choice[], zones: readonly Choice[]): List {
  return {
    name: 'clusters',
    columns: [
      { key: 'name', title: words.name, sortable: true },
      { key: 'tier', title: words.tier },
      { key: 'output', title: words.output, isNumber: true },
      { key: 'kind', title: words.behind },
      { key: 'target', title: words.target, isNumber: true },
      { key: 'members', title: words.membersCount, isNumber: true },
      { key: 'plan', title: words.plan },
      { key: 'public', title: words.isPublic, extra: true },
      ...(zones.length === 1 ? [] : [{ key: 'zone', title: words.zone, extra: true as const }]),
      { key: 'position', title: words.position, extra: true, sortable: true },
      { key: 'id', title: words.id, extra: true, isNumber: true },
    ],
    filters: [
      { key: 'q', title: words.search, kind: 'search' },
      { key: 'tier', title: words.tier, kind: 'choice', choices: tierChoices },
      ...(plans.length > 0 ? [{ key: 'plan', title: words.plan, kind: 'choice' as const, choices: plans }] : []),
    ],
    sort: 'position',
  };
}

export interface ListedCluster {
  readonly row: ClusterRow;
  readonly name: TwoText;
  readonly zone: TwoText;
  readonly plan: TwoText | undefined;
  readonly members: number;
  /** The last year that is over or under way and of which anything is known, and the last target. */
  readonly latest: (YearOutput & { readonly counted: number; readonly members: number }) | undefined;
  readonly target: { readonly year: number; readonly value: number } | undefined;
}

export function clusterRow(one: ListedCluster, lang: Lang): Row {
  const { row, target } = one;
  return {
    id: String(row.id),
    label: one.name[lang],
    cells: {
      name: {
        text: row.sample ? siteWords.sampleNamed(one.name[lang])[lang] : one.name[lang],
        href: `/${lang}/desk/clusters/${row.id}`,
      },
      tier: { text: words.tiers[row.tier][lang] },
      ...outputCells(one.latest, lang),
      target: { text: target ? `${yuanInWords(target.value)[lang]} (${target.year})` : '' },
      members: { text: String(one.members) },
      plan: { text: one.plan?.[lang] ?? '' },
      public: { text: words[row.isPublic ? 'yes' : 'no'][lang] },
      zone: { text: one.zone[lang] },
      ...{ position: { text: String(row.position) }, id: { text: String(row.id) } },
    },
  };
}

function outputCells(latest: ListedCluster['latest'], lang: Lang) {
  const shown = latest && shownOutput(latest);
  if (!shown) return { output: { text: '' }, kind: { text: '' } };
  const output = { text: `${yuanInWords(shown.value)[lang]} (${latest.year})` };
  return { output, kind: { text: kindInWords(shown.kind, latest)[lang] } };
}

/** Which of the two a number is, and how many figures are behind it. */
export function kindInWords(
  kind: 'computed' | 'stated',
  { counted, members }: { counted: number; members: number },
): TwoText {
  const name = words.kinds[kind];
  if (kind === 'stated') return name;
  const of = words.counted(counted, members);
  return { zh: `${name.zh}（${of.zh}）`, en: `${name.en} (${of.en})` };
}
