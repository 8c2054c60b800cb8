import type { LayoutServerLoad } from './$types';
import { navigationFor } from './navigation.ts';

/** The frame of the desk. Who may open which page is said in access.ts, and again by each read and verb. */
export const load: LayoutServerLoad = ({ locals: { actor } }) => ({
  actor: { name: actor.name },
  navigation: navigationFor(actor),
});
