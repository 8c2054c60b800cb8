import { redirect } from '@sveltejs/kit';

/** The bare address leads to the Chinese edition: the language is always in the address, never guessed. */
export function GET(): never {
  redirect(307, '/zh');
}
