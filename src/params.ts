import { defineParams } from '@sveltejs/kit/params';
import { isLang } from '#language/lang.ts';
import { sideOfPath } from '#listings/listing.ts';
import { organisationParts } from '#organisations/part.ts';
import { partNames } from '#profiles/part.ts';

export const params = defineParams({
  /** A record's number, as long as a database row can have. */
  number: (value) => (/^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined),
  /** What a file is called in addresses: small letters only, so that there is one address. */
  uuid: (value) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? value : undefined),
  lang: (value) => (isLang(value) ? value : undefined),
  /** The national code of a zone. */
  zone: (value) => (/^\d{8}$/.test(value) ? value : undefined),
  /** One of the lists a zone keeps of itself. */
  part: (value) => partNames.find((name) => name === value),
  /** Needs or offers. */
  side: sideOfPath,
  /** One of the lists that are kept of an organisation. */
  record: (value) => organisationParts.find((name) => name === value),
  /** The code of a province, city or district. */
  place: (value) => (/^\d{6}$/.test(value) ? value : undefined),
});
