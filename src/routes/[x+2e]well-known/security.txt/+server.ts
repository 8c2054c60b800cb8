import { text } from '@sveltejs/kit';
import { securityTxt } from '#publishing/security-contact.ts';
import type { RequestHandler } from './$types';

const plain = { 'content-type': 'text/plain; charset=utf-8' };

export const GET: RequestHandler = ({ locals: { site, config, now } }) =>
  text(securityTxt(site, config.origin, now()), { headers: plain });
