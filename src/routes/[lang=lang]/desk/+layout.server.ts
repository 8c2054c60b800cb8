import { unreadCount } from '#notifications/read.server.ts';
import type { LayoutServerLoad } from './$types';
import { navigationFor } from './navigation.ts';

/** The frame of the desk. Who may open which page is said in access.ts, and again by each read and verb. */
export const load: LayoutServerLoad = async ({ locals: { actor, database, signedIn } }) => {
  const { accountId } = actor;
  const unread = accountId === undefined ? 0 : await database.inTransaction(actor, (tx) => unreadCount(tx, accountId));
  return {
    actor: { name: actor.name },
    navigation: navigationFor(actor, { '/notifications': unread }),
    isFactorDueSoon: signedIn?.duty === 'second-factor-soon',
  };
};
