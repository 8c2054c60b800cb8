import { defineParams } from '@sveltejs/kit/params';
import { isLang } from '#language/lang.ts';

export const params = defineParams({
  /** A record's number, as long as a database row can have. */
  number: (value) => (/^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined),
  lang: (value) => (isLang(value) ? value : undefined),
});
