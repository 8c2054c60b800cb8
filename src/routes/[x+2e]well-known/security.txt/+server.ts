import { text } from '@sveltejs/kit';
import { securityTxt } from '#publishing/security-contact.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { site, config, now } }) => text(securityTxt(site, config.origin, now()));
