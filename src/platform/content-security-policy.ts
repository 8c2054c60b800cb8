/**
 * Everything a page may load comes from the box itself, and nothing is inline. A page of the desk starts its script from
 * an inline line that carries a nonce of its own answer: the application adds it.
 */
export const contentSecurityPolicy = {
  'default-src': ['none'],
  'script-src': ['self'],
  'style-src': ['self'],
  'img-src': ['self'],
  'font-src': ['self'],
  'connect-src': ['self'],
  'media-src': ['self'],
  'manifest-src': ['self'],
  'form-action': ['self'],
  'frame-ancestors': ['none'],
  'base-uri': ['none'],
  'object-src': ['none'],
} as const;

/** The policy as a header says it. */
export const contentSecurityPolicyHeader = Object.entries(contentSecurityPolicy)
  .map(([directive, sources]) => `${directive} ${sources.map((source) => `'${source}'`).join(' ')}`)
  .join('; ');
