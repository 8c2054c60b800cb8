import { error } from '@sveltejs/kit';
import { parseOrganisationQuery, type OrganisationQuery } from '#organisations/directory.ts';

/** What the address asks of the directory, on its page and in its files; a wrong value is said by name. */
export function askedOf(url: URL, { lang }: Pick<App.Locals, 'lang'>): OrganisationQuery {
  const query = parseOrganisationQuery(url.searchParams);
  if (!query.ok) error(400, query.problems.map((problem) => problem.says[lang]).join(' '));
  return query.value;
}
