import { isoOf } from '#language/dates.ts';
import { languageTag, type Lang } from '#language/lang.ts';
import { planPath } from './plan.ts';
import type { PlanCard } from './read-public.server.ts';

/** The plan for machines that read the page: schema.org has no plan, and what is published is a document of an authority. */
export function planJsonLd(plan: PlanCard, lang: Lang, origin: string): object {
  const address = `${origin}/${lang}${planPath(plan.id)}`;
  return {
    '@type': 'DigitalDocument',
    '@id': address,
    url: address,
    name: plan.title[lang],
    inLanguage: languageTag[lang],
    temporalCoverage: `${plan.beginsOn}/${plan.endsOn}`,
    version: plan.version,
    dateModified: isoOf(plan.updatedAt),
    creativeWorkStatus: plan.state,
    ...(plan.issuedOn && { datePublished: plan.issuedOn }),
    ...(plan.documentNumber && { identifier: plan.documentNumber }),
    ...(plan.summary[lang] && { description: plan.summary[lang] }),
    ...(plan.issuer[lang] && { author: { '@type': 'GovernmentOrganization', name: plan.issuer[lang] } }),
    publisher: {
      '@type': 'Organization',
      name: plan.zone.name[lang],
      url: `${origin}/${lang}/zones/${plan.zone.code}`,
    },
  };
}
