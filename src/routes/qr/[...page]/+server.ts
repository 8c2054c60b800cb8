import { error } from '@sveltejs/kit';
import { errorWords as words } from '#language/words/errors.ts';
import { absolute } from '#ui/frame.ts';
import { qrSvg } from '#ui/qr.ts';
import type { RequestHandler } from './$types';

/** The QR code of one of our own pages. Made on demand: drawing it with every article would double the article's cost. */
export const GET: RequestHandler = ({ locals, params }) => {
  const page = /^((?:zh|en)(?:\/[^?#\\]{0,200})?)\.svg$/.exec(params.page)?.[1];
  if (page === undefined) error(404, words.notFoundTitle[locals.lang]);
  const svg = qrSvg(absolute(locals.config, `/${page}`));
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' } });
};
