import { isOperator, isVisitor, type Actor, type Role } from '#accounts/actor.ts';

/** Who may open an address: anybody, anybody with an account, or who holds one of these roles somewhere (an operator always). */
export type Who = 'anyone' | 'signed-in' | readonly Role[];

const editors = ['editor', 'publisher'] as const;
/** Who says what of an article is an organisation, and who keeps events. */
const judges = ['editor', 'publisher', 'broker'] as const;
/** Who looks after people of a zone or of its organisations. */
const keepers = ['publisher', 'broker'] as const;
/** Who has a say in what a zone delivers: all its people; who may change what is decided record by record. */
export const deliverers = ['publisher', 'leader', 'officer', 'broker', 'editor'] as const;
/** Who works on projects: an editor reads them. */
const projectPeople = ['publisher', 'leader', 'officer', 'broker'] as const;
/** Who works on needs and offers: brokers for their zone, members for their organisation. */
const listingPeople = ['broker', 'member'] as const;
/** Who keeps the organisations of a zone, and with its members the one at hand. */
const organisationKeepers = ['broker', 'editor', 'publisher'] as const;
const organisationPeople = [...organisationKeepers, 'member'] as const;

const read = (who: Who) => ({ GET: who });
const readAndSend = (who: Who) => ({ GET: who, POST: who });

/**
 * Every address with who may ask for it, by route and method. The first wall: it knows no records, so each verb and each
 * read asks again, for the zone at hand. What has no line here is refused, and a test fails for it.
 */
export const access: Readonly<Record<string, Readonly<Partial<Record<string, Who>>>>> = {
  '/': read('anyone'),
  '/[lang=lang]/(public)': read('anyone'),
  '/[lang=lang]/(public)/[side=side]': read('anyone'),
  '/[lang=lang]/(public)/[side=side].csv': read('anyone'),
  '/[lang=lang]/(public)/[side=side].xlsx': read('anyone'),
  '/[lang=lang]/(public)/[side=side]/[id=number]': read('anyone'),
  '/[lang=lang]/(public)/[side=side]/feed.atom': read('anyone'),
  '/[lang=lang]/(public)/[side=side]/feed.rss': read('anyone'),
  '/[lang=lang]/(public)/[side=side]/subscribe': readAndSend('anyone'),
  '/[lang=lang]/(public)/about': read('anyone'),
  '/[lang=lang]/(public)/accessibility': read('anyone'),
  '/[lang=lang]/(public)/answer/[token]': readAndSend('anyone'),
  '/[lang=lang]/(public)/api': read('anyone'),
  '/[lang=lang]/(public)/confirm/[token]': readAndSend('anyone'),
  '/[lang=lang]/(public)/connections': read('anyone'),
  '/[lang=lang]/(public)/contact': read('anyone'),
  '/[lang=lang]/(public)/events': read('anyone'),
  '/[lang=lang]/(public)/events/[id=number]': readAndSend('anyone'),
  '/[lang=lang]/(public)/events/[id=number].ics': read('anyone'),
  '/[lang=lang]/(public)/events/feed.atom': read('anyone'),
  '/[lang=lang]/(public)/events/feed.ics': read('anyone'),
  '/[lang=lang]/(public)/forgotten': readAndSend('anyone'),
  '/[lang=lang]/(public)/invitation/[token]': readAndSend('anyone'),
  '/[lang=lang]/(public)/news': read('anyone'),
  '/[lang=lang]/(public)/news/[id=number]': read('anyone'),
  '/[lang=lang]/(public)/news/feed.atom': read('anyone'),
  '/[lang=lang]/(public)/news/feed.rss': read('anyone'),
  '/[lang=lang]/(public)/organisations.csv': read('anyone'),
  '/[lang=lang]/(public)/organisations.xlsx': read('anyone'),
  '/[lang=lang]/(public)/organisations': read('anyone'),
  '/[lang=lang]/(public)/organisations/[id=number]': read('anyone'),
  '/[lang=lang]/(public)/organisations/[id=number]/claim': readAndSend('anyone'),
  '/[lang=lang]/(public)/organisations/claim': readAndSend('anyone'),
  '/[lang=lang]/(public)/plans': read('anyone'),
  '/[lang=lang]/(public)/plans/[id=number]': read('anyone'),
  '/[lang=lang]/(public)/plans/[id=number]/versions/[version=number]': read('anyone'),
  '/[lang=lang]/(public)/places/[code=place]': read('anyone'),
  '/[lang=lang]/(public)/registrations/[token]': readAndSend('anyone'),
  '/[lang=lang]/(public)/report/[token]': readAndSend('anyone'),
  '/[lang=lang]/(public)/reset/[token]': readAndSend('anyone'),
  '/[lang=lang]/(public)/search': read('anyone'),
  '/[lang=lang]/(public)/search/suggest': read('anyone'),
  '/[lang=lang]/(public)/setup/[token]': readAndSend('anyone'),
  '/[lang=lang]/(public)/sign-in': readAndSend('anyone'),
  '/[lang=lang]/(public)/sign-in/code': readAndSend('anyone'),
  '/[lang=lang]/(public)/site-map': read('anyone'),
  '/[lang=lang]/(public)/subscribe/[token]': readAndSend('anyone'),
  '/[lang=lang]/(public)/unsubscribe/[token]': readAndSend('anyone'),
  '/[lang=lang]/(public)/zones.csv': read('anyone'),
  '/[lang=lang]/(public)/zones.xlsx': read('anyone'),
  '/[lang=lang]/(public)/zones': read('anyone'),
  '/[lang=lang]/(public)/zones/[code=zone]': read('anyone'),
  '/[lang=lang]/(public)/zones/compare': read('anyone'),
  '/[lang=lang]/desk': { GET: 'signed-in', POST: ['member'] },
  '/[lang=lang]/desk/account': readAndSend('signed-in'),
  '/[lang=lang]/desk/account/passkeys': { POST: 'signed-in', PUT: 'signed-in' },
  '/[lang=lang]/desk/account/password': readAndSend('signed-in'),
  '/[lang=lang]/desk/account/second-factor': readAndSend('signed-in'),
  '/[lang=lang]/desk/articles': readAndSend(editors),
  '/[lang=lang]/desk/articles/[id=number]': readAndSend(editors),
  '/[lang=lang]/desk/articles/[id=number]/checks': read(editors),
  '/[lang=lang]/desk/articles/[id=number]/draft': readAndSend(editors),
  '/[lang=lang]/desk/articles/new': readAndSend(editors),
  '/[lang=lang]/desk/articles/export': read(editors),
  '/[lang=lang]/desk/articles/file': readAndSend(editors),
  '/[lang=lang]/desk/claims': readAndSend(keepers),
  '/[lang=lang]/desk/mentions': readAndSend(judges),
  '/[lang=lang]/desk/events': read(judges),
  '/[lang=lang]/desk/events/[id=number]': readAndSend(judges),
  '/[lang=lang]/desk/events/[id=number]/agenda': readAndSend(judges),
  '/[lang=lang]/desk/events/[id=number]/check-in': readAndSend(judges),
  '/[lang=lang]/desk/events/[id=number]/listings': readAndSend(judges),
  '/[lang=lang]/desk/events/[id=number]/meetings': readAndSend(judges),
  '/[lang=lang]/desk/events/[id=number]/outcome': readAndSend(judges),
  '/[lang=lang]/desk/events/[id=number]/registrations': readAndSend(judges),
  '/[lang=lang]/desk/events/[id=number]/registrations/export': read(judges),
  '/[lang=lang]/desk/events/new': readAndSend(judges),
  '/[lang=lang]/desk/connections': readAndSend(['broker', 'member']),
  '/[lang=lang]/desk/connections/[id=number]': readAndSend(['broker', 'member']),
  '/[lang=lang]/desk/connections/for/[id=number]': readAndSend(['broker', 'member']),
  '/[lang=lang]/desk/connections/new': readAndSend(['broker', 'member']),
  '/[lang=lang]/desk/connections/export': read(['broker', 'member']),
  '/[lang=lang]/desk/blockers': read([...deliverers, 'member']),
  '/[lang=lang]/desk/blockers/[id=number]': readAndSend([...deliverers, 'member']),
  '/[lang=lang]/desk/blockers/new': readAndSend(['member']),
  '/[lang=lang]/desk/instructions': read(deliverers),
  '/[lang=lang]/desk/instructions/new': readAndSend(['publisher', 'leader']),
  '/[lang=lang]/desk/slips': readAndSend(deliverers),
  '/[lang=lang]/desk/slips/[id=number]': readAndSend(deliverers),
  '/[lang=lang]/desk/slips/[id=number]/document': read(deliverers),
  '/[lang=lang]/desk/slips/export': read(deliverers),
  '/[lang=lang]/desk/slips/file': readAndSend(['publisher', 'leader']),
  '/[lang=lang]/desk/slips/new': readAndSend(['publisher', 'leader']),
  '/[lang=lang]/desk/leader': read(deliverers),
  '/[lang=lang]/desk/leader/brief': read(deliverers),
  '/[lang=lang]/desk/leader/records': read(deliverers),
  '/[lang=lang]/desk/notifications': readAndSend('signed-in'),
  '/[lang=lang]/desk/notifications/settings': readAndSend('signed-in'),
  '/[lang=lang]/desk/organisations': readAndSend(organisationPeople),
  '/[lang=lang]/desk/organisations/[id=number]': readAndSend(organisationPeople),
  '/[lang=lang]/desk/organisations/[id=number]/[record=record]': readAndSend(organisationPeople),
  '/[lang=lang]/desk/organisations/[id=number]/[record=record]/export': read(organisationPeople),
  '/[lang=lang]/desk/organisations/[id=number]/[record=record]/file': readAndSend(organisationPeople),
  '/[lang=lang]/desk/organisations/duplicates': readAndSend(organisationKeepers),
  '/[lang=lang]/desk/organisations/export': read(organisationKeepers),
  '/[lang=lang]/desk/organisations/file': readAndSend(organisationKeepers),
  '/[lang=lang]/desk/organisations/new': readAndSend(organisationKeepers),
  '/[lang=lang]/desk/plans': read(deliverers),
  '/[lang=lang]/desk/plans/[id=number]': readAndSend(deliverers),
  '/[lang=lang]/desk/plans/[id=number]/goals': readAndSend(deliverers),
  '/[lang=lang]/desk/plans/[id=number]/progress': read(deliverers),
  '/[lang=lang]/desk/plans/[id=number]/proposals': readAndSend(deliverers),
  '/[lang=lang]/desk/plans/[id=number]/versions': read(deliverers),
  '/[lang=lang]/desk/plans/[id=number]/versions/[version=number]': read(deliverers),
  '/[lang=lang]/desk/plans/new': readAndSend(['publisher', 'leader']),
  '/[lang=lang]/desk/platform/backups': readAndSend(['operator']),
  '/[lang=lang]/desk/platform/calendar': readAndSend(['operator']),
  '/[lang=lang]/desk/platform/columns': readAndSend(['operator']),
  '/[lang=lang]/desk/platform/site': readAndSend(['operator']),
  '/[lang=lang]/desk/platform/jobs': readAndSend(['operator']),
  '/[lang=lang]/desk/platform/mail': read(['operator']),
  '/[lang=lang]/desk/articles/[id=number]/preview': read(editors),
  '/[lang=lang]/desk/articles/[id=number]/review': readAndSend(editors),
  '/[lang=lang]/desk/articles/[id=number]/revisions': readAndSend(editors),
  '/[lang=lang]/desk/platform/words': readAndSend(['operator']),
  '/[lang=lang]/desk/connections/board': readAndSend(['broker', 'member']),
  '/[lang=lang]/desk/connections/load': read(['broker', 'leader']),
  '/[lang=lang]/desk/connections/funnel': read(['editor', 'publisher', 'broker', 'leader']),
  '/[lang=lang]/desk/connections/funnel/export': read(['editor', 'publisher', 'broker', 'leader']),
  '/[lang=lang]/desk/files': readAndSend(editors),
  '/[lang=lang]/desk/platform/accounts': read(keepers),
  '/[lang=lang]/desk/platform/accounts/[id=number]': readAndSend(keepers),
  '/[lang=lang]/desk/platform/invitations': readAndSend(keepers),
  '/[lang=lang]/desk/platform/audit': read(['publisher']),
  '/[lang=lang]/desk/platform/audit/export': read(['publisher']),
  '/[lang=lang]/desk/projects': readAndSend(deliverers),
  '/[lang=lang]/desk/projects/board': readAndSend(deliverers),
  '/[lang=lang]/desk/projects/conversion': read(deliverers),
  '/[lang=lang]/desk/projects/conversion/export': read(deliverers),
  '/[lang=lang]/desk/projects/export': read(deliverers),
  '/[lang=lang]/desk/indicators': readAndSend(deliverers),
  '/[lang=lang]/desk/indicators/[id=number]': readAndSend(deliverers),
  '/[lang=lang]/desk/indicators/[id=number]/edit': readAndSend(['publisher', 'leader']),
  '/[lang=lang]/desk/indicators/export': read(deliverers),
  '/[lang=lang]/desk/indicators/file': readAndSend(['publisher', 'leader']),
  '/[lang=lang]/desk/indicators/improvements': readAndSend(['publisher', 'leader']),
  '/[lang=lang]/desk/indicators/new': readAndSend(['publisher', 'leader']),
  '/[lang=lang]/desk/indicators/values/export': read(deliverers),
  '/[lang=lang]/desk/indicators/values/file': readAndSend(['publisher', 'leader', 'officer']),
  '/[lang=lang]/desk/clusters': readAndSend(deliverers),
  '/[lang=lang]/desk/clusters/[id=number]': readAndSend(deliverers),
  '/[lang=lang]/desk/clusters/[id=number]/edit': readAndSend(['publisher', 'leader']),
  '/[lang=lang]/desk/clusters/export': read(deliverers),
  '/[lang=lang]/desk/clusters/file': readAndSend(['publisher', 'leader']),
  '/[lang=lang]/desk/clusters/new': readAndSend(['publisher', 'leader']),
  '/[lang=lang]/desk/platform/improvements': readAndSend(['operator']),
  '/[lang=lang]/desk/projects/file': readAndSend(projectPeople),
  '/[lang=lang]/desk/projects/map': read(deliverers),
  '/[lang=lang]/desk/projects/timeline': read(deliverers),
  '/[lang=lang]/desk/projects/new': readAndSend(projectPeople),
  '/[lang=lang]/desk/projects/[id=number]': { GET: deliverers, POST: projectPeople },
  '/[lang=lang]/desk/projects/[id=number]/edit': readAndSend(projectPeople),
  '/[lang=lang]/desk/projects/[id=number]/family': { GET: deliverers, POST: projectPeople },
  '/[lang=lang]/desk/platform/stages': readAndSend(['operator']),
  '/[lang=lang]/desk/platform/project-lists': readAndSend(['operator']),
  '/[lang=lang]/desk/projects/meeting': readAndSend(deliverers),
  '/[lang=lang]/desk/projects/meeting/[id=number]': readAndSend(deliverers),
  '/[lang=lang]/desk/projects/meeting/[id=number]/minutes': read(deliverers),
  '/[lang=lang]/desk/tasks': readAndSend(deliverers),
  '/[lang=lang]/desk/tasks/[id=number]': readAndSend(deliverers),
  '/[lang=lang]/desk/tasks/[id=number]/edit': readAndSend(['publisher', 'leader']),
  '/[lang=lang]/desk/tasks/export': read(deliverers),
  '/[lang=lang]/desk/tasks/file': readAndSend(['publisher', 'leader']),
  '/[lang=lang]/desk/tasks/new': readAndSend(['publisher', 'leader']),
  '/[lang=lang]/desk/questions': readAndSend(editors),
  '/[lang=lang]/sign-in/identity': read('anyone'),
  '/[lang=lang]/sign-in/passkey': { POST: 'anyone', PUT: 'anyone' },
  '/[lang=lang]/desk/imports': readAndSend(editors),
  '/[lang=lang]/desk/imports/[run=number]': readAndSend(editors),
  '/[lang=lang]/desk/imports/[run=number]/[page=number]': readAndSend(editors),
  '/[lang=lang]/desk/rounds': read(deliverers),
  '/[lang=lang]/desk/rounds/[id=number]': { GET: deliverers, POST: ['publisher', 'leader'] },
  '/[lang=lang]/desk/rounds/[id=number]/[unit=number]': { GET: deliverers, POST: ['publisher', 'leader', 'officer'] },
  '/[lang=lang]/desk/rounds/[id=number]/digest': read(deliverers),
  '/[lang=lang]/desk/rounds/new': readAndSend(['publisher', 'leader']),
  '/[lang=lang]/desk/sources': readAndSend(editors),
  '/[lang=lang]/desk/sources/export': read(editors),
  '/[lang=lang]/desk/sources/file': readAndSend(editors),
  '/[lang=lang]/desk/sources/[id=number]': readAndSend(editors),
  '/[lang=lang]/desk/sources/new': readAndSend(editors),
  '/[lang=lang]/desk/health': read(['editor', 'publisher', 'leader']),
  '/[lang=lang]/desk/tasks/[id=number]/report': readAndSend(['publisher', 'leader', 'officer']),
  '/[lang=lang]/desk/templates': readAndSend(['broker']),
  '/[lang=lang]/desk/waiting': read(['broker']),
  '/[lang=lang]/desk/zones': read(editors),
  '/[lang=lang]/desk/zones/export': read(editors),
  '/[lang=lang]/desk/zones/file': readAndSend(['publisher']),
  '/[lang=lang]/desk/zones/[code=zone]': { GET: editors, POST: ['publisher'] },
  '/[lang=lang]/desk/zones/[code=zone]/[part=part]': { GET: editors, POST: ['publisher'] },
  '/[lang=lang]/desk/zones/[code=zone]/[part=part]/export': read(editors),
  '/[lang=lang]/desk/zones/[code=zone]/[part=part]/file': readAndSend(['publisher']),
  '/[lang=lang]/desk/[side=side]': readAndSend(listingPeople),
  '/[lang=lang]/desk/[side=side]/[id=number]': readAndSend(listingPeople),
  '/[lang=lang]/desk/[side=side]/export': read(listingPeople),
  '/[lang=lang]/desk/[side=side]/file': readAndSend(listingPeople),
  '/[lang=lang]/desk/[side=side]/new': readAndSend(listingPeople),
  '/[lang=lang]/end-view': { POST: 'signed-in' },
  '/[lang=lang]/sign-out': { POST: 'anyone' },
  '/[x+2e]well-known/security.txt': read('anyone'),
  '/api/[...rest]': { GET: 'anyone', POST: 'anyone', PUT: 'anyone', PATCH: 'anyone', DELETE: 'anyone' },
  '/api/auth/callback/identity': read('anyone'),
  '/api/v1/articles': read('anyone'),
  '/api/v1/articles/[id]': read('anyone'),
  '/api/v1/columns': read('anyone'),
  '/api/v1/events': read('anyone'),
  '/api/v1/events/[id]': read('anyone'),
  '/api/v1/plans': read('anyone'),
  '/api/v1/plans/[id]': read('anyone'),
  '/api/v1/needs': read('anyone'),
  '/api/v1/needs/[id]': read('anyone'),
  '/api/v1/needs/[id]/matches': read('anyone'),
  '/api/v1/offers': read('anyone'),
  '/api/v1/offers/[id]': read('anyone'),
  '/api/v1/openapi.json': read('anyone'),
  '/api/v1/organisations': read('anyone'),
  '/api/v1/organisations/[id]': read('anyone'),
  '/api/v1/places': read('anyone'),
  '/api/v1/places/[code]': read('anyone'),
  '/api/v1/search': read('anyone'),
  '/api/v1/zones': read('anyone'),
  '/api/v1/zones/[code]': read('anyone'),
  '/files/[id=uuid]/[variant]': read('anyone'),
  '/news-sitemap.xml': read('anyone'),
  '/qr/[...page]': read('anyone'),
  '/robots.txt': read('anyone'),
  '/sitemap.xml': read('anyone'),
  '/sitemaps/[file]': read('anyone'),
};

/** What is about who somebody is: nobody reaches it through another's eyes. */
const ownAffairs =
  /^\/\[lang=lang\]\/(desk\/(account|platform\/(accounts|invitations|audit)|notifications\/settings)|sign-in|\(public\)\/(answer|confirm|forgotten|invitation|registrations|report|reset|setup|sign-in|subscribe|unsubscribe))(\/|$)|^\/api\/auth\//;

/** The ways out of looking as somebody else; all else that is sent would change something. */
const waysOut = ['/[lang=lang]/end-view', '/[lang=lang]/sign-out'];

const looks = ['GET', 'HEAD', 'OPTIONS'];

export type Answer = 'come in' | 'sign in' | 'not yours' | 'only looking';

/** The table's answer. A method without a line goes on: the route says itself which methods it has. */
export function mayOpen(actor: Actor, route: string, method: string): Answer {
  const line = access[route];
  if (!line) return 'not yours';
  if (actor.viewedBy && !mayLookAt(route, method)) return 'only looking';
  return answerTo(actor, line[method === 'HEAD' ? 'GET' : method] ?? 'anyone');
}

function answerTo(actor: Actor, who: Who): Answer {
  if (who === 'anyone') return 'come in';
  if (isVisitor(actor)) return 'sign in';
  return isAmong(actor, who) ? 'come in' : 'not yours';
}

function mayLookAt(route: string, method: string): boolean {
  return looks.includes(method) ? !ownAffairs.test(route) : waysOut.includes(route);
}

function isAmong(actor: Actor, who: Exclude<Who, 'anyone'>): boolean {
  return who === 'signed-in' || isOperator(actor) || actor.memberships.some(({ role }) => who.includes(role));
}
