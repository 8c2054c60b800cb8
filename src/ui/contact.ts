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

/** How the operator can be reached: what is configured, the telephone first. */
export function waysToReach(site: Site, lang: Lang): ContactFact[] {
  const ways: ContactFact[] = [
    { name: 'phone', text: site.phone, href: telephone(site.phone) },
    { name: 'fax', text: site.fax },
    { name: 'email', text: site.email, href: `mailto:${site.email}` },
    { name: 'address', text: siteText(site.address, lang) },
  ];
  return ways.filter((fact) => fact.text !== '');
}

/** Who stands behind the site, as far as it is configured. */
export function whoRunsIt(site: Site, lang: Lang): ContactFact[] {
  const who: ContactFact[] = [
    { name: 'hostedBy', text: siteText(site.host, lang) },
    { name: 'operatedBy', text: siteText(site.operator, lang) },
  ];
  return who.filter((fact) => fact.text !== '');
}
