export const readingActions = [
  'SeeHousehold',
  'SeeDemand',
  'SeeStock',
  'SeeWorkList',
  'SeePass',
  'SeeThroughput',
  'SeeRefusals',
  'SeeActors',
] as const;
