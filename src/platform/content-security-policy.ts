/**
 * Everything a page may load comes from the box itself, and nothing is inline. A page of the desk starts its script from
 * an inline line that carries a nonce of its own answer: the application adds it.
 */
export const contentSecurityPolicy = {
  // In the order in which the application writes them, so that its answers and ours say the same.
  'default-src': ['none'],
  'connect-src': ['self'],
  'font-src': ['self'],
  'img-src': ['self'],
  'manifest-src': ['self'],
  'media-src': ['self'],
  'object-src': ['none'],
  'script-src': ['self'],
  'style-src': ['self'],
  'base-uri': ['none'],
  'form-action': ['self'],
  'frame-ancestors': ['none'],
} as const;

/** The policy as a header says it. */
export const contentSecurityPolicyHeader = Object.entries(contentSecurityPolicy)
  .map(([directive, sources]) => `${directive} ${sources.map((source) => `'${source}'`).join(' ')}`)
  .join('; ');
