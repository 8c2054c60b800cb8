import type { Lang } from '#language/lang.ts';
import type { siteWords } from '#language/words/site.ts';
import type { Site } from '#platform/site.ts';
import { siteText } from './frame.ts';
import { telephone } from './telephone.ts';

export interface ContactFact {
  readonly name: keyof typeof siteWords & ('phone' | 'fax' | 'email' | 'address' | 'hostedBy' | 'operatedBy');
  readonly text: string;
  readonly href?: string;
}

/** Who runs the site and how to reach them: what is configured, the telephone first. */
export function contactFacts(site: Site, lang: Lang): ContactFact[] {
  const facts: ContactFact[] = [
    { name: 'phone', text: site.phone, href: telephone(site.phone) },
    { name: 'fax', text: site.fax },
    { name: 'email', text: site.email, href: `mailto:${site.email}` },
    { name: 'address', text: siteText(site.address, lang) },
    { name: 'hostedBy', text: siteText(site.host, lang) },
    { name: 'operatedBy', text: siteText(site.operator, lang) },
  ];
  return facts.filter((fact) => fact.text !== '');
}
