import { unreadCount } from '#notifications/read.server.ts';
import { mentionsWaiting } from '#organisations/read-mentions.server.ts';
import type { LayoutServerLoad } from './$types';
import { navigationFor } from './navigation.ts';

/** The frame of the desk. Who may open which page is said in access.ts, and again by each read and verb. */
export const load: LayoutServerLoad = async ({ locals: { actor, database, signedIn } }) => {
  const { accountId } = actor;
  const counts = await database.inTransaction(actor, async (tx) => ({
    '/notifications': accountId === undefined ? 0 : await unreadCount(tx, accountId),
    '/mentions': await mentionsWaiting(tx, actor),
  }));
  return {
    actor: { name: actor.name },
    navigation: navigationFor(actor, counts),
    isFactorDueSoon: signedIn?.duty === 'second-factor-soon',
  };
};
