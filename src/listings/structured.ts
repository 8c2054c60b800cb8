import { isoOf } from '#language/dates.ts';
import { listingWords as words } from '#language/words/listings.ts';
import { absolute, type Frame } from '#ui/frame.ts';
import { listingPath } from './board.ts';
import type { ShownListing } from './public.ts';

/** A need is a schema.org Demand, an offer an Offer; where it says whose it is, theirs. */
export function structuredListing(frame: Frame, shown: ShownListing): object {
  const { side, organisation } = shown;
  if (!organisation) return thing(frame, shown);
  return {
    '@type': 'Organization',
    name: organisation.name[frame.lang],
    url: absolute(frame, `/${frame.lang}/organisations/${organisation.id}`),
    [side === 'need' ? 'seeks' : 'makesOffer']: thing(frame, shown),
  };
}

function thing(frame: Frame, shown: ShownListing): object {
  const { lang } = frame;
  const address = absolute(frame, `/${lang}${listingPath(shown)}`);
  const kind = words.kind[shown.kind][lang];
  return {
    '@type': shown.side === 'need' ? 'Demand' : 'Offer',
    '@id': address,
    url: address,
    name: shown.title,
    ...(shown.summary && { description: shown.summary }),
    ...(shown.reference && { serialNumber: shown.reference }),
    ...{ validFrom: isoOf(shown.publishedAt), ...(shown.expiresAt && { validThrough: isoOf(shown.expiresAt) }) },
    ...(shown.deadline && { availabilityEnds: shown.deadline }),
    itemOffered: { '@type': 'Service', name: shown.title, serviceType: kind },
    ...(shown.province && { areaServed: { '@type': 'Place', name: shown.province.name[lang] } }),
    ...priceOf(shown),
  };
}

function priceOf({ budget }: ShownListing): object {
  if (!budget || (budget.budgetLow === null && budget.budgetHigh === null)) return {};
  return {
    priceSpecification: {
      '@type': 'PriceSpecification',
      priceCurrency: 'CNY',
      ...(budget.budgetLow !== null && { minPrice: budget.budgetLow }),
      ...(budget.budgetHigh !== null && { maxPrice: budget.budgetHigh }),
    },
  };
}
