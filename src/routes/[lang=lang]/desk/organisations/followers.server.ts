import { clustersFollow } from '#clusters/follow-organisation.server.ts';
import { connectionsFollow } from '#connections/follow-organisation.server.ts';
import { eventsFollow } from '#events/follow-organisation.server.ts';
import { listingsFollow } from '#listings/follow-organisation.server.ts';
import type { Follower } from '#organisations/follow.ts';
import { projectsFollow } from '#projects/follow-organisation.server.ts';
import { slipsFollow } from '#slips/follow-organisation.server.ts';

/** The nouns whose records name organisations; here they are known, and nowhere below. A new one adds its own. */
export const followers: readonly Follower[] = [
  listingsFollow,
  connectionsFollow,
  eventsFollow,
  ...clustersFollow,
  projectsFollow,
  slipsFollow,
];
