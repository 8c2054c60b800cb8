import { pathOf } from './door.ts';

/** What a request may send: so many bytes, and all of them within so long. */
export interface BodyLimit {
  readonly bytes: number;
  readonly ms: number;
}

const megabyte = 1024 * 1024;
const usual: BodyLimit = { bytes: megabyte, ms: 60_000 };

/** What a form with some files may send. */
const withFiles: BodyLimit = { bytes: 60 * megabyte, ms: 10 * 60_000 };
/** What anybody may send with one. */
const withOne: BodyLimit = { bytes: 27 * megabyte, ms: 10 * 60_000 };

/** The addresses that take more; the rest of the way they count for themselves. */
const larger: readonly { readonly path: RegExp; readonly limit: BodyLimit }[] = [
  { path: /^\/(zh|en)\/desk\/files$/, limit: withFiles },
  {
    path: /^\/(zh|en)\/desk\/(connections|needs|offers|plans|projects|slips|tasks|indicators)\/\d+$/,
    limit: withFiles,
  },
  { path: /^\/(zh|en)\/desk\/(blockers|instructions)\/new$/, limit: withFiles },
  { path: /^\/(zh|en)\/desk\/plans\/\d+\/proposals$/, limit: withFiles },
  { path: /^\/(zh|en)\/((report|slip)\/[\w-]+|desk\/tasks\/\d+\/report)$/, limit: withFiles },
  { path: /^\/(zh|en)\/organisations\/(\d+\/)?claim$/, limit: withOne },
  { path: /^\/(zh|en)\/desk\/imports$/, limit: { bytes: 32 * megabyte, ms: 10 * 60_000 } },
];

/** The longest any request may take to arrive. */
export const longestBodyMs = Math.max(usual.ms, ...larger.map(({ limit }) => limit.ms));

export function bodyLimit(url: string): BodyLimit {
  const path = pathOf(url);
  return larger.find((one) => one.path.test(path))?.limit ?? usual;
}
