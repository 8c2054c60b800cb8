import type { Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import { connectionWords } from '#language/words/connections.ts';
import { calendarWords } from '#language/words/calendar.ts';
import { claimWords } from '#language/words/claims.ts';
import { blockerWords } from '#language/words/blockers.ts';
import { brokerWords } from '#language/words/brokers.ts';
import { clusterWords } from '#language/words/clusters.ts';
import { columnWords } from '#language/words/columns.ts';
import { deskWords as words } from '#language/words/desk.ts';
import { eventDeskWords } from '#language/words/event-desk.ts';
import { funnelWords } from '#language/words/funnel.ts';
import { improvementWords } from '#language/words/improvements.ts';
import { indicatorWords } from '#language/words/indicators.ts';
import { instructionWords } from '#language/words/instructions.ts';
import { jobWords } from '#language/words/jobs.ts';
import { leaderWords } from '#language/words/leader.ts';
import { mentionWords } from '#language/words/mentions.ts';
import { organisationWords } from '#language/words/organisations.ts';
import { templateWords } from '#language/words/message-templates.ts';
import { pipelineWords } from '#language/words/pipeline.ts';
import { planWords } from '#language/words/plans.ts';
import { profileWords } from '#language/words/profiles.ts';
import { listingWords } from '#language/words/listings.ts';
import { notificationWords } from '#language/words/notifications.ts';
import { roundWords } from '#language/words/rounds.ts';
import { careListWords } from '#language/words/project-care.ts';
import { stagePageWords } from '#language/words/project-page.ts';
import { slipWords } from '#language/words/slips.ts';
import { taskWords } from '#language/words/tasks.ts';
import { settingsWords } from '#language/words/settings.ts';
import { watchWordWords } from '#language/words/watch-words.ts';
import { ownAccountWords } from '#language/words/own-account.ts';
import { mayOpen } from '../../access.ts';

export interface DeskLink {
  /** Beneath `/desk`; empty for the desk's own front page. */
  readonly path: string;
  readonly name: TwoText;
  /** Its route, where that is not its path. */
  readonly route?: string;
  /** How many things wait there, where that is known. */
  readonly count?: number;
}

export interface DeskGroup {
  readonly name: TwoText;
  readonly links: readonly DeskLink[];
}

/** What can be done here, by job. Each person sees of it what the table of access lets them open. */
const navigation: readonly DeskGroup[] = [
  {
    name: words.navMine,
    links: [
      { path: '', name: words.navToday },
      { path: '/waiting', name: brokerWords.waiting },
      { path: '/notifications', name: notificationWords.title },
      { path: '/account', name: ownAccountWords.title },
    ],
  },
  {
    name: words.navWriting,
    links: [
      { path: '/articles', name: words.navArticles },
      { path: '/questions', name: words.navQuestions },
      { path: '/imports', name: words.navImports },
      { path: '/sources', name: words.navSources },
      { path: '/files', name: words.navFiles },
      { path: '/mentions', name: mentionWords.title },
    ],
  },
  {
    name: words.navListings,
    links: [
      { path: '/needs', route: '/[side=side]', name: listingWords.sides.need },
      { path: '/offers', route: '/[side=side]', name: listingWords.sides.offer },
      { path: '/connections', name: connectionWords.title },
      { path: '/connections/board', name: brokerWords.board },
      { path: '/connections/load', name: brokerWords.load },
      { path: '/templates', name: templateWords.title },
      { path: '/connections/funnel', name: funnelWords.title },
      { path: '/organisations', name: organisationWords.organisations },
    ],
  },
  {
    name: words.navDelivery,
    links: [
      { path: '/leader', name: leaderWords.title },
      { path: '/plans', name: planWords.plans },
      { path: '/tasks', name: taskWords.title },
      { path: '/indicators', name: indicatorWords.title },
      { path: '/clusters', name: clusterWords.title },
      { path: '/projects', name: pipelineWords.title },
      { path: '/rounds', name: roundWords.title },
      { path: '/slips', name: slipWords.title },
      { path: '/instructions', name: instructionWords.title },
      { path: '/blockers', name: blockerWords.title },
    ],
  },
  {
    name: words.navZone,
    links: [
      { path: '/zones', name: profileWords.zones },
      { path: '/events', name: eventDeskWords.events },
      { path: '/claims', name: claimWords.desk },
      { path: '/health', name: words.navHealth },
    ],
  },
  {
    name: words.navPlatform,
    links: [
      { path: '/platform/site', name: settingsWords.title },
      { path: '/platform/columns', name: columnWords.title },
      { path: '/platform/calendar', name: calendarWords.title },
      { path: '/platform/improvements', name: improvementWords.title },
      { path: '/platform/words', name: watchWordWords.title },
      { path: '/platform/stages', name: stagePageWords.title },
      { path: '/platform/project-lists', name: careListWords.title },
      { path: '/platform/jobs', name: jobWords.title },
      { path: '/platform/mail', name: jobWords.mailTitle },
      { path: '/platform/backups', name: jobWords.backupsTitle },
      { path: '/platform/accounts', name: words.navAccounts },
      { path: '/platform/invitations', name: words.navInvitations },
      { path: '/platform/audit', name: words.navAudit },
    ],
  },
];

export function navigationFor(actor: Actor, counts: Readonly<Record<string, number>>): DeskGroup[] {
  return navigation
    .map(({ name, links }) => ({ name, links: links.filter((link) => mayOpenLink(actor, link)) }))
    .map(({ name, links }) => ({ name, links: links.map((link) => ({ ...link, count: counts[link.path] ?? 0 })) }))
    .filter(({ links }) => links.length > 0);
}

function mayOpenLink(actor: Actor, { path, route = path }: DeskLink): boolean {
  return mayOpen(actor, `/[lang=lang]/desk${route}`, 'GET') === 'come in';
}
