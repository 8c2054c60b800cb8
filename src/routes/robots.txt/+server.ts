import { text } from '@sveltejs/kit';
import { robotsTxt } from '#publishing/security-contact.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) => text(robotsTxt(locals.config.origin));
