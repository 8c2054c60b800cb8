import type { Site } from '#platform/site.ts';

const day = 86_400_000;
/** RFC 9116 asks for less than a year; computed, so that it never runs out on a site that is running. */
const validDays = 180;

/** `/.well-known/security.txt`: whom to tell of a security problem, and until when that is true. */
export function securityTxt(site: Site, origin: string, now: Date): string {
  // A whole day, so that the file is the same for all who ask on that day.
  const expires = new Date(Math.floor(now.getTime() / day) * day + validDays * day);
  const lines = [
    `Contact: ${contactAddress(site.securityContact || site.email, origin)}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: zh, en',
    `Canonical: ${origin}/.well-known/security.txt`,
  ];
  return `${lines.join('\n')}\n`;
}

function contactAddress(contact: string, origin: string): string {
  if (contact === '') return `${origin}/zh/contact`;
  return contact.includes('://') || contact.startsWith('mailto:') ? contact : `mailto:${contact}`;
}

/** `/robots.txt`: everything public may be read; results of searches and the desk are no pages to keep. */
export function robotsTxt(origin: string): string {
  const closed = ['search', 'desk/', 'sign-in', 'setup'].flatMap((path) => [`/zh/${path}`, `/en/${path}`]);
  return [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    'Disallow: /*mode=care',
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    `Sitemap: ${origin}/news-sitemap.xml`,
    '',
  ].join('\n');
}
