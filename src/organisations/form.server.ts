import { disciplinesNamed } from '#industries/read.server.ts';
import type { Db } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { placeByCode } from '#places/read.server.ts';
import { disciplinesTyped, type OrganisationTyped } from './typed.ts';
import type { OrganisationInput, Organisation } from './organisation.ts';
import { disciplinesSaid, placeMeant } from './read-meant.server.ts';

const choices = ['kind', 'instituteKind', 'size'] as const;
const texts = [
  ...(['nameZh', 'nameEn', 'creditCode', 'summaryZh', 'summaryEn'] as const),
  ...(['capabilitiesZh', 'capabilitiesEn', 'website'] as const),
];

/** The form as it was sent. A field that was not in it was not said: a member's form has fewer. */
export function typedIn(form: FormData): OrganisationTyped {
  const sent = [...form].flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : []));
  return {
    text: Object.fromEntries(sent.filter(([key]) => key !== 'industries')),
    industries: form.getAll('industries').filter((value) => typeof value === 'string'),
  };
}

/** What the verb is asked: places and disciplines are said in words, and what is empty is nothing. */
export async function inputOf(
  db: Db,
  { text, industries }: OrganisationTyped,
): Promise<Outcome<Partial<OrganisationInput>>> {
  const place = await placeMeant(db, text['placeCode'] ?? '');
  const disciplines = await disciplinesSaid(db, text['disciplines'] ?? '');
  const problems = [place, disciplines].flatMap((outcome) => (outcome.ok ? [] : outcome.problems));
  if (!place.ok || !disciplines.ok) return refused(...problems);
  const said = (keys: readonly string[]) => keys.flatMap((key) => (key in text ? [[key, text[key]] as const] : []));
  const chosen = said(choices).map(([key, value]) => [key, value === '' ? null : value]);
  const codeChecked = 'mayCheck' in text ? { codeChecked: 'codeChecked' in text } : {};
  return done({
    ...Object.fromEntries(said(texts)),
    ...Object.fromEntries(chosen),
    ...codeChecked,
    ...{ placeCode: place.value, disciplines: disciplines.value, industries: [...industries] },
  });
}

/** What is kept, as its form has it. */
export async function typedOf(db: Db, kept: Organisation): Promise<OrganisationTyped> {
  const place = kept.placeCode === null ? undefined : await placeByCode(db, kept.placeCode);
  const disciplines = await disciplinesNamed(db, kept.disciplines);
  const text = Object.fromEntries([...texts, ...choices].map((key) => [key, kept[key] ?? '']));
  return {
    text: {
      ...text,
      ...(kept.codeChecked && { codeChecked: 'on' }),
      placeCode: place ? `${place.name.zh} ${place.code}` : '',
      disciplines: disciplinesTyped(disciplines),
    },
    industries: kept.industries,
  };
}
