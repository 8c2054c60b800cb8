import { redirect } from '@sveltejs/kit';
import { isVisitor } from '#accounts/actor.ts';
import type { LayoutServerLoad } from './$types';

/** Nobody sees the desk without an account. Each page below decides for itself what that account may see. */
export const load: LayoutServerLoad = ({ locals }) => {
  if (isVisitor(locals.actor)) redirect(303, `/${locals.lang}/sign-in`);
  return { actor: { name: locals.actor.name } };
};
