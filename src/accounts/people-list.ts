import { peopleWords as words } from '#language/words/people.ts';
import { dateOf } from '#language/dates.ts';
import type { Lang } from '#language/lang.ts';
import { roles, type KeptOrganisations, type Membership } from './actor.ts';
import type { Person } from './people.ts';

/** `Editor · 32101026`, `Member of 苏州某某公司`. */
export function roleInWords(
  { role, zone, unit, organisation }: Membership,
  lang: Lang,
  organisations: KeptOrganisations,
): string {
  if (organisation !== undefined) {
    return words.memberOf(organisations.get(organisation)?.name[lang] ?? `#${organisation}`)[lang];
  }
  const place = [zone, unit === undefined ? undefined : `#${unit}`].filter((part) => part !== undefined);
  return [words.roleNames[role][lang], ...place].join(' · ');
}

const roleChoices = roles.map((value) => ({ value, label: words.roleNames[value] }));
const stateChoices = [
  { value: 'active', label: words.active },
  { value: 'disabled', label: words.disabled },
];

export const peopleList = {
  name: 'accounts',
  columns: [
    { key: 'id', title: { zh: '#', en: '#' }, sortable: true, isNumber: true },
    { key: 'name', title: words.name },
    { key: 'email', title: words.email },
    { key: 'roles', title: words.roles },
    { key: 'state', title: words.state },
    { key: 'made', title: words.made },
  ],
  filters: [
    { key: 'q', title: words.search, kind: 'search' },
    { key: 'role', title: words.role, kind: 'choice', choices: roleChoices },
    { key: 'zone', title: words.zone, kind: 'search' },
    { key: 'state', title: words.state, kind: 'choice', choices: stateChoices },
  ],
  sort: 'id',
} as const;

export function personRow(person: Person, lang: Lang, organisations: KeptOrganisations) {
  const { id, name, email, memberships, createdAt, disabledAt } = person;
  const held = memberships.map((membership) => roleInWords(membership, lang, organisations));
  const state = disabledAt
    ? { text: words.disabled[lang], tone: 'red' as const }
    : { text: words.active[lang], tone: 'green' as const };
  return {
    id: String(id),
    label: name,
    cells: {
      id: { text: String(id) },
      name: { text: name, href: `/${lang}/desk/platform/accounts/${id}` },
      email: { text: email },
      roles: { text: held.join(lang === 'zh' ? '，' : ', ') },
      state,
      made: { text: dateOf(createdAt) },
    },
  };
}
