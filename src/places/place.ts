export type PlaceLevel = 'province' | 'city' | 'district';
