import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit/hooks';
import { randomUUID } from 'node:crypto';
import { visitor, type Actor } from '#accounts/actor.ts';
import type { Gate } from '#accounts/gate.server.ts';
import { openGate } from '#accounts/open-gate.server.ts';
import { whoHolds, type SignedIn } from '#accounts/session.server.ts';
import { isLang, languageTag, type Lang, type TwoText } from '#language/lang.ts';
import { accountWords } from '#language/words/accounts.ts';
import { viewWords } from '#language/words/view.ts';
import { systemClock } from '#platform/clock.ts';
import { addressOfGate } from '#platform/app-role.server.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase } from '#platform/database.server.ts';
import { isDatabaseAway } from '#platform/database-away.ts';
import { drawn } from '#platform/drawn.ts';
import { log } from '#platform/log.server.ts';
import { openStorage } from '#platform/storage-open.server.ts';
import type { Services } from '#platform/services.server.ts';
import { sessionCookieName } from '#platform/session-cookie.ts';
import { whenChanged } from '#platform/heard.ts';
import { SiteMemory } from '#platform/site-memory.ts';
import { siteNow } from '#settings/read.server.ts';
import { carryCare, isCare } from '#ui/care.ts';
import { refusalPage } from '#ui/refusal-page.ts';
import { zoneCodeIn } from '#ui/errors.ts';
import { segmenter } from '#text/segment.server.ts';
import { mayOpen } from './routes/access.ts';
import { zoneNames } from '#zones/read.server.ts';
import { zonesNearCode } from '#zones/near-code.server.ts';

let services: Services;
let gate: Gate;
let siteMemory: SiteMemory;

export const init: ServerInit = async () => {
  const config = readConfig(process.env);
  if (!config.ok) throw new Error(config.problems.map((problem) => problem.says.en).join('\n'));
  const database = openDatabase(config.value.databaseUrl ?? '');
  segmenter().add(await zoneNames(database.db));
  const files = openStorage(config.value.files);
  const site = await siteNow(database.db);
  siteMemory = new SiteMemory(site, () => siteNow(database.db));
  whenChanged('site', () => siteMemory.forget());
  services = { config: config.value, site, database, files, now: systemClock };
  const entrance = openDatabase(addressOfGate(config.value.databaseUrl ?? ''), 4);
  gate = await openGate(entrance, config.value, site.name);
};

export const handle: Handle = async ({ event, resolve }) => {
  const first = event.url.pathname.split('/')[1] ?? '';
  const lang = isLang(first) ? first : 'zh';
  const shows = new Set<string>();
  // `x-request-id` is set by server.ts, which logs under the same id.
  const requestId = event.request.headers.get('x-request-id') ?? randomUUID();
  const care = isCare(event.url.searchParams);
  const signedIn = await whoAsks(event, requestId);
  const actor = actorAt(event.route.id, signedIn);
  const site = await siteMemory.current();
  Object.assign(event.locals, services, {
    site,
    gate: { ...gate, siteName: site.name },
    lang,
    actor,
    signedIn,
    requestId,
    care,
    shows,
    drawn: drawnFor(event),
  });
  duties(event, lang);
  const refusal = guard(event, lang);
  if (refusal) return refusal;
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => handOver(event.platform, finishedPage(html, lang, care)),
  });
  // The frame around every page is made of the settings of the site.
  if (shows.size > 0) response.headers.set('x-yuanlian-shows', [...shows, 'site'].join(' '));
  // For the log and the counts of server.ts, which must not hold addresses with secrets in them.
  response.headers.set('x-yuanlian-route', event.route.id ?? '');
  return response;
};

/** Where what is due is done; everywhere else its owner counts as nobody until then. */
const dutyPages = {
  'second-factor': '/desk/account/second-factor',
  password: '/desk/account/password',
} as const;

function dutyPage(signedIn: SignedIn | undefined): string | undefined {
  const duty = signedIn?.duty;
  return duty === undefined || duty === 'second-factor-soon' ? undefined : dutyPages[duty];
}

function actorAt(route: string | null, signedIn: SignedIn | undefined): Actor {
  const page = dutyPage(signedIn);
  return signedIn && (page === undefined || route === `/[lang=lang]${page}`) ? signedIn.actor : visitor;
}

/** Leads to what is due, whatever of the desk was asked for. */
function duties({ route, locals }: RequestEvent, lang: Lang): void {
  const page = dutyPage(locals.signedIn);
  if (page === undefined || locals.actor !== visitor) return;
  if (route.id?.startsWith('/[lang=lang]/desk')) redirect(303, `/${lang}${page}`);
}

/** Whoever may not open this address is sent to sign in, or told that it is not theirs. */
function guard(event: RequestEvent, lang: Lang): Response | undefined {
  const { route, request, url, locals } = event;
  if (route.id === null) return undefined;
  const answer = mayOpen(locals.actor, route.id, request.method);
  if (answer === 'come in') return undefined;
  if (answer === 'only looking') return refuse(event, lang, viewWords.onlyLooking);
  if (answer === 'not yours') return refuse(event, lang, accountWords.notYours);
  const next = request.method === 'GET' ? `?next=${encodeURIComponent(url.pathname + url.search)}` : '';
  redirect(303, `/${lang}/sign-in${next}`);
}

/** An error from here would reach a person without its words: SvelteKit draws its pages only behind this door. */
function refuse({ request, isDataRequest, locals }: RequestEvent, lang: Lang, says: TwoText): Response {
  const isPage = !isDataRequest && (request.headers.get('accept') ?? '').includes('text/html');
  if (!isPage) error(403, says[lang]);
  const html = refusalPage(lang, says, locals.actor.viewedBy !== undefined);
  return new Response(html, { status: 403, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** Public pages have no script. One that is asked for as data is about to be drawn in the browser, by the desk's script. */
function drawnFor({ route, isDataRequest }: RequestEvent): App.Locals['drawn'] {
  const isWithoutScript = route.id === null || route.id.includes('/(public)');
  return isWithoutScript && !isDataRequest ? drawn : (loaded) => loaded;
}

/** Whoever holds the session of the cookie. While the database is away everyone is a visitor. */
async function whoAsks(event: RequestEvent, requestId: string): Promise<SignedIn | undefined> {
  const token = event.cookies.get(sessionCookieName(event.url.origin));
  if (token === undefined) return undefined;
  const at = { now: services.now(), profile: gate.profile };
  return whoHolds(gate.database.db, token, at).catch((err: unknown) => {
    if (!isDatabaseAway(err)) throw err;
    log.warn({ requestId, err }, 'a session could not be looked up');
    return undefined;
  });
}

/** Our own errors speak in words already; for all others the page finds the words by their status. */
export const handleError: HandleServerError = async ({ kind, error, event }) => {
  const { requestId, database } = event.locals;
  // The surroundings fail, not the program: the reader is asked to come back, and no more queries are tried.
  if (isDatabaseAway(error)) {
    log.warn({ requestId, err: error }, 'the database is away');
    return { status: 503, message: '', requestId, nearest: [] };
  }
  if (isUnreadableForm(error)) return { status: 400, message: '', requestId, nearest: [] };
  if (kind === 'unknown') log.error({ requestId, err: error }, 'a request failed');
  const code = statusOf(error) === 404 ? zoneCodeIn(event.url.pathname) : undefined;
  const nearest = code === undefined ? [] : await zonesNearCode(database.db, code).catch(without(requestId));
  const message = kind === 'app' && !/^Error: \d+$/.test(error.message) ? error.message : '';
  return { message, requestId, nearest };
};

/** A body that is no form, or breaks off, is its sender's mistake: the platform throws what our own errors are not. */
function isUnreadableForm(error: unknown): boolean {
  return (
    error instanceof TypeError && /^(Content-Type was not one of|Failed to parse body as FormData)/.test(error.message)
  );
}

function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
}

/** An error page comes without suggestions rather than not at all. */
function without(requestId: string): (error: unknown) => [] {
  return (error) => {
    log.error({ requestId, err: error }, 'no suggestions for an error page');
    return [];
  };
}

/** A public page goes to whoever keeps it as the text it is; any other stays in its response. */
function handOver(platform: App.Platform | undefined, page: string): string {
  if (!platform) return page;
  platform.page = page;
  return '';
}

/** Marks that only a page with script needs, to find its way around what the server drew. */
const hydrationMarks = /<!--(?:\[[-\d!]*|\]|[a-z0-9]*)-->/g;

function finishedPage(html: string, lang: Lang, care: boolean): string {
  // Only the opening tag is filled in: filling in the whole page would copy it each time.
  const head = html.indexOf('<head>');
  const opening = html
    .slice(0, head)
    .replace('%yuanlian.lang%', languageTag[lang])
    .replace(' %yuanlian.attributes%', care ? ' data-mode="care"' : '');
  const rest = html.slice(head);
  const page = opening + (rest.includes('__sveltekit') ? rest : rest.replace(hydrationMarks, ''));
  return care ? carryCare(page) : page;
}
