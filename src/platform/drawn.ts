const mark = Symbol('drawn');

/**
 * What a page without script has loaded: drawn here, and done with. SvelteKit writes all that was loaded as text for the
 * browser as well, even where no script will read it; what carries this mark is left out.
 */
export function drawn<Loaded extends object>(loaded: Loaded): Loaded {
  return { ...loaded, [mark]: true };
}

export function isDrawn(value: unknown): boolean {
  return typeof value === 'object' && value !== null && mark in value;
}
