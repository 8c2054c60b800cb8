import type { TwoText } from '#language/lang.ts';
import { clusterWords as words } from '#language/words/clusters.ts';
import type { Choice } from '#lists/list.ts';
import { yuanFrom } from '#listings/money.ts';
import { done, refused } from '#platform/outcome.ts';
import { addressField, choiceField, textField, wholeField, type Cells, type Field } from '#profiles/field.ts';
import { chains, clusterInput, tiers, type NewCluster } from './cluster.ts';

const labelled = <Key extends string>(keys: readonly Key[], labels: Readonly<Record<Key, TwoText>>): Choice[] =>
  keys.map((value) => ({ value, label: labels[value] }));

export const tierChoices = labelled(tiers, words.tiers);
const noOrYes: readonly Choice[] = [
  { value: 'no', label: words.no },
  { value: 'yes', label: words.yes },
];

/** What can be said of a cluster; the keys are those of its record, and the columns of its file. */
export function clusterFields(plans: readonly Choice[]): Field[] {
  return [
    textField({ key: 'nameZh', title: words.nameZh }, 120, true),
    textField({ key: 'nameEn', title: words.nameEn }, 240),
    choiceField({ key: 'tier', title: words.tier }, tierChoices),
    {
      ...choiceField({ key: 'planId', title: words.plan }, [{ value: '', label: words.noPlanChosen }, ...plans]),
      isRequired: false,
    },
    codesField({ key: 'industries', title: words.industries, hint: words.industriesHint }, 'industries'),
    codesField({ key: 'zones', title: words.zones, hint: words.zonesHint }, 'zones'),
    choiceField({ key: 'isPublic', title: words.isPublic }, noOrYes),
    wholeField({ key: 'position', title: words.position }, 0, { to: 9999, otherwise: 0 }),
    { ...textField({ key: 'summaryZh', title: words.summaryZh }, 2000), lines: 3 },
    { ...textField({ key: 'summaryEn', title: words.summaryEn }, 4000), lines: 3 },
  ];
}

/** Several codes between commas or blanks; kept with one blank between. */
function codesField(said: Pick<Field, 'key' | 'title' | 'hint'>, of: 'industries' | 'zones'): Field {
  const read = (text: string) => {
    const codes = [
      ...new Set(
        text
          .normalize('NFKC')
          .toUpperCase()
          .split(/[\s、,;]+/)
          .filter(Boolean),
      ),
    ];
    const isRight = clusterInput.shape[of].safeParse(codes).success;
    return isRight ? done(codes.join(' ')) : refused({ says: words.wrong[of] ?? words.notUnderstood });
  };
  return { ...said, isRequired: false, input: 'text', read };
}

const codesIn = (text: string): string[] => text.split(' ').filter(Boolean);

/** What the verb is asked, of cells that were read by the fields above. A cell that is not there was not said. */
export function saidIn(cells: Cells): Partial<NewCluster> {
  const said: Record<string, unknown> = { ...cells };
  for (const key of ['industries', 'zones'] as const) if (key in cells) said[key] = codesIn(cells[key] ?? '');
  if ('planId' in cells) said['planId'] = cells['planId'] === '' ? null : Number(cells['planId']);
  if ('position' in cells) said['position'] = Number(cells['position']);
  if ('isPublic' in cells) said['isPublic'] = cells['isPublic'] === 'yes';
  return said;
}

/** An amount in 亿元, unless another unit is written behind it; kept as yuan. */
function yiField(said: Pick<Field, 'key' | 'title' | 'hint'>): Field {
  const read = (text: string) => {
    const plain = text.normalize('NFKC').trim();
    const yuan = plain === '' ? undefined : yuanFrom(/\d$/.test(plain) ? `${plain}${words.yi.zh}` : plain, 'yuan');
    return plain === '' || yuan !== undefined ? done(String(yuan ?? '')) : refused({ says: words.notYi });
  };
  return { ...said, isRequired: false, input: 'text', read };
}

const yearField = wholeField({ key: 'year', title: words.year }, 1949, { to: 2100 });
const organisationField = textField({ key: 'organisation', title: words.member, hint: words.memberHint }, 240, true);

export const memberFields: readonly Field[] = [
  organisationField,
  choiceField({ key: 'chain', title: words.chain }, labelled(chains, words.chains)),
  choiceField({ key: 'isLead', title: words.isLead }, noOrYes),
];
export const figureFields = (members: readonly Choice[]): readonly Field[] => [
  choiceField({ key: 'organisation', title: words.member }, members),
  yearField,
  yiField({ key: 'value', title: words.figure, hint: words.figureHint }),
  textField({ key: 'source', title: words.source }, 400),
  addressField({ key: 'sourceUrl', title: words.sourceUrl }),
];
export const yearFields: readonly Field[] = [
  yearField,
  yiField({ key: 'target', title: words.target, hint: words.yiHint }),
  yiField({ key: 'stated', title: words.statedYi, hint: words.yiHint }),
  textField({ key: 'sourceZh', title: words.sourceZh }, 400),
  textField({ key: 'sourceEn', title: words.sourceEn }, 400),
  addressField({ key: 'sourceUrl', title: words.sourceUrl }),
];
